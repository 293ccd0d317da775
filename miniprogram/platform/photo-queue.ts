import * as z from '#shared/kernel/zod.ts'
import { DAY, HOUR, MINUTE } from '#shared/kernel/calendar.ts'

/**
 * A photo between the phone and the server. `sent` has its id there, `failed` says why and waits for the person,
 * `waiting` waits for its turn, for the network or for `nextAt`. Instants in ISO.
 */
export const QueuedPhoto = z.object({
  /** Goes with it: sent again after a lost answer it is still the same photo. */
  key: z.string(),
  /** Where it lies on this phone. */
  path: z.string(),
  state: z.enum(['waiting', 'sending', 'sent', 'failed']),
  /** How often in a row it did not arrive. */
  attempts: z.int(),
  nextAt: z.string().optional(),
  photo: z.string().optional(),
  sentAt: z.string().optional(),
  wrong: z.string().optional(),
})
export type QueuedPhoto = z.infer<typeof QueuedPhoto>

export type PhotoQueue = readonly QueuedPhoto[]

export type PhotoEvent =
  | { readonly kind: 'added'; readonly key: string; readonly path: string }
  | { readonly kind: 'begun'; readonly key: string }
  | { readonly kind: 'arrived'; readonly key: string; readonly photo: string; readonly at: Date }
  /** `lasting`: sending it again would not help. */
  | {
      readonly kind: 'stopped'
      readonly key: string
      readonly wrong: string
      readonly lasting: boolean
      readonly at: Date
    }
  | { readonly kind: 'asked_again'; readonly key: string }
  | { readonly kind: 'removed'; readonly key: string }
  /** The server no longer has it: it goes anew, as another. */
  | { readonly kind: 'lapsed'; readonly key: string; readonly anew: string }
  /** It arrived, and is nothing that others may see. */
  | { readonly kind: 'refused'; readonly key: string; readonly wrong: string }
  /** The app was closed while it was being sent. */
  | { readonly kind: 'app_opened' }
  | { readonly kind: 'network_returned' }

export const PHOTOS_AT_MOST = 9

const PAUSES = [5_000, 15_000, MINUTE, 5 * MINUTE] as const
/** Then it waits for the person: a phone that tries for ever is hot and empty. */
export const ATTEMPTS = PAUSES.length + 1

/** The server throws away after a day what is part of nothing by then. */
const FRESH = DAY - 2 * HOUR

const MOVES: {
  readonly [K in PhotoEvent['kind']]: (
    photo: QueuedPhoto,
    event: Extract<PhotoEvent, { kind: K }>,
  ) => QueuedPhoto | undefined
} = {
  added: (photo) => photo,
  begun: (photo) => (photo.state === 'waiting' ? plain(photo, 'sending') : photo),
  arrived: (photo, { photo: id, at }) =>
    photo.state === 'sending'
      ? { ...plain(photo, 'sent'), attempts: 0, photo: id, sentAt: at.toISOString() }
      : photo,
  stopped: (photo, event) => (photo.state === 'sending' ? afterStop(photo, event) : photo),
  asked_again: (photo) =>
    photo.state === 'failed' || photo.state === 'waiting'
      ? { ...plain(photo, 'waiting'), attempts: 0 }
      : photo,
  removed: () => undefined,
  lapsed: (photo, { anew }) =>
    photo.state === 'sent' ? { ...plain(photo, 'waiting'), key: anew } : photo,
  refused: (photo, { wrong }) =>
    photo.state === 'sent' ? { ...plain(photo, 'failed'), wrong } : photo,
  app_opened: (photo) => (photo.state === 'sending' ? plain(photo, 'waiting') : photo),
  network_returned: (photo) => (photo.state === 'waiting' ? plain(photo, 'waiting') : photo),
}

/** Without what only another state has. */
const plain = ({ key, path, attempts }: QueuedPhoto, state: QueuedPhoto['state']): QueuedPhoto => ({
  key,
  path,
  attempts,
  state,
})

function afterStop(
  photo: QueuedPhoto,
  { wrong, lasting, at }: Extract<PhotoEvent, { kind: 'stopped' }>,
): QueuedPhoto {
  const attempts = photo.attempts + 1
  const pause = PAUSES[attempts - 1]
  if (lasting || pause === undefined) return { ...plain(photo, 'failed'), attempts, wrong }
  const nextAt = new Date(at.getTime() + pause).toISOString()
  return { ...plain(photo, 'waiting'), attempts, nextAt }
}

/** The queue after what happened. What happens to a photo that is gone, or in another state, changes nothing. */
export function afterEvent(queue: PhotoQueue, event: PhotoEvent): PhotoQueue {
  if (event.kind === 'added') {
    const isKnown = queue.some(({ key }) => key === event.key)
    if (isKnown || queue.length >= PHOTOS_AT_MOST) return queue
    return [...queue, { key: event.key, path: event.path, state: 'waiting', attempts: 0 }]
  }
  const move = MOVES[event.kind] as (
    photo: QueuedPhoto,
    event: PhotoEvent,
  ) => QueuedPhoto | undefined
  return queue.flatMap((photo) => {
    const isMeant = !('key' in event) || event.key === photo.key
    return isMeant ? (move(photo, event) ?? []) : photo
  })
}

/** The one to send now: one after the other, in their order; none while one is on its way. */
export function nextToSend(queue: PhotoQueue, now: Date): QueuedPhoto | undefined {
  if (queue.some(({ state }) => state === 'sending')) return undefined
  const time = now.toISOString()
  return queue.find(({ state, nextAt = '' }) => state === 'waiting' && nextAt <= time)
}

/** When there is something to send again; nothing where no photo waits for a time. */
export const nextTime = (queue: PhotoQueue): string | undefined =>
  queue.flatMap(({ state, nextAt }) => (state === 'waiting' && nextAt ? [nextAt] : [])).sort()[0]

/** On their way: neither there nor given up. */
export const underWay = (queue: PhotoQueue): PhotoQueue =>
  queue.filter(({ state }) => state === 'waiting' || state === 'sending')

export const sentIds = (queue: PhotoQueue): string[] =>
  queue.flatMap(({ state, photo }) => (state === 'sent' && photo !== undefined ? [photo] : []))

/** Sent so long ago that the server may have thrown them away. */
export const staleIn = (queue: PhotoQueue, now: Date): PhotoQueue =>
  queue.filter(
    ({ state, sentAt }) =>
      state === 'sent' &&
      sentAt !== undefined &&
      sentAt < new Date(now.getTime() - FRESH).toISOString(),
  )
