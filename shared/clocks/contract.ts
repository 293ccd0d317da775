import { contract, Day, Id, Instant } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { TableConfidence, YearTable } from './year-table.ts'

/** One version of a year's table. 0 came with the program. */
export const TableVersion = YearTable.extend({
  version: z.int(),
  /** When it was given; of version 0 nothing is said. */
  givenAt: Instant.optional(),
  /** Masked name of who gave it. */
  givenBy: z.string().optional(),
})
export type TableVersion = z.infer<typeof TableVersion>

/** Of a year that has no table and should have one. */
const Missing = z.object({ year: z.int(), sentence: z.string() })

/** The calendar deadlines run by. */
export const calendar = contract({
  read: {
    method: 'GET',
    path: '/communities/:community/calendar',
    summary: 'By which notices deadlines are computed, and which is missing',
    access: 'calendar:read',
    input: z.strictObject({ community: Id }),
    output: z.object({
      years: z.array(
        z.object({
          year: z.int(),
          version: z.int(),
          source: z.string(),
          ...YearTable.pick({ off: true, worked: true }).partial().shape,
        }),
      ),
      missing: Missing.optional(),
    }),
  },
  list: {
    method: 'GET',
    path: '/platform/calendar',
    summary: 'Every version of every year’s table, the years ascending, the latest version first',
    access: 'calendar:edit',
    input: z.strictObject({}),
    output: z.object({ versions: z.array(TableVersion), missing: Missing.optional() }),
  },
  give: {
    method: 'POST',
    path: '/platform/calendar',
    summary:
      'Give the table of a year, by the notice of the State Council, as its next version: deadlines computed without it are computed anew',
    access: 'calendar:edit',
    fresh: true,
    idempotency: 'required',
    success: 201,
    input: z.strictObject({
      year: z.int().min(2000).max(2100),
      /** Days off by the notice, weekends among them included. */
      off: z.array(Day).min(1).max(80),
      /** Saturdays and Sundays on which work is done. */
      worked: z.array(Day).max(30),
      source: text(10, 200),
      confidence: TableConfidence,
      /** The version it takes the place of; none where the year has no table yet. */
      replaces: z.int().min(0).optional(),
    }),
    output: TableVersion,
  },
})
