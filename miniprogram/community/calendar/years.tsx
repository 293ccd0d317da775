import { useState } from 'react'
import { dayOf } from '#shared/kernel/calendar.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import type { ShownTable } from './shown-table.ts'
import { YearTableCard } from './year-table-card.tsx'
import { YearVersions } from './year-versions.tsx'

interface YearsProps {
  /** Of each year the latest first, the years ascending. */
  readonly versions: readonly ShownTable[]
  readonly missing: { readonly year: number; readonly sentence: string } | undefined
  /** Only of who may give a table. */
  readonly onGive?: (year: number) => void
}

/** Which years there are, on what they rest, and which days are off or worked. */
export function Years({ versions, missing, onGive }: YearsProps) {
  const today = dayOf(useNow())
  const thisYear = Number(today.slice(0, 4))
  const years = [...new Set(versions.map(({ year }) => year))]
  const [chosen, setChosen] = useState(years.includes(thisYear) ? thisYear : years[0])
  const ofYear = versions.filter(({ year }) => year === chosen)
  const [table] = ofYear
  return (
    <>
      {missing && <NoticeBar tone="amber">{missing.sentence}</NoticeBar>}
      <Card title="哪一年">
        <ChoiceRow
          label="哪一年"
          options={years.map((year) => ({ value: String(year), label: `${year} 年` }))}
          value={String(chosen)}
          onChange={(year) => setChosen(Number(year))}
        />
      </Card>
      {table && <YearTableCard key={table.year} table={table} today={today} />}
      {onGive && (
        <>
          <YearVersions versions={ofYear} />
          {table && table.year >= thisYear && (
            <Button kind="plain" id="change-year" onPress={() => onGive(table.year)}>
              {`通知有变动，改 ${table.year} 年的安排`}
            </Button>
          )}
          <NextYear {...{ years, thisYear, onGive }} missing={missing?.year} />
        </>
      )}
    </>
  )
}

interface NextYearProps {
  readonly years: readonly number[]
  readonly thisYear: number
  /** What is missed already. */
  readonly missing: number | undefined
  readonly onGive: (year: number) => void
}

/** What is to be given next: what is missed, or what is not there yet. */
function NextYear({ years, thisYear, missing, onGive }: NextYearProps) {
  const next = missing ?? thisYear + 1
  if (missing === undefined && years.includes(next)) return null
  return (
    <>
      {missing === undefined && <NotYet year={next} />}
      <Action>
        <Button id="give-year" onPress={() => onGive(next)}>
          {`录入 ${next} 年的放假安排`}
        </Button>
      </Action>
    </>
  )
}

/** Before December nobody is late: the notice usually comes in October or November. */
const NotYet = ({ year }: { readonly year: number }) => (
  <NoticeBar tone="blue">
    {`${year} 年的放假安排还没有录入。通知一般在前一年 10 月、11 月发布，发布后请录入；从 12 月 1 日起会提醒所有工作人员。`}
  </NoticeBar>
)
