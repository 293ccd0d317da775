import { useState } from 'react'
import { formatNumber } from '#shared/kernel/public-number.ts'
import { api } from '#miniprogram/platform/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { saveText } from '#miniprogram/platform/save-text.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Prose } from '#miniprogram/platform/ui/prose.tsx'

interface EvidenceSectionProps {
  readonly community: string
  readonly number: string
}

/** The whole file to take to a mediator or a court: a browser saves it, WeChat sends it to a chat. */
export function EvidenceSection({ community, number }: EvidenceSectionProps) {
  const [made, setMade] = useState<string>()
  const make = useAct(async () => {
    const bundle = await api.complaints.evidence({ community, number }, { key: newKey() })
    await saveText(`投诉案卷-${formatNumber(number)}.html`, bundle.html)
    setMade(bundle.sha256)
  })
  return (
    <Card title="案卷">
      <Prose>调解或打官司用：全部经过、期限、附件和校验值，一个文件，可以直接打印。</Prose>
      {make.trouble && <NoticeBar tone="red">{make.trouble.detail}</NoticeBar>}
      {made !== undefined && (
        <NoticeBar tone="jade">{`案卷已存好，校验值开头是 ${made.slice(0, 8)}。`}</NoticeBar>
      )}
      <Button
        kind="plain"
        id="evidence"
        busy={make.busy}
        busyWord="正在整理案卷…"
        onPress={() => make.run()}
      >
        导出案卷
      </Button>
    </Card>
  )
}
