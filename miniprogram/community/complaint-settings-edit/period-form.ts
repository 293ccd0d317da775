import { ClockRule, type ClockName, type ClockUnit, type Warning } from '#shared/clocks/rule.ts'
import { goesUpByItself } from '#shared/complaints/settings.ts'

/** A period as it is typed. */
export interface PeriodFields {
  readonly unit: ClockUnit
  readonly amount: string
  /** Hours before the end, several with something between them. */
  readonly before: string
  readonly half: 'yes' | 'no'
  readonly after: 'at_once' | 'later' | 'never'
  readonly afterHours: string
  readonly confidence: ClockRule['confidence']
  readonly source: string
}

export const SET_HERE = '本社区设定，文件未规定'

export function fieldsOf(rule: ClockRule): PeriodFields {
  const { unit, amount, warnings, escalatesAfterHours: hours, confidence, source } = rule
  const before = warnings.flatMap((one) => (one.kind === 'before' ? [String(one.hours)] : []))
  return {
    unit,
    amount: String(amount),
    before: before.join('、'),
    half: warnings.some(({ kind }) => kind === 'half') ? 'yes' : 'no',
    after: afterOf(hours),
    afterHours: hours === undefined || hours === 0 ? '' : String(hours),
    confidence,
    source,
  }
}

function afterOf(hours: number | undefined): PeriodFields['after'] {
  if (hours === undefined) return 'never'
  return hours === 0 ? 'at_once' : 'later'
}

/** What was ours is not ours any more once somebody changed it. */
export const changedFields = (old: PeriodFields, facts: Partial<PeriodFields>): PeriodFields => ({
  ...old,
  ...(old.confidence === 'ours' && { confidence: 'local' as const, source: SET_HERE }),
  ...facts,
})

export type Read =
  | { readonly rule: ClockRule }
  | {
      readonly wrong: Readonly<
        Partial<Record<'amount' | 'before' | 'afterHours' | 'source', string>>
      >
    }

const MOST: Readonly<Record<ClockUnit, number>> = { hour: 720, working_day: 250, calendar_day: 365 }

/** The rule that was typed, or what is wrong where. */
export function readFields(fields: PeriodFields, clock: ClockName): Read {
  const amount = whole(fields.amount, 1, MOST[fields.unit])
  const hours = numbersIn(fields.before)
  const later = fields.after === 'later' ? whole(fields.afterHours, 1, 720) : 0
  const wrong = wrongIn(fields, { amount, hours, later })
  if (Object.keys(wrong).length > 0) return { wrong }
  const { unit, confidence, source } = fields
  const rule = ClockRule.safeParse({
    ...{ unit, amount, confidence, source: source.trim() },
    warnings: warningsOf(hours ?? [], fields.half),
    ...(goesUpByItself(clock) && fields.after !== 'never' && { escalatesAfterHours: later }),
  })
  return rule.success ? { rule: rule.data } : { wrong: { source: '依据最多 200 个字' } }
}

interface Numbers {
  readonly amount: number | undefined
  readonly hours: readonly number[] | undefined
  readonly later: number | undefined
}

const wrongIn = ({ unit, half, source }: PeriodFields, { amount, hours, later }: Numbers) => ({
  ...(amount === undefined && { amount: `请写 1 到 ${MOST[unit]} 的整数` }),
  ...(!areWarnings(hours, half) && {
    before: '请写 1 到 720 的整数，不重复，连“过半”在内最多 4 个',
  }),
  ...(later === undefined && { afterHours: '请写 1 到 720 的整数' }),
  ...(source.trim().length < 2 && { source: '请写明依据' }),
})

const warningsOf = (hours: readonly number[], half: PeriodFields['half']): readonly Warning[] => [
  ...(half === 'yes' ? [{ kind: 'half' } as const] : []),
  ...hours.map((each) => ({ kind: 'before', hours: each }) as const),
]

const areWarnings = (hours: readonly number[] | undefined, half: PeriodFields['half']): boolean =>
  hours !== undefined &&
  new Set(hours).size === hours.length &&
  hours.length + (half === 'yes' ? 1 : 0) <= 4

function whole(typed: string, least: number, most: number): number | undefined {
  const text = typed.trim()
  const value = /^\d{1,4}$/.test(text) ? Number(text) : NaN
  return value >= least && value <= most ? value : undefined
}

/** None where something else than numbers was typed. */
function numbersIn(typed: string): readonly number[] | undefined {
  const words = typed.split(/[\s,，、;；]+/).filter((word) => word !== '')
  const numbers = words.flatMap((word) => whole(word, 1, 720) ?? [])
  return numbers.length === words.length ? numbers : undefined
}
