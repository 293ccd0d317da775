import { refusals } from '#shared/api.ts'
import { formatArea } from '#shared/kernel/area.ts'
import { fillIn, type Refusal } from '#shared/kernel/refusals.ts'
import type { Figures } from '#shared/register/figures.ts'
import type { LeftOutSheet } from '#shared/register/find-registers.ts'
import type { ColumnGuess } from '#shared/register/mapping.ts'
import { DOUBTS, type RowDoubt, type RowProblem, PROBLEMS } from '#shared/register/problems.ts'
import type { Understanding } from '#shared/register/understand.ts'

type About = Pick<Understanding, 'problems' | 'doubts' | 'sameNames' | 'sheets' | 'leftOut'>

const withReason = ({ sheet, row, problem, unit }: RowProblem) => ({
  sheet,
  row,
  problem,
  reason: PROBLEMS[problem],
  ...(unit !== undefined && { unit }),
})
const doubtWithReason = ({ sheet, row, doubt }: RowDoubt) => ({
  sheet,
  row,
  doubt,
  reason: DOUBTS[doubt],
})

/** Keys of owners mean nothing outside the store, and under a key made for one reading nothing at all. */
const withoutKeys = ({ name, owners }: Understanding['sameNames'][number]) => ({
  name,
  owners: owners.map(({ units, identityLast4, phoneLast4 }) => ({
    units,
    ...(identityLast4 !== undefined && { identityLast4 }),
    ...(phoneLast4 !== undefined && { phoneLast4 }),
  })),
})

function leftOutWithReason({ name, reason }: LeftOutSheet) {
  if (reason === 'hidden') return { name, reason: '工作表是隐藏的' }
  const { detail }: Refusal = refusals[reason]
  return { name, reason: fillIn(detail, { sheet: name }), code: reason }
}

/** One document: the figures, every row not taken with its reason, what a person should look at. */
export const documentOf = (figures: Figures, about: About) => ({
  ...figures,
  problems: about.problems.map(withReason),
  doubts: about.doubts.map(doubtWithReason),
  sameNames: about.sameNames.map(withoutKeys),
  sheets: about.sheets,
  leftOut: about.leftOut.map(leftOutWithReason),
})

const SHOWN = 20

const some = (lines: readonly string[]): readonly string[] =>
  lines.length <= SHOWN ? lines : [...lines.slice(0, SHOWN), `  …… 另有 ${lines.length - SHOWN} 条`]

/** The same for a person at a terminal. */
export function linesOf(figures: Figures, about: About): readonly string[] {
  const { units, parking, totalAreaCenti, heads, developerUnits, coOwnedUnits } = figures
  return [
    `房屋 ${units} 套，车位 ${parking} 个，面积 ${formatArea(totalAreaCenti)}，按人数规则 ${heads} 人；` +
      `未售或未交付 ${developerUnits} 套，共有 ${coOwnedUnits} 套`,
    ...about.sheets.map(
      ({ name, taken, skipped }) => `工作表“${name}”：${taken} 行，另有空行、合计等 ${skipped} 行`,
    ),
    ...about.leftOut
      .map(leftOutWithReason)
      .map((one) => `工作表“${one.name}”没有读：${one.reason}`),
    ...listed('行没有导入', about.problems.map(withReason)),
    ...listed('行请核对', about.doubts.map(doubtWithReason)),
    ...(about.sameNames.length === 0
      ? []
      : [
          `${about.sameNames.length} 组同名业主分不清是否同一人，暂按不同的人：`,
          ...some(about.sameNames.map(({ name, owners }) => `  ${name}（${owners.length} 人）`)),
        ]),
  ]
}

function listed(
  what: string,
  rows: readonly {
    readonly sheet: string
    readonly row: number
    readonly reason: string
    readonly unit?: string
  }[],
): readonly string[] {
  if (rows.length === 0) return []
  const lines = rows.map(
    ({ sheet, row, reason, unit }) =>
      `  “${sheet}”第 ${row} 行${unit === undefined ? '' : `（${unit}）`}：${reason}`,
  )
  return [`${rows.length} ${what}：`, ...some(lines)]
}

/** What the columns were taken for; no row, so that nothing personal is printed. */
export const columnsOf = (guesses: readonly ColumnGuess[]) =>
  guesses.map(({ sheet, headerRow, columns, certain }) => ({ sheet, headerRow, columns, certain }))
