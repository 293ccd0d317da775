import type { OfficeHours } from '#shared/clocks/rule.ts'
import { hoursWords } from '#shared/complaints/settings-words.ts'
import { Wheel } from '#miniprogram/kit/wheel.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import type { PartProps } from './part-props.ts'

const KINDS = [
  { value: 'none', label: '不设', note: '期限最后一天算到 24:00' },
  { value: 'hours', label: '设办公时间', note: '期限最后一天算到下班（民法典 203 条）' },
] as const

const USUAL: OfficeHours = { opens: 540, closes: 1_050 }
const HALF_HOURS = Array.from({ length: 49 }, (_, n) => n * 30)

const wordOf = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`

/** When street and district are there; the property is there day and night. */
export function HoursForm({ settings: { officeHours: hours }, onChange }: PartProps) {
  const set = (next?: OfficeHours): void => onChange((old) => ({ ...old, officeHours: next }))
  return (
    <Card title={`街道办公时间：${hoursWords(hours)}`}>
      <ChoiceRow
        label="要不要设办公时间"
        options={KINDS}
        value={hours ? 'hours' : 'none'}
        onChange={(kind) => set(kind === 'hours' ? (hours ?? USUAL) : undefined)}
      />
      {hours && (
        <>
          <Field label="上班">
            <Wheel
              id="opens"
              title="上班"
              value={hours.opens}
              options={optionsOf((one) => one < hours.closes)}
              onChange={(opens) => set({ ...hours, opens })}
            />
          </Field>
          <Field label="下班">
            <Wheel
              id="closes"
              title="下班"
              value={hours.closes}
              options={optionsOf((one) => one > hours.opens)}
              onChange={(closes) => set({ ...hours, closes })}
            />
          </Field>
        </>
      )}
    </Card>
  )
}

const optionsOf = (fits: (minutes: number) => boolean) =>
  HALF_HOURS.filter(fits).map((value) => ({ value, text: wordOf(value) }))
