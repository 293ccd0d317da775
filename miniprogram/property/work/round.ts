import { Category, ComplaintState, type Complaint } from '#shared/complaints/contract.ts'
import * as z from '#shared/kernel/zod.ts'
import { now } from '#miniprogram/platform/clock.ts'
import { stored } from '#miniprogram/platform/storage.ts'

/** What is needed on site without a network: where, what, until when. */
export const Stop = z.object({
  number: z.string(),
  category: Category,
  place: z.string(),
  text: z.string(),
  state: ComplaintState,
  dueAt: z.string().optional(),
  paused: z.boolean().optional(),
  /** When it was last heard of. */
  keptAt: z.string(),
})
export type Stop = z.infer<typeof Stop>

/** One round of one day; a phone's storage holds it easily. */
export const STOPS_AT_MOST = 30

export interface Round {
  /** In the order in which they were chosen. */
  list(): readonly Stop[]
  /** Again it is brought up to date. `false` where the round is full, or the phone has no room. */
  keep(complaint: Complaint): boolean
  remove(number: string): void
}

/** What somebody is going to look at, on this phone. */
export function roundOf(person: string, community: string): Round {
  const place = stored(`round:${person}:${community}`, z.array(Stop))
  const list = () => place.read() ?? []
  return {
    list,
    keep(complaint) {
      const all = list()
      const isKnown = all.some(({ number }) => number === complaint.number)
      if (!isKnown && all.length >= STOPS_AT_MOST) return false
      const stop = stopOf(complaint)
      return place.write(
        isKnown ? all.map((one) => (one.number === stop.number ? stop : one)) : [...all, stop],
      )
    },
    remove: (number) => void place.write(list().filter((one) => one.number !== number)),
  }
}

const stopOf = ({ number, category, place, text, state, dueAt, paused }: Complaint): Stop => ({
  ...{ number, category, place, text, state },
  ...(dueAt !== undefined && { dueAt }),
  ...(paused !== undefined && { paused }),
  keptAt: now().toISOString(),
})
