import { Day } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'

/** How sure we are of a table: read in the notice itself, or carried over from somebody who quotes it. */
export const TableConfidence = z.enum(['full_text', 'quoted'])

/**
 * One year of the State Council's notice (国务院办公厅关于某年部分节假日安排的通知): everything else is Monday to Friday.
 * It may also speak of the last days of December before, as those for 2019 and 2023 did.
 */
export const YearTable = z.object({
  year: z.int().min(2000).max(2100),
  /** Days off by the notice, weekends among them included; ascending. */
  off: z.array(Day),
  /** Saturdays and Sundays on which work is done (调休上班); ascending. */
  worked: z.array(Day),
  /** The notice by name and number. */
  source: z.string(),
  confidence: TableConfidence,
})
export type YearTable = z.infer<typeof YearTable>
