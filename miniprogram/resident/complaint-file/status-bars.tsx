import { useOnline } from '#miniprogram/platform/online.ts'
import { underWay } from '#miniprogram/platform/photo-queue.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import type { Form } from './form.ts'

interface StatusBarsProps {
  readonly form: Form
  readonly busy: boolean
  readonly onHold: () => void
}

/** What became of sending it: what it waits for, or why it was not sent. */
export function StatusBars({ form, busy, onHold }: StatusBarsProps) {
  const online = useOnline()
  const { sending, trouble } = form
  if (busy) return null
  if (!sending) {
    return trouble === undefined ? null : (
      <NoticeBar tone="red">{`${trouble}您填写的内容还在，可以再点提交。`}</NoticeBar>
    )
  }
  return (
    <>
      <NoticeBar tone="amber">{waitWords(form, online)}</NoticeBar>
      <Button kind="quiet" id="hold" onPress={onHold}>
        先不发，我再改改
      </Button>
    </>
  )
}

const KEPT = '内容存在这部手机上，可以离开这一页。'

/** Honest about what a closed app does: nothing. */
export function waitWords({ sending, photos, trouble = '' }: Form, online: boolean): string {
  const left = underWay(photos).length
  if (!online)
    return `还没有提交：等网络恢复后发送。${KEPT}小程序关着时不会发，下次打开投诉页会接着发。`
  if (sending?.without === false && left > 0) {
    return `还没有提交：等 ${left} 张照片传好后自动提交。${KEPT}`
  }
  return `还没有提交：${trouble}等网络恢复后会自动再发，不会变成两件。已填写的内容还在。`
}
