import { deskApi } from '#miniprogram/features/votes/api.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'

interface ReleaseProps {
  readonly community: string
  readonly petition: string
  readonly reload: () => Promise<void>
}

/** The office has the last word on what a machine held. */
export function Release({ community, petition, reload }: ReleaseProps) {
  const release = useAct(async () => {
    await deskApi.releasePetition({ community, petition })
    await reload()
  })
  return (
    <>
      <NoticeBar tone="amber">
        文字没有通过自动检查，现在只有发起人、社区和街道看得到。没有违法、侮辱或别人的隐私，就请放行。
      </NoticeBar>
      {release.trouble && <NoticeBar tone="red">{release.trouble.detail}</NoticeBar>}
      <Button id="release" busy={release.busy} busyWord="正在放行…" onPress={() => release.run()}>
        没有问题，放行
      </Button>
    </>
  )
}
