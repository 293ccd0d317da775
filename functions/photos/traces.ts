import { DAY } from '#shared/kernel/calendar.ts'
import * as z from '#shared/kernel/zod.ts'
import { SUGGESTIONS } from '../platform/weixin/weixin.ts'
import { ConflictError, type Json, type Table } from '../platform/table/table.ts'

export const Said = z.object({
  kind: z.literal('said'),
  verdict: z.enum([...SUGGESTIONS, 'none']),
  label: z.int().optional(),
})
export type Said = z.infer<typeof Said>

const About = z.object({ kind: z.literal('about'), community: z.string(), photo: z.string() })
export type About = z.infer<typeof About>

const FORMAT = 1
const KEPT = 7 * DAY

/**
 * WeChat's answer may come before we have written down what we asked: both sides put the same item if it is absent,
 * and whoever comes second finds what the other knows.
 */
export const tracesIn = (table: Table) => {
  const meet = async <T extends z.ZodType>(
    trace: string,
    mine: Json,
    other: T,
    now: Date,
  ): Promise<z.output<T> | undefined> => {
    const key = { pk: `TRACE#${trace}`, sk: 'PHOTO' }
    const expiresAt = Math.floor((now.getTime() + KEPT) / 1_000)
    try {
      await table.put({ version: 1, v: FORMAT, data: mine, expiresAt, ...key })
      return undefined
    } catch (err) {
      if (!(err instanceof ConflictError)) throw err
      const met = await table.get(key)
      return other.safeParse(met?.data).data
    }
  }
  return {
    /** Notes what was asked; what WeChat has said already, where it has. */
    ask: (trace: string, about: About, now: Date): Promise<Said | undefined> =>
      meet(trace, about, Said, now),
    /** Notes what WeChat said; what it is about, where that is known. The same answer again finds it again. */
    hear: (trace: string, said: Said, now: Date): Promise<About | undefined> =>
      meet(trace, said, About, now),
  }
}
