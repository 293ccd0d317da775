import { SILENCE_NAMES } from '#shared/votes/words.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import type { KnownRules } from '../rules-of.ts'
import type { Form, Silence } from './form.ts'

interface SilenceFieldsProps {
  readonly rules: KnownRules
  readonly form: Form
  readonly change: (to: (old: Form) => Form) => void
}

const NONE: Silence = { policy: 'NOT_PARTICIPATING', clause: '', warning: '' }

/** What is made of those who do not answer: only where the rules leave a choice, and with what it needs. */
export function SilenceFields({ rules, form, change }: SilenceFieldsProps) {
  if (rules.silentAllowed.length < 2) return null
  const silence = form.silence ?? NONE
  const put = (to: Partial<Silence>): void =>
    change((old) => ({ ...old, silence: { ...NONE, ...old.silence, ...to } }))
  return (
    <Card title="没有交回表决票的怎么算">
      <ChoiceRow
        label="没有交回表决票的怎么算"
        options={rules.silentAllowed.map((value) => ({ value, label: SILENCE_NAMES[value] }))}
        value={silence.policy}
        onChange={(policy) => put({ policy })}
      />
      {silence.policy !== 'NOT_PARTICIPATING' && (
        <>
          <Said>{conditions(rules)}</Said>
          <Field
            label="议事规则的条款"
            hint="业主大会通过的议事规则里，哪一条这样约定，例如：第十八条"
          >
            <TextLine
              id="clause"
              label="议事规则的条款"
              value={silence.clause}
              onChange={(clause) => put({ clause })}
            />
          </Field>
          <Field label="印在表决票上的话" hint="让业主投票前就知道不交回的后果">
            <TextArea
              id="warning"
              label="印在表决票上的话"
              value={silence.warning}
              most={200}
              onChange={(warning) => put({ warning })}
            />
          </Field>
        </>
      )}
    </Card>
  )
}

function conditions({ silentNeeds, silentOnSpecial }: KnownRules): string {
  const { numerator, denominator } = silentNeeds
  const special = silentOnSpecial ? '' : '；重大事项一律不这样算'
  return `要同时做到四点才这样算：议事规则有约定；后果印在表决票上；这一户有送达记录；收回的票人数和面积都达到 ${denominator} 分之 ${numerator}${special}。两种算法的结果会一起公布。`
}
