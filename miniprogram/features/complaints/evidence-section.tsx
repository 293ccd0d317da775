import { useState } from 'react'
import { formatTime } from '#shared/kernel/calendar.ts'
import { formatNumber } from '#shared/kernel/public-number.ts'
import { api } from '#miniprogram/platform/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { saveText } from '#miniprogram/platform/save-text.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { Said } from '../bindings/said.tsx'

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
      <Said>
        调解或打官司用：全部经过、期限、照片和语音都在一个文件里，可以直接打印，改动过能查出来。
      </Said>
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
      <Check community={community} number={number} />
    </Card>
  )
}

/** Somebody holds a file and asks whether it is what was made here. */
function Check({ community, number }: EvidenceSectionProps) {
  const [isOpen, setIsOpen] = useState(false)
  const [sha256, setSha256] = useState('')
  const [words, setWords] = useState<string>()
  const now = useNow()
  const check = useAct(async () => {
    setWords(undefined)
    const asked = { community, number, sha256: sha256.trim().toLowerCase() }
    const { madeAt, by } = await api.complaints.checkEvidence(asked)
    setWords(`这份案卷由${by.role} ${by.name} 在 ${formatTime(new Date(madeAt), now)} 导出。`)
  })
  if (!isOpen) {
    return (
      <Button kind="quiet" id="open-check" onPress={() => setIsOpen(true)}>
        核对一份案卷
      </Button>
    )
  }
  return (
    <Field label="校验值" hint="案卷最后一页的 64 位，可以复制过来">
      <TextLine id="hash" label="校验值" value={sha256} onChange={setSha256} />
      {check.trouble && <NoticeBar tone="red">{check.trouble.detail}</NoticeBar>}
      {words !== undefined && <NoticeBar tone="jade">{words}</NoticeBar>}
      <Button
        kind="plain"
        id="check"
        busy={check.busy}
        off={/^[0-9a-fA-F]{64}$/.test(sha256.trim()) ? undefined : '请写全 64 位'}
        onPress={() => check.run()}
      >
        核对
      </Button>
    </Field>
  )
}
