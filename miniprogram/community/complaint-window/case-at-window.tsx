import { useState } from 'react'
import { lengthOf } from '#shared/kernel/text.ts'
import type { Complaint } from '#shared/complaints/contract.ts'
import type { AtWindow } from '#shared/complaints/window-contract.ts'
import { ComplaintView } from '#miniprogram/features/complaints/complaint-view.tsx'
import { api } from '#miniprogram/platform/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'

interface CaseProps {
  readonly community: string
  readonly number: string
  readonly onPaper: (made: AtWindow) => void
}

/** Somebody comes back: how it stands, what they say now, and another paper where the first is lost. */
export function CaseAtWindow({ community, number, onPaper }: CaseProps) {
  const query = useQuery(`window ${number}`, () => api.complaints.get({ community, number }))
  return (
    <Loaded query={query}>
      {(complaint) => (
        <ComplaintView complaint={complaint} community={community} otherPage="officerComplaint">
          <Standing complaint={complaint} />
          {complaint.atWindow?.claimed === false && (
            <>
              <SayFor community={community} complaint={complaint} onSaid={query.put} />
              <Reprint community={community} number={number} onPaper={onPaper} />
            </>
          )}
        </ComplaintView>
      )}
    </Loaded>
  )
}

function Standing({ complaint: { atWindow } }: { readonly complaint: Complaint }) {
  if (!atWindow) return <NoticeBar tone="blue">这件不是窗口代填的，由本人在手机上办。</NoticeBar>
  if (atWindow.claimed) return <NoticeBar tone="blue">本人已经认领，由本人在手机上办。</NoticeBar>
  return (
    <Card title="本人没有用手机">
      <Row title="电话" value={atWindow.phone ?? '没有留'} note="有进展请打电话告诉本人" />
    </Card>
  )
}

const SAYS = [
  { value: 'message', label: '补充情况' },
  { value: 'dispute', label: '没有办好，有异议', note: '办完以后才能提' },
] as const

interface SayForProps {
  readonly community: string
  readonly complaint: Complaint
  readonly onSaid: (complaint: Complaint) => void
}

function SayFor({ community, complaint, onSaid }: SayForProps) {
  const { number, lastSeq, state } = complaint
  const [text, setText] = useState('')
  const [says, setSays] = useState<'message' | 'dispute'>('message')
  const [key, setKey] = useState(newKey)
  const send = useAct(async () => {
    const said = { community, number, says, text, seen: lastSeq }
    onSaid(await api.complaints.sayForFiler(said, { key }))
    setText('')
    setKey(newKey())
  })
  return (
    <Card title="又来说了什么">
      {state === 'resolved' && (
        <ChoiceRow label="本人怎么说" options={SAYS} value={says} onChange={setSays} />
      )}
      <Field label="本人说的话">
        <TextArea id="said" label="本人说的话" value={text} onChange={setText} most={1_000} />
      </Field>
      {send.trouble && <NoticeBar tone="red">{`${send.trouble.detail}填写的内容还在。`}</NoticeBar>}
      <Button
        kind="plain"
        id="say-for"
        busy={send.busy}
        off={lengthOf(text.trim()) < 2 ? '请先写本人说的话' : undefined}
        onPress={() => send.run()}
      >
        记下来
      </Button>
    </Card>
  )
}

function Reprint({ community, number, onPaper }: CaseProps) {
  const [key] = useState(newKey)
  const print = useAct(async () =>
    onPaper(await api.complaints.reprintReceipt({ community, number }, { key })),
  )
  return (
    <Card title="回执丢了">
      {print.trouble && <NoticeBar tone="red">{print.trouble.detail}</NoticeBar>}
      <Row title="补打一张，旧回执上的认领码就作废" />
      <Button kind="plain" id="reprint" busy={print.busy} onPress={() => print.run()}>
        补打回执
      </Button>
    </Card>
  )
}
