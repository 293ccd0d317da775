import { useState } from 'react'
import type { ClockName, ClockRule } from '#shared/clocks/rule.ts'
import type { Category } from '#shared/complaints/categories.ts'
import { ruleWords, basisWords, PERIOD_TITLES } from '#shared/complaints/settings-words.ts'
import { categoryName, DEFAULT_PERIODS, type Settings } from '#shared/complaints/settings.ts'
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
  const place = clock && placeOf(settings, clock, category)
  if (!place) return <StateView title="没有这个期限" note="请回到“投诉设置”再打开。" />
  const set = (rule: ClockRule | undefined): void =>
    onChange((old) => withRule(old, { clock, category, rule }))
  return (
    <>
      <PeriodFieldsForm
        key={times}
        {...{ title: place.title, clock, rule: place.rule, onChange: set }}
      />
      {place.isOwn && (
        <>
          <Button
            kind="plain"
            id="back-to-usual"
            onPress={() => {
              set(category ? undefined : place.usual)
              setTimes(times + 1)
            }}
          >
            {category ? '改回跟全小区一样' : '改回默认'}
          </Button>
          <StateView
            title={category ? '全小区的' : '默认的'}
            note={`${ruleWords(clock, place.usual)}。依据：${basisWords(place.usual)}`}
          />
        </>
      )}
    </>
  )
}

interface Place {
  readonly title: string
  readonly rule: ClockRule
  /** What it goes back to. */
  readonly usual: ClockRule
  readonly isOwn: boolean
}

function placeOf(
  settings: Settings,
  clock: ClockName,
  category: Category | undefined,
): Place | undefined {
  const ours = DEFAULT_PERIODS[clock]
  if (!ours) return undefined
  const title = PERIOD_TITLES[clock]
  const common = settings.periods[clock] ?? ours
  if (category === undefined) {
    return { title, rule: common, usual: ours, isOwn: common.confidence !== 'ours' }
  }
  const own = settings.categories.find((one) => one.category === category)?.periods[clock]
  return {
    title: `“${categoryName(settings, category)}”的${title}`,
    ...{ rule: own ?? common, usual: common, isOwn: own !== undefined },
  }
}

interface RulePlace {
  readonly clock: ClockName
  readonly category: Category | undefined
  /** None: as everywhere else. */
  readonly rule: ClockRule | undefined
}

function withRule(old: Settings, { clock, category, rule }: RulePlace): Settings {
  const put = (periods: Settings['periods']): Settings['periods'] =>
    rule
      ? { ...periods, [clock]: rule }
      : Object.fromEntries(Object.entries(periods).filter(([name]) => name !== clock))
  if (category === undefined) return { ...old, periods: put(old.periods) }
  return {
    ...old,
    categories: old.categories.map((one) =>
      one.category === category ? { ...one, periods: put(one.periods) } : one,
    ),
  }
}
