import { lengthOf } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { GateStep } from '#shared/votes/gate/gate.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { draftsOf } from '#miniprogram/platform/drafts.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useDraft } from '#miniprogram/features/use-draft.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { PastDay } from './past-day.tsx'
import type { Step } from './step.ts'

const Written = z.object({
  step: GateStep.optional(),
  from: z.string().optional(),
  day: z.string().optional(),
  document: z.string(),
})
type Written = z.infer<typeof Written>

/** One thing done before notice, put on record: which, on which day, and where it can be seen. */
export function RecordGate({ community, person, vote, onDone, reload, onBack }: Step) {
  const drafts = draftsOf(person, `gate:${vote.vote}`, Written)
  const { draft, change } = useDraft(
    drafts,
    () => drafts.list()[0] ?? drafts.begin({ document: '' }),
  )
  const { step, from, day, document } = draft.content
  const record = useAct(async () => {
    if (step === undefined || day === undefined) return
    const receipt = { step, day, document, ...(isLong(step) && from !== undefined && { from }) }
    const sent = { community, vote: vote.vote, ...receipt }
    const done = await deskApi.recordGate(sent, { key: draft.key })
    drafts.remove(draft.id)
    onDone(done)
  })
  return (
    <>
      <Fields
        steps={vote.gate?.steps ?? []}
        days={vote.gate?.consultationDays ?? 0}
        written={draft.content}
        onChange={(to) => change((old) => ({ ...old, ...to }))}
      />
      {record.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: reload }}>
          {`${record.trouble.detail}填的内容还在。`}
        </NoticeBar>
      )}
      <Button kind="quiet" id="back" onPress={onBack}>
        先不登记，返回
      </Button>
      <Action>
        <Button
          id="gate-sure"
          busy={record.busy}
          busyWord="正在登记…"
          off={missingIn(draft.content)}
          onPress={() => record.run()}
        >
          登记
        </Button>
      </Action>
    </>
  )
}

/** A consultation takes some days; the rest is done on one. */
const isLong = (step: GateStep | undefined): boolean => step === 'consultation'

interface FieldsProps {
  readonly steps: NonNullable<Step['vote']['gate']>['steps']
  readonly days: number
  readonly written: Written
  readonly onChange: (to: Partial<Written>) => void
}

const Fields = ({ steps, days, written, onChange }: FieldsProps) => (
  <Card title="登记公告以前办的事">
    <Field label="办了哪一件">
      <ChoiceRow
        label="办了哪一件"
        options={steps.map(({ step, name }) => ({ value: step, label: name }))}
        value={written.step}
        onChange={(step) => onChange({ step })}
      />
    </Field>
    {isLong(written.step) && (
      <Field label="从哪一天开始" hint={`至少要征求 ${days} 天，第一天不算`}>
        <PastDay
          id="from"
          title="从哪一天开始"
          value={written.from}
          onChange={(from) => onChange({ from })}
        />
      </Field>
    )}
    <Field label={isLong(written.step) ? '到哪一天结束' : '哪一天办的'}>
      <PastDay id="day" title="哪一天" value={written.day} onChange={(day) => onChange({ day })} />
    </Field>
    <Field label="在哪里看得到" hint="文件名、公告栏，或报告交给了谁">
      <TextLine
        id="document"
        label="在哪里看得到"
        value={written.document}
        onChange={(document) => onChange({ document })}
      />
    </Field>
  </Card>
)

function missingIn({ step, from, day, document }: Written): string | undefined {
  if (step === undefined) return '请选择办了哪一件'
  if (isLong(step) && from === undefined) return '请选择从哪一天开始'
  if (day === undefined) return '请选择哪一天'
  const length = lengthOf(document)
  if (length < 2) return '请填写在哪里看得到'
  return length > 100 ? `多了 ${length - 100} 个字，请删减` : undefined
}
