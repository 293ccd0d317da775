import { MINUTE } from '#shared/kernel/calendar.ts'
import * as z from '#shared/kernel/zod.ts'
import type { ApiError } from '#miniprogram/platform/api-error.ts'
import { draftsOf, type Draft, type Drafts } from '#miniprogram/platform/drafts.ts'
import { nextTime, QueuedPhoto, underWay } from '#miniprogram/platform/photo-queue.ts'

/** Something written down on site: being written, on its way, there, or refused. */
export const RoundNote = z.object({
  number: z.string(),
  text: z.string(),
  photos: z.array(QueuedPhoto),
  /** Asked to be sent: it goes as soon as it can. */
  sending: z.object({ attempts: z.int(), nextAt: z.string().optional() }).optional(),
  sentAt: z.string().optional(),
  /** Why it did not go, where trying again by itself would not help. */
  wrong: z.string().optional(),
})
export type RoundNote = z.infer<typeof RoundNote>

export const roundNotes = (person: string, community: string): Drafts<RoundNote> =>
  draftsOf(person, `round-notes:${community}`, RoundNote)

export const nothingYet = (number: string): RoundNote => ({ number, text: '', photos: [] })

/** What the server is told where a photo says it all. */
export const textOf = ({ text, photos }: RoundNote): string => {
  const words = text.trim()
  return words === '' && photos.length > 0 ? '现场照片' : words
}

export type Standing = 'writing' | 'waiting' | 'sent' | 'refused'

export function standingOf({ sending, sentAt, wrong }: RoundNote): Standing {
  if (sentAt !== undefined) return 'sent'
  if (sending) return 'waiting'
  return wrong === undefined ? 'writing' : 'refused'
}

/** A photo of it was given up. */
export const hasFailed = ({ photos }: RoundNote): boolean =>
  photos.some(({ state }) => state === 'failed')

/** It goes with those photos that can still arrive. */
export const withoutFailed = (note: RoundNote): RoundNote => ({
  ...note,
  photos: note.photos.filter(({ state }) => state !== 'failed'),
})

export const asked = (note: RoundNote): RoundNote => ({
  ...note,
  photos: note.photos.map((one) =>
    one.state === 'failed' ? { key: one.key, path: one.path, state: 'waiting', attempts: 0 } : one,
  ),
  sending: { attempts: 0 },
  wrong: undefined,
})

const PAUSES = [5_000, 15_000, MINUTE] as const
const LONGEST = 5 * MINUTE

/** Whether trying again later may help: no answer came, or the server was not well. */
const isPassing = ({ status }: ApiError): boolean => status === 0 || status === 429 || status >= 500

/** It did not arrive: what passes is tried again later, what does not waits for the person. */
export function afterTrouble(note: RoundNote, trouble: ApiError, now: Date): RoundNote {
  const attempts = note.sending?.attempts ?? 0
  if (!isPassing(trouble)) return { ...note, sending: undefined, wrong: trouble.detail }
  const nextAt = new Date(now.getTime() + (PAUSES[attempts] ?? LONGEST)).toISOString()
  return { ...note, sending: { attempts: attempts + 1, nextAt } }
}

/** Whose turn it is, the first written first. */
export const dueNotes = (
  notes: readonly Draft<RoundNote>[],
  now: Date,
): readonly Draft<RoundNote>[] =>
  notes
    .filter(({ content: { sending } }) => sending && (sending.nextAt ?? '') <= now.toISOString())
    .reverse()

/** When there is something to try again; nothing where none waits for a time. */
export const nextNoteTime = (notes: readonly Draft<RoundNote>[]): string | undefined =>
  notes
    .filter(({ content }) => content.sending)
    .flatMap(({ content }) => {
      const times = [content.sending?.nextAt, nextTime(content.photos)]
      return times.filter((time) => time !== undefined)
    })
    .sort()[0]

/** Every photo has arrived, or was given up. */
export const photosAreThere = ({ photos }: RoundNote): boolean => underWay(photos).length === 0
