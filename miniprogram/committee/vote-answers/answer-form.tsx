import { lengthOf } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { ObjectionOutcome, type ObjectionAbout } from '#shared/votes/objections.ts'
import { OUTCOME_NAMES } from '#miniprogram/features/votes/objection-card.tsx'
import { useDraft } from '#miniprogram/features/use-draft.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { draftsOf } from '#miniprogram/platform/drafts.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'

interface AnswerFormProps {
  readonly community: string
  readonly person: string
  readonly vote: string
  readonly about: ObjectionAbout
  readonly objection: string
  readonly onDone: () => Promise<void>
}

const Written = z.object({ outcome: ObjectionOutcome.optional(), text: z.string() })
type Written = z.infer<typeof Written>
const LEAST = 5
const MOST = 300

const NOTES: Readonly<Record<ObjectionAbout, Readonly<Record<ObjectionOutcome, string>>>> = {
  roll: {
    upheld: '名册确实有错：先更正产权清册，再写更正了什么',
    dismissed: '名册没有错：写明依据，例如不动产登记',
  },
  result: {
    upheld: '结果确实有问题：写明接下来怎么处理',
    dismissed: '结果没有问题：写明是怎么核对的',
  },
}

/** Whether the objector is right, and why; the answer is public and stands. */
export function AnswerForm({ community, person, vote, about, objection, onDone }: AnswerFormProps) {
  const drafts = draftsOf(person, `answer:${objection}`, Written)
  const { draft, change } = useDraft(drafts, () => drafts.list()[0] ?? drafts.begin({ text: '' }))
  const { outcome, text } = draft.content
  const answer = useAct(async () => {
    if (outcome === undefined) return
    const sent = { community, vote, objection, about, outcome, text }
    await deskApi.answerObjection(sent, { key: draft.key })
    drafts.remove(draft.id)
    await onDone()
  })
  return (
    <>
      <ChoiceRow
        label="异议成立吗"
        options={ObjectionOutcome.options.map((value) => ({
          value,
          label: OUTCOME_NAMES[value],
          note: NOTES[about][value],
        }))}
        value={outcome}
        onChange={(chosen) => change((old) => ({ ...old, outcome: chosen }))}
      />
      <Field label="答复" hint="提异议的人和全体业主都看得到，答复后不能再改">
        <TextArea
          id={`answer-${objection}`}
          label="答复"
          value={text}
          most={MOST}
          onChange={(typed) => change((old) => ({ ...old, text: typed }))}
        />
      </Field>
      {answer.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: onDone }}>
          {`${answer.trouble.detail}写的内容还在。`}
        </NoticeBar>
      )}
      <Button
        id={`answer-${objection}-sure`}
        kind="plain"
        busy={answer.busy}
        busyWord="正在答复…"
        off={missingIn(draft.content)}
        onPress={() => answer.run()}
      >
        答复这件异议
      </Button>
    </>
  )
}

function missingIn({ outcome, text }: Written): string | undefined {
  if (outcome === undefined) return '请选择异议成不成立'
  const length = lengthOf(text)
  if (length < LEAST) return `请写答复，至少 ${LEAST} 个字`
  return length > MOST ? `多了 ${length - MOST} 个字，请删减` : undefined
}
