import { useState } from 'react'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { saveText } from '#miniprogram/platform/save-text.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'

interface AnnouncementProps {
  readonly community: string
  readonly vote: string
}

/** The whole announcement as one file, for the board of the house. */
export function Announcement({ community, vote }: AnnouncementProps) {
  const [isSaved, setIsSaved] = useState(false)
  const make = useAct(async () => {
    const { name, html } = await deskApi.announcement({ community, vote })
    await saveText(name, html)
    setIsSaved(true)
  })
  return (
    <Card title="张贴用的公告">
      <Said>每一项的全部数字、依据和异议办法都在上面，A4 大字，打印后可以直接张贴。</Said>
      {make.trouble && <NoticeBar tone="red">{make.trouble.detail}</NoticeBar>}
      {isSaved && <NoticeBar tone="jade">公告已存好，打开后打印。</NoticeBar>}
      <Button
        kind="plain"
        id="announcement"
        busy={make.busy}
        busyWord="正在整理公告…"
        onPress={() => make.run()}
      >
        存成文件打印
      </Button>
    </Card>
  )
}
