import { useState } from 'react'
import { canMark } from '#shared/votes/papers/sheets.ts'
import { canHandlePaper } from '#shared/votes/papers/phases.ts'
import type { PaperLine, SheetWay, StruckAs } from '#shared/votes/papers/terms.ts'
import { WAY_NAMES } from '#shared/votes/papers/words.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { saveText } from '#miniprogram/platform/save-text.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { SheetPhotos } from '../sheet-photos.tsx'
import { noteOf, stateWord, toneOf } from './building.tsx'
import type { HandIn } from './hand-in.ts'

interface OneSheetProps extends HandIn {
  readonly community: string
  readonly vote: Vote
  readonly line: PaperLine
  readonly onBack: () => void
}

interface SheetProps extends OneSheetProps {
  readonly onLine: (line: PaperLine) => void
}

/** One sheet: handed out, void, lost, printed anew. What was returned is final. */
export function OneSheet(props: OneSheetProps) {
  const [line, setLine] = useState(props.line)
  const now = useNow()
  const { vote, onBack } = props
  const all = { ...props, line, onLine: setLine }
  const may = (act: 'issue' | 'strike' | 'print') => canHandlePaper(act, vote, now).ok
  const can = (act: Parameters<typeof canMark>[0]) => canMark(act, sheetOf(line), '').ok
  return (
    <>
      <Button kind="quiet" id="back" onPress={onBack}>
        返回
      </Button>
      <Card
        title={`票号 ${line.serial ?? ''}`}
        aside={<Tag tone={toneOf(line)}>{stateWord(line)}</Tag>}
      >
        <Row title={line.units.join('、')} note={noteOf(line, now)} />
        {line.struck && <Row title="原因" note={line.struck.reason} />}
      </Card>
      <SheetPhotos community={props.community} vote={vote.vote} line={line} />
      {may('issue') && can('issue') && <Issue {...all} />}
      {may('strike') && (can('void') || can('missing')) && <Strike {...all} />}
      {may('print') && can('reprint') && <Reprint {...all} />}
    </>
  )
}

/** As the rules want it, from what is shown. */
const sheetOf = ({ issued, returned, struck }: PaperLine) => ({
  ...{ edition: 1, notice: '', issued, returned },
  struck,
})

const WAYS: readonly SheetWay[] = ['door', 'desk', 'post']

function Issue({ community, vote, line, onLine }: SheetProps) {
  const [way, setWay] = useState<SheetWay>()
  const [to, setTo] = useState('')
  const act = useAct(async () => {
    if (way === undefined) return
    const sent = { community, vote: vote.vote, serials: [line.serial ?? ''], way }
    const given = to.trim() === '' ? sent : { ...sent, to }
    const { lines } = await deskApi.issueSheets(given, { key: newKey() })
    onLine(lines[0] ?? line)
  })
  return (
    <Card title="登记发出">
      <ChoiceRow
        label="怎么发出的"
        value={way}
        onChange={setWay}
        options={WAYS.map((value) => ({ value, label: WAY_NAMES[value] }))}
      />
      <Field label="谁领的（可以不填）">
        <TextLine
          id="to"
          label="谁领的"
          placeholder="例如：本人、儿子"
          value={to}
          onChange={setTo}
        />
      </Field>
      {act.trouble && <NoticeBar tone="red">{act.trouble.detail}</NoticeBar>}
      <Button
        id="issue"
        busy={act.busy}
        off={way === undefined ? '请选怎么发出的' : undefined}
        onPress={() => act.run()}
      >
        登记发出
      </Button>
    </Card>
  )
}

const reasonOff = (reason: string): string | undefined =>
  reason.trim().length < 2 ? '请写原因' : undefined

function Strike({ community, vote, line, onLine }: SheetProps) {
  const [reason, setReason] = useState('')
  const act = useAct(async (as: StruckAs) => {
    const sent = { community, vote: vote.vote, serial: line.serial ?? '', as, reason }
    onLine(await deskApi.strikeSheet(sent, { key: newKey() }))
  })
  return (
    <Card title="作废或遗失">
      <Field label="原因" hint="记在这张票的记录里">
        <TextLine id="strike-reason" label="原因" value={reason} onChange={setReason} />
      </Field>
      {act.trouble && <NoticeBar tone="red">{act.trouble.detail}</NoticeBar>}
      {line.state !== 'missing' && (
        <Button
          kind="plain"
          id="missing"
          busy={act.busy}
          off={reasonOff(reason)}
          onPress={() => act.run('missing')}
        >
          登记遗失
        </Button>
      )}
      <Button
        kind="danger"
        id="void"
        busy={act.busy}
        off={reasonOff(reason)}
        onPress={() => act.run('void')}
      >
        作废这张表决票
      </Button>
    </Card>
  )
}

function Reprint({ community, vote, line, handIn, onHandIn, onBack }: SheetProps) {
  const [reason, setReason] = useState('')
  const [key] = useState(newKey)
  const act = useAct(async () => {
    const serial = line.serial ?? ''
    const sent = { community, vote: vote.vote, serial, reason, handIn }
    const { html } = await deskApi.reprintSheet(sent, { key })
    await saveText(`表决票-补印-${serial}.html`, html)
    onBack()
  })
  const off = handIn.trim().length < 2 ? '先填交票地点' : reasonOff(reason)
  return (
    <Card title="补印">
      <Field label="补印原因" hint="补印后原来那张作废">
        <TextLine id="reprint-reason" label="补印原因" value={reason} onChange={setReason} />
      </Field>
      <Field label="交票地点">
        <TextLine id="reprint-hand-in" label="交票地点" value={handIn} onChange={onHandIn} />
      </Field>
      {act.trouble && <NoticeBar tone="red">{act.trouble.detail}</NoticeBar>}
      <Button kind="plain" id="reprint" busy={act.busy} off={off} onPress={() => act.run()}>
        补印一张
      </Button>
    </Card>
  )
}
