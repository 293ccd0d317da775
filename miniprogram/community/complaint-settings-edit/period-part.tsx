import { useState } from 'react'
import type { ClockName, ClockRule } from '#shared/clocks/rule.ts'
import type { Category } from '#shared/complaints/categories.ts'
import { ruleWords, basisWords, PERIOD_TITLES } from '#shared/complaints/settings-words.ts'
import {
  categoryName,
  DEFAULT_PERIODS,
  periodsFor,
  type Settings,
} from '#shared/complaints/settings.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import type { PartProps } from './part-props.ts'
import { PeriodFieldsForm } from './period-fields.tsx'

interface PeriodPartProps extends PartProps {
  readonly clock: ClockName | undefined
  /** Without it, of the whole community. */
  readonly category: Category | undefined
}

/** The period of one clock: everywhere here, or of one category. */
export function PeriodPart({ settings, onChange, clock, category }: PeriodPartProps) {
  // What is typed stays as typed; only going back to the usual draws the form anew.
  const [times, setTimes] = useState(0)
  const usual = clock && DEFAULT_PERIODS[clock]
  if (!clock || !usual) return <StateView title="没有这个期限" note="请回到“投诉设置”再打开。" />
  const common = settings.periods[clock] ?? usual
  const rule = category ? (periodsFor(settings, category)[clock] ?? common) : common
  const set = (next: ClockRule | undefined): void =>
    onChange((old) => withRule(old, { clock, category, rule: next }))
  const title = category
    ? `“${categoryName(settings, category)}”的${PERIOD_TITLES[clock]}`
    : PERIOD_TITLES[clock]
  const back = category ? common : usual
  const isOwn = category
    ? settings.categories.some((one) => one.category === category && one.periods[clock])
    : common.confidence !== 'ours'
  return (
    <>
      <PeriodFieldsForm key={times} {...{ title, clock, rule, onChange: set }} />
      {isOwn && (
        <>
          <Button
            kind="plain"
            id="back-to-usual"
            onPress={() => {
              set(category ? undefined : usual)
              setTimes(times + 1)
            }}
          >
            {category ? '改回跟全小区一样' : '改回默认'}
          </Button>
          <StateView
            title={category ? '全小区的' : '默认的'}
            note={`${ruleWords(clock, back)}。依据：${basisWords(back)}`}
          />
        </>
      )}
    </>
  )
}

interface RulePlace {
  readonly clock: ClockName
  readonly category: Category | undefined
  /** None: as everywhere else. */
  readonly rule: ClockRule | undefined
}

function withRule(old: Settings, { clock, category, rule }: RulePlace): Settings {
  const put = ({ [clock]: _, ...rest }: Settings['periods']): Settings['periods'] =>
    rule ? { ...rest, [clock]: rule } : rest
  if (category === undefined) return { ...old, periods: put(old.periods) }
  return {
    ...old,
    categories: old.categories.map((one) =>
      one.category === category ? { ...one, periods: put(one.periods) } : one,
    ),
  }
}
