import type { calendar, TableVersion } from '#shared/clocks/contract.ts'
import { mayTakeTable } from '#shared/clocks/giving-a-table.ts'
import { daysOfNotice } from '#shared/clocks/notice-text.ts'
import { clockRefusals } from '#shared/clocks/refusals.ts'
import { noticeOf } from '#shared/clocks/table-words.ts'
import { TableConfidence, type YearTable } from '#shared/clocks/year-table.ts'
import { fillIn } from '#shared/kernel/refusals.ts'
import type { Sent } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'

export const Form = z.object({
  /** The notice, or sentences like it. */
  text: z.string(),
  source: z.string(),
  confidence: TableConfidence,
})
export type Form = z.infer<typeof Form>

export const begunWith = (year: number, current: TableVersion | undefined): Form => ({
  text: current ? noticeOf(current) : '',
  source: current?.source ?? `国务院办公厅关于${year}年部分节假日安排的通知`,
  confidence: current?.confidence ?? 'full_text',
})

export interface ReadForm {
  readonly table: YearTable
  /** Why it cannot be given, in plain words, as the server would say it. */
  readonly problems: readonly string[]
}

export function readForm({ text, source, confidence }: Form, year: number, now: Date): ReadForm {
  const { off, worked, problems } = daysOfNotice(text, year)
  const table = { year, off: [...off], worked: [...worked], source: source.trim(), confidence }
  const length = Array.from(table.source).length
  return {
    table,
    problems: [
      ...problems,
      ...(off.length > 80 ? ['放假日最多 80 天，请核对。'] : []),
      ...(worked.length > 30 ? ['调休上班最多 30 天，请核对。'] : []),
      ...refusedBy(table, now),
      ...(length < 10 || length > 200 ? ['通知的名称和文号请写 10 到 200 个字。'] : []),
    ],
  }
}

function refusedBy(table: YearTable, now: Date): readonly string[] {
  const decision = mayTakeTable(table, now)
  return decision.ok ? [] : [fillIn(clockRefusals[decision.code].detail, decision.params ?? {})]
}

export const requestOf = (
  table: YearTable,
  replaces: number | undefined,
): Sent<typeof calendar.give> => ({ ...table, ...(replaces !== undefined && { replaces }) })
