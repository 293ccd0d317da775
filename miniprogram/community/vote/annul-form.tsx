import { lengthOf } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { useDraft } from '#miniprogram/features/use-draft.ts'
import { useWhy } from '#miniprogram/features/votes/why-law.tsx'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { draftsOf } from '#miniprogram/platform/drafts.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'

interface AnnulFormProps {
  readonly community: string
  readonly person: string
  readonly vote: Vote
  readonly onDone: (vote: Vote) => void
  readonly reload: () => Promise<void>
  readonly onBack: () => void
}

const Authority = z.enum(['court', 'street'])
const Written = z.object({
  authority: Authority.optional(),
  document: z.string(),
  note: z.string(),
})
type Written = z.infer<typeof Written>
const EMPTY: Written = { document: '', note: '' }

const AUTHORITIES = [
  { value: 'court', label: '人民法院判决撤销', note: '《民法典》第二百八十条' },
  { value: 'street', label: '街道责令撤销', note: '《物业管理条例》第十九条' },
] as const

/** By which document a decision was annulled; it is on record for good. */
export function AnnulForm({ community, person, vote, onDone, reload, onBack }: AnnulFormProps) {
  const drafts = draftsOf(person, `annul:${vote.vote}`, Written)
  const { draft, change } = useDraft(drafts, () => drafts.list()[0] ?? drafts.begin(EMPTY))
  const { authority, document, note } = draft.content
  const annul = useAct(async () => {
    if (authority === undefined) return
    const sent = { community, vote: vote.vote, authority, document, note }
    const done = await deskApi.annul(sent, { key: draft.key })
    drafts.remove(draft.id)
    onDone(done)
  })
  return (
    <>
      <NoticeBar tone="red">登记后不能恢复，全体业主都看得到。</NoticeBar>
      <Fields
        vote={vote}
        written={draft.content}
        onChange={(to) => change((old) => ({ ...old, ...to }))}
      />
      {annul.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: reload }}>
          {`${annul.trouble.detail}写的内容还在。`}
        </NoticeBar>
      )}
      <Button kind="quiet" id="back" onPress={onBack}>
        不登记，返回
      </Button>
      <Action>
        <Button
          kind="danger"
          id="annul-sure"
          busy={annul.busy}
          busyWord="正在登记…"
          off={missingIn(draft.content)}
          onPress={() => annul.run()}
        >
          登记撤销
        </Button>
      </Action>
    </>
  )
}

interface FieldsProps {
  readonly vote: Vote
  readonly written: Written
  readonly onChange: (to: Partial<Written>) => void
}

function Fields({ vote, written: { authority, document, note }, onChange }: FieldsProps) {
  const { ask, answer } = useWhy('annul')
  return (
    <Card title={`登记撤销：${vote.title}`} aside={ask}>
      {answer !== undefined && <Said>{answer}</Said>}
      <Field label="谁撤销的">
        <ChoiceRow
          label="谁撤销的"
          options={AUTHORITIES}
          value={authority}
          onChange={(chosen) => onChange({ authority: chosen })}
        />
      </Field>
      <Field label="文书编号" hint="例如：（2027）京 01 民终 8 号">
        <TextLine
          id="document"
          label="文书编号"
          value={document}
          onChange={(text) => onChange({ document: text })}
        />
      </Field>
      <Field label="说明" hint="撤销了哪一项，为什么">
        <TextArea
          id="note"
          label="说明"
          value={note}
          most={NOTE.most}
          onChange={(text) => onChange({ note: text })}
        />
      </Field>
    </Card>
  )
}

const DOCUMENT = { least: 2, most: 60 }
const NOTE = { least: 5, most: 300 }

function missingIn({ authority, document, note }: Written): string | undefined {
  if (authority === undefined) return '请选择谁撤销的'
  const lengths = [lengthOf(document), lengthOf(note)] as const
  if (lengths[0] < DOCUMENT.least) return '请填写文书编号'
  if (lengths[0] > DOCUMENT.most) return `文书编号多了 ${lengths[0] - DOCUMENT.most} 个字，请删减`
  if (lengths[1] < NOTE.least) return `请写说明，至少 ${NOTE.least} 个字`
  return lengths[1] > NOTE.most ? `说明多了 ${lengths[1] - NOTE.most} 个字，请删减` : undefined
}
