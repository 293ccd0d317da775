import type { TableVersion } from '#shared/clocks/contract.ts'
import { exampleOf } from '#shared/clocks/provisional-example.ts'
import { monthsIn } from '#shared/clocks/table-words.ts'
import { formatDue } from '#shared/clocks/words.ts'
import type { YearTable } from '#shared/clocks/year-table.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { MonthGrid } from '../month-grid.tsx'

interface PreviewProps {
  readonly table: YearTable
  readonly problems: readonly string[]
  /** What counts now for this year. */
  readonly current: TableVersion | undefined
  readonly versions: readonly TableVersion[]
  /** Nothing was typed yet. */
  readonly isEmpty: boolean
}

/** What was understood, month by month, before it is given; and what it changes. */
export function Preview({ table, problems, current, versions, isEmpty }: PreviewProps) {
  if (isEmpty) return null
  const months = monthsIn(table)
  return (
    <>
      {problems.map((problem) => (
        <NoticeBar key={problem} tone="red">
          {problem}
        </NoticeBar>
      ))}
      <Card title={`读出来：休 ${table.off.length} 天，班 ${table.worked.length} 天`}>
        {months.length === 0 && <Row title="还没有读出日期" />}
      </Card>
      {months.map(({ month, words }) => (
        <Card key={month} title={`${month.slice(0, 4)} 年 ${Number(month.slice(5))} 月`}>
          <Row title={words.join('，')} />
          <MonthGrid month={month} table={table} />
        </Card>
      ))}
      {current && <Differences table={table} current={current} />}
      {problems.length === 0 && <Recomputed table={table} current={current} versions={versions} />}
    </>
  )
}

interface DifferencesProps {
  readonly table: YearTable
  readonly current: TableVersion
}

/** Against the version that counts now, day by day. */
function Differences({ table, current }: DifferencesProps) {
  const rows = [
    ...differing('休', table.off, current.off),
    ...differing('班', table.worked, current.worked),
  ]
  return (
    <Card title={`跟现在用的（${nameOf(current)}）比`}>
      {rows.map((row) => (
        <Row key={row} title={row} />
      ))}
      {rows.length === 0 && <Row title="没有不同" />}
    </Card>
  )
}

const nameOf = ({ version }: TableVersion): string =>
  version === 0 ? '随程序带的' : `第 ${version} 版`

const differing = (mark: string, next: readonly string[], old: readonly string[]) => [
  ...next.filter((day) => !old.includes(day)).map((day) => `${wordsOf(day)}：改为${mark}`),
  ...old.filter((day) => !next.includes(day)).map((day) => `${wordsOf(day)}：不再是${mark}`),
]

const wordsOf = (day: string): string => {
  const [, month, date] = day.split('-').map(Number)
  return `${month} 月 ${date} 日`
}

type RecomputedProps = Pick<PreviewProps, 'table' | 'current' | 'versions'>

/** Which deadlines move by it, said with one that does. */
function Recomputed({ table, current, versions }: RecomputedProps) {
  const now = useNow()
  if (current) {
    return (
      <NoticeBar tone="blue">
        {`保存后开始的期限按新安排算。已经按${nameOf(current)}安排算定的期限不变，已经逾期的也不变。`}
      </NoticeBar>
    )
  }
  const latest = versions.filter(({ year }, n) => versions[n - 1]?.year !== year)
  const { before, after } = exampleOf(latest, table)
  const [old, next] = [formatDue(before, now), formatDue(after, now)]
  const moves = old === next ? `还是 ${old}` : `由 ${old} 改为 ${next}`
  return (
    <NoticeBar tone="blue">
      {`保存后，还没有到期、暂按周一至周五计算的期限会在一天内自动重算，重算记在那件投诉的经过里；已经逾期的不变。例如 ${table.year - 1} 年 12 月 28 日 10:00 开始的 5 个工作日，${moves}。`}
    </NoticeBar>
  )
}
