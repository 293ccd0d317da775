import { useEffect, useState } from 'react'
import { SHEET_PHOTOS_AT_MOST } from '#shared/votes/papers/photographing.ts'
import type { PaperLine } from '#shared/votes/papers/terms.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { PhotoPicker } from '#miniprogram/features/photos/photo-picker.tsx'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'

interface TakePhotoProps {
  readonly community: string
  readonly vote: string
  readonly code: string
  readonly onLine: (line: PaperLine) => void
  /** Whether some are taken and not stored yet. */
  readonly onUnsaved: (is: boolean) => void
}

/** With the sheet in hand, before anybody enters it. What was sent and not answered is sent again as the same. */
export function TakePhoto({ community, vote, code, onLine, onUnsaved }: TakePhotoProps) {
  const [photos, setPhotos] = useState<readonly string[]>([])
  const [key, setKey] = useState(newKey)
  const keep = useAct(async () => {
    const sent = { community, vote, code, photos: [...photos] }
    onLine(await deskApi.photographSheet(sent, { key }))
  })
  // Several may arrive before the page is drawn again.
  const change = (to: (old: readonly string[]) => readonly string[]) => {
    setPhotos(to)
    setKey(newKey())
  }
  useEffect(() => onUnsaved(photos.length > 0), [photos, onUnsaved])
  const begin = (one: string) => deskApi.addSheetPhoto({ community, vote }, { key: one })
  return (
    <Card title="给这张票拍照（可以不拍）">
      <Said>录入以后就不能再拍。照片两人录完才能看，只有核对计票的两方能看，看过的都有记录。</Said>
      <PhotoPicker
        community={community}
        photos={photos}
        other={{ begin, atMost: SHEET_PHOTOS_AT_MOST }}
        word="拍下选票"
        onAdd={(photo) => change((old) => [...old, photo])}
        onRemove={(photo) => change((old) => old.filter((one) => one !== photo))}
      />
      {keep.trouble && <NoticeBar tone="red">{keep.trouble.detail}</NoticeBar>}
      {photos.length > 0 && (
        <Button id="keep-photos" busy={keep.busy} onPress={() => keep.run()}>
          {`存下这 ${photos.length} 张照片`}
        </Button>
      )}
    </Card>
  )
}
