import { useState } from 'react'
import type { PaperLine, SheetPhotos as Shown } from '#shared/votes/papers/terms.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { PhotoStrip } from '#miniprogram/features/photos/photo-strip.tsx'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'

interface SheetPhotosProps {
  readonly community: string
  readonly vote: string
  readonly line: PaperLine
}

/** Opened by a tap of its own: each look is on record. */
export function SheetPhotos({ community, vote, line }: SheetPhotosProps) {
  const [shown, setShown] = useState<Shown>()
  const now = useNow()
  const { serial = '', photos = 0, photosOpen = false } = line
  const look = useAct(async () => {
    setShown(await deskApi.sheetPhotos({ community, vote, serial }, { key: newKey() }))
  })
  if (photos === 0) return null
  return (
    <Card title="选票照片">
      {shown ? (
        <>
          <Said>{`收票时拍的，${formatTime(new Date(shown.takenAt), now)}。和原件不一样的，以原件为准。`}</Said>
          <PhotoStrip
            photos={shown.photos.map(({ url, sha256 }) => ({
              ...{ photo: sha256, state: 'passed', url },
            }))}
          />
        </>
      ) : (
        <>
          <Said>
            {photosOpen
              ? `有 ${photos} 张。谁看过都记在案，业主也能查到。`
              : `已存 ${photos} 张。两个人都录入以后才能看，没有录入的人要等投票截止。`}
          </Said>
          {look.trouble && <NoticeBar tone="red">{look.trouble.detail}</NoticeBar>}
          {photosOpen && (
            <Button kind="plain" id="see-photos" busy={look.busy} onPress={() => look.run()}>
              看照片
            </Button>
          )}
        </>
      )}
    </Card>
  )
}
