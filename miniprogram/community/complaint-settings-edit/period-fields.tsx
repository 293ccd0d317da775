import { useState } from 'react'
import type { ClockName, ClockRule } from '#shared/clocks/rule.ts'
import { afterWords, basisWords, UNDER_WAY } from '#shared/complaints/settings-words.ts'
import { goesUpByItself } from '#shared/complaints/settings.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { changedFields, fieldsOf, readFields, type PeriodFields } from './period-form.ts'

interface PeriodFieldsFormProps {
  readonly title: string
  readonly clock: ClockName
  readonly rule: ClockRule
  readonly onChange: (rule: ClockRule) => void
}

const UNITS = [
  { value: 'hour', label: '小时', note: '日夜连续计算' },
  { value: 'working_day', label: '工作日', note: '按国务院办公厅的放假安排' },
  { value: 'calendar_day', label: '天', note: '休息日也算' },
] as const
const HALF = [
  { value: 'yes', label: '过半时也提醒' },
  { value: 'no', label: '过半时不提醒' },
] as const
const AFTER = [
  { value: 'at_once', label: '逾期立即自动转街道' },
  { value: 'later', label: '逾期几小时后自动转街道' },
  { value: 'never', label: '只记下来，不自动转' },
] as const
const BASES = [
  { value: 'local', label: '本地自己定的' },
  { value: 'statute', label: '法律法规、文件规定的' },
] as const

/** How long, when somebody is reminded, what comes after, on what it rests. */
export function PeriodFieldsForm({ title, clock, rule, onChange }: PeriodFieldsFormProps) {
  const [fields, setFields] = useState<PeriodFields>(() => fieldsOf(rule))
  const read = readFields(fields, clock)
  const wrong = 'wrong' in read ? read.wrong : {}
  const change = (facts: Partial<PeriodFields>): void => {
    const next = changedFields(fields, facts)
    setFields(next)
    const typed = readFields(next, clock)
    if ('rule' in typed) onChange(typed.rule)
  }
  return (
    <>
      <NoticeBar tone="blue">{UNDER_WAY.period}</NoticeBar>
      <Card title={title}>
        <Field label="多长" wrong={wrong.amount}>
          <TextLine
            {...{ id: 'amount', label: '多长', value: fields.amount }}
            onChange={(amount) => change({ amount })}
          />
        </Field>
        <ChoiceRow
          label="单位"
          options={UNITS}
          value={fields.unit}
          onChange={(unit) => change({ unit })}
        />
      </Card>
      <Card title="提前提醒">
        <Field label="到期前几小时（可写几个）" hint="不提醒就留空" wrong={wrong.before}>
          <TextLine
            {...{ id: 'before', label: '到期前几小时', value: fields.before }}
            onChange={(before) => change({ before })}
          />
        </Field>
        <ChoiceRow
          label="过半时"
          options={HALF}
          value={fields.half}
          onChange={(half) => change({ half })}
        />
      </Card>
      <After clock={clock} fields={fields} wrong={wrong.afterHours} onChange={change} />
      <Basis fields={fields} wrong={wrong.source} onChange={change} />
    </>
  )
}

interface PartProps {
  readonly fields: PeriodFields
  readonly wrong: string | undefined
  readonly onChange: (facts: Partial<PeriodFields>) => void
}

function After({ clock, fields, wrong, onChange }: PartProps & { readonly clock: ClockName }) {
  if (!goesUpByItself(clock)) {
    return (
      <Card title="逾期以后">
        <Row title={afterWords(clock, {})} />
      </Card>
    )
  }
  return (
    <Card title="逾期以后">
      <ChoiceRow
        label="逾期以后"
        options={AFTER}
        value={fields.after}
        onChange={(after) => onChange({ after })}
      />
      {fields.after === 'later' && (
        <Field label="逾期几小时后" wrong={wrong}>
          <TextLine
            {...{ id: 'after-hours', label: '逾期几小时后', value: fields.afterHours }}
            onChange={(afterHours) => onChange({ afterHours })}
          />
        </Field>
      )}
    </Card>
  )
}

function Basis({ fields, wrong, onChange }: PartProps) {
  const { confidence, source } = fields
  if (confidence === 'ours') {
    return (
      <Card title="依据">
        <Row title={basisWords(fields)} note="改动以后请写明出处" />
      </Card>
    )
  }
  return (
    <Card title="依据">
      <ChoiceRow
        label="依据"
        options={BASES}
        value={confidence}
        onChange={(value) => onChange({ confidence: value })}
      />
      <Field label="写明出处" hint="例如：业主大会 2026 年 3 月决议第 2 条" wrong={wrong}>
        <TextLine
          {...{ id: 'source', label: '写明出处', value: source }}
          onChange={(next) => onChange({ source: next })}
        />
      </Field>
    </Card>
  )
}
