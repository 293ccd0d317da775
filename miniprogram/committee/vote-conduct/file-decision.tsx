import { lengthOf } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { formatDay } from '#shared/kernel/calendar.ts'
import { FilingDocument } from '#shared/votes/records.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { draftsOf } from '#miniprogram/platform/drafts.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { TickRow } from '#miniprogram/features/tick-row.tsx'
import { useDraft } from '#miniprogram/features/use-draft.ts'
import { DOCUMENT_NAMES } from '#miniprogram/features/votes/filing-words.ts'
import { useWhy } from '#miniprogram/features/votes/why-law.tsx'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import type { Step } from './step.ts'

const Filing = z.object({ documents: z.array(FilingDocument), receipt: z.string() })
type Filing = z.infer<typeof Filing>

/** What was handed in at the street, piece by piece, and what it gave for it. */
export function FileDecision({ community, person, vote, onDone, reload, onBack }: Step) {
  const drafts = draftsOf(person, `file:${vote.vote}`, Filing)
  const { draft, change } = useDraft(
    drafts,
    () => drafts.list()[0] ?? drafts.begin({ documents: [], receipt: '' }),
  )
  const { documents, receipt } = draft.content
  const filing = useAct(async () => {
    const done = await deskApi.file(
      { community, vote: vote.vote, documents, receipt },
      { key: draft.key },
    )
    drafts.remove(draft.id)
    onDone(done)
  })
  const { ask, answer } = useWhy('file')
  return (
    <>
      <Card title={`登记备案：${vote.title}`} aside={ask}>
        <Said>把材料交到街道办事处、乡镇人民政府，拿到回执后在这里登记。交了哪些就勾哪些。</Said>
        {answer !== undefined && <Said>{answer}</Said>}
        {vote.filingDue && <Needed {...vote.filingDue} />}
        <Documents
          chosen={documents}
          onChange={(next) => change((old) => ({ ...old, documents: [...next] }))}
        />
        <Field label="回执编号" hint="街道给的编号；没有编号的，写收件人和日期">
          <TextLine
            id="receipt"
            label="回执编号"
            value={receipt}
            onChange={(text) => change((old) => ({ ...old, receipt: text }))}
          />
        </Field>
      </Card>
      {filing.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: reload }}>
          {`${filing.trouble.detail}填的内容还在。`}
        </NoticeBar>
      )}
      <Button kind="quiet" id="back" onPress={onBack}>
        先不登记，返回
      </Button>
      <Action>
        <Button
          id="file-sure"
          busy={filing.busy}
          busyWord="正在登记…"
          off={missingIn(draft.content)}
          onPress={() => filing.run()}
        >
          登记备案
        </Button>
      </Action>
    </>
  )
}

interface DocumentsProps {
  readonly chosen: readonly FilingDocument[]
  readonly onChange: (chosen: readonly FilingDocument[]) => void
}

const Documents = ({ chosen, onChange }: DocumentsProps) => (
  <>
    {FilingDocument.options.map((one) => {
      const isIn = chosen.includes(one)
      const others = chosen.filter((other) => other !== one)
      return (
        <TickRow
          key={one}
          id={`document-${one}`}
          title={DOCUMENT_NAMES[one]}
          isOn={isIn}
          onChange={() => onChange(isIn ? others : [...chosen, one])}
        />
      )
    })}
  </>
)

function Needed({ by, overdue, documents }: NonNullable<Step['vote']['filingDue']>) {
  const day = formatDay(by, useNow())
  const names = documents.map((one) => DOCUMENT_NAMES[one]).join('、')
  return (
    <Said>
      {`${overdue ? '已经过了期限，' : ''}要在 ${day} 以前（含当天）办。这次要交：${names}。`}
    </Said>
  )
}

const MOST = 60

function missingIn({ documents, receipt }: Filing): string | undefined {
  if (documents.length === 0) return '请勾选交了哪些材料'
  const length = lengthOf(receipt)
  if (length < 2) return '请填写回执编号，至少 2 个字'
  return length > MOST ? `回执编号多了 ${length - MOST} 个字，请删减` : undefined
}
