import { DAY, HOUR, MINUTE } from '#shared/kernel/calendar.ts'
import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import { MAX_PHOTOS, type PhotoReason, type PhotoState } from './contract.ts'
import type { VoiceReason } from './voice-contract.ts'

/** What a person sends in a file of its own. All of them live the same life. */
export type Media = 'photo' | 'voice'
export type UploadReason = PhotoReason | VoiceReason

/** What each kind is refused with, where the rule is the same. */
const CODES = {
  photo: {
    notFound: 'photos.not_found',
    usedElsewhere: 'photos.used_elsewhere',
    contentRefused: 'photos.content_refused',
    notArrived: 'photos.not_arrived',
  },
  voice: {
    notFound: 'voices.not_found',
    usedElsewhere: 'voices.used_elsewhere',
    contentRefused: 'voices.content_refused',
    notArrived: 'voices.not_arrived',
  },
} as const
type Shared = (typeof CODES)[Media]

/** What decides about a photo or a voice note. Instants in ISO. */
export interface PhotoLife {
  readonly person: string
  /** A photo unless it says otherwise: the first of them did not. */
  readonly media?: Media | undefined
  readonly state: PhotoState
  readonly reason?: UploadReason | undefined
  readonly addedAt: string
  /** What it is part of, once it is. */
  readonly use?: string | undefined
  /** How often WeChat was asked. */
  readonly asked: number
  /** When to look for its bytes, or to ask WeChat, next. */
  readonly nextAt?: string | undefined
  /** Refused: until when what was refused is kept. */
  readonly bytesUntil?: string | undefined
  /** What it shows is a secret: no machine checks it, and only what it is part of says who sees it. */
  readonly sealed?: boolean | undefined
  /** Being removed: it is nobody's any more. */
  readonly lapsed?: boolean | undefined
}

/** A form is good for so long: a photo on a slow network, not a photo tomorrow. */
export const FORM_LIVES = 30 * MINUTE
/** A photo that is part of nothing by then is removed. */
const UNUSED_LIVES = DAY
/** WeChat says within 30 minutes; some verdicts never come. */
const VERDICT_TAKES = 35 * MINUTE
/**
 * WeChat checks nothing for a person who has not used the app within two hours:
 * asked every hour, it is asked soon after each of their visits.
 */
const PAUSES = [1, 5, 15, 30, 60].map((minutes) => minutes * MINUTE)
/** `review` means that a machine is in doubt. It seldom makes up its mind, so it is asked ever more rarely. */
const DOUBT = HOUR
const LONGEST_DOUBT = DAY

const codesOf = ({ media = 'photo' }: Pick<PhotoLife, 'media'>): Shared => CODES[media]

const after = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString()
const isPast = (instant: string, ms: number, now: Date): boolean =>
  Date.parse(instant) + ms <= now.getTime()

const isDue = (instant: string | undefined, now: Date): boolean =>
  instant !== undefined && isPast(instant, 0, now)

export const newUpload = (
  media: Media,
  person: string,
  now: Date,
  sealed?: boolean,
): PhotoLife => ({
  person,
  media,
  state: 'awaiting',
  addedAt: now.toISOString(),
  asked: 0,
  nextAt: after(now, FORM_LIVES + MINUTE),
  ...(sealed === true && { sealed }),
})

/** Its bytes are here, are a photo, and were stripped. */
export const afterArrival = <P extends PhotoLife>(photo: P, now: Date): P =>
  photo.sealed === true
    ? { ...photo, state: 'passed', nextAt: undefined }
    : { ...photo, state: 'checking', nextAt: now.toISOString() }

export const afterRefusal = <P extends PhotoLife>(photo: P, reason: UploadReason): P => ({
  ...photo,
  state: 'refused',
  reason,
  nextAt: undefined,
})

/** It was made part of something, and never came. */
export const afterGivingUp = <P extends PhotoLife>(photo: P): P =>
  afterRefusal(photo, codesOf(photo).notArrived)

/** Looked for in vain: once, since whoever sends it again sends the news of it too. */
export const afterVainLook = <P extends PhotoLife>(photo: P): P => ({ ...photo, nextAt: undefined })

/** WeChat was asked: it took the question, or gave none. Either way it is asked again unless it answers. */
export function afterAsking<P extends PhotoLife>(photo: P, answer: 'taken' | 'none', now: Date): P {
  const pause = answer === 'taken' ? VERDICT_TAKES : (PAUSES[photo.asked] ?? HOUR)
  return { ...photo, asked: photo.asked + 1, nextAt: after(now, pause) }
}

/**
 * What WeChat said of it; `none` where it could not look. The same verdict twice changes nothing.
 * A picture it holds for risky is seen by nobody, whatever was said before.
 */
export function afterVerdict<P extends PhotoLife>(
  photo: P,
  verdict: 'pass' | 'review' | 'risky' | 'none',
  now: Date,
): P {
  const isOpen = photo.state === 'checking'
  if (verdict === 'risky') {
    return isOpen || photo.state === 'passed'
      ? afterRefusal(photo, codesOf(photo).contentRefused)
      : photo
  }
  if (!isOpen) return photo
  if (verdict === 'pass') return { ...photo, state: 'passed', nextAt: undefined }
  const doubt = Math.min(DOUBT * 2 ** Math.max(0, photo.asked - 1), LONGEST_DOUBT)
  const pause = verdict === 'review' ? doubt : (PAUSES[photo.asked] ?? HOUR)
  return { ...photo, nextAt: after(now, pause) }
}

/** What the clock asks for now. */
export type PhotoDuty = 'remove' | 'give_up' | 'forget_bytes' | 'look' | 'ask' | 'nothing'

export function dutyOf(photo: PhotoLife, now: Date): PhotoDuty {
  const isOld = isPast(photo.addedAt, UNUSED_LIVES, now)
  if (photo.lapsed === true || (isOld && photo.use === undefined)) return 'remove'
  if (isOld && photo.state === 'awaiting') return 'give_up'
  if (isDue(photo.bytesUntil, now)) return 'forget_bytes'
  if (!isDue(photo.nextAt, now)) return 'nothing'
  return photo.state === 'awaiting' ? 'look' : 'ask'
}

/** The earliest of everything that will be due; none for a photo that is part of something and settled. */
export function dueAt(photo: PhotoLife): string | undefined {
  const { lapsed, use, state, nextAt, addedAt, bytesUntil } = photo
  if (lapsed === true) return addedAt
  const hasEnd = use === undefined || state === 'awaiting'
  const end = hasEnd ? after(new Date(addedAt), UNUSED_LIVES) : undefined
  return [nextAt, end, bytesUntil].filter((time) => time !== undefined).sort()[0]
}

/** May this person make these part of `use`? Those that are still on their way may be, refused ones not. */
export function claimable(
  media: Media,
  photos: readonly (PhotoLife | undefined)[],
  person: string,
  use: string,
  sealed = false,
): Decision<true, Shared['notFound' | 'usedElsewhere'] | UploadReason> {
  const { notFound, usedElsewhere } = CODES[media]
  for (const photo of photos) {
    if (!photo || !isTheirs(media, photo, person, sealed)) return refuse(notFound)
    if (photo.use !== undefined && photo.use !== use) return refuse(usedElsewhere)
    if (photo.reason !== undefined) return refuse(photo.reason)
  }
  return accept(true)
}

/** What was sealed for one purpose is no picture for another, nor the other way round. */
const isTheirs = (media: Media, photo: PhotoLife, person: string, sealed: boolean): boolean =>
  isOf(media, photo) &&
  photo.person === person &&
  photo.lapsed !== true &&
  (photo.sealed === true) === sealed

/** A photo's id is no voice note's. */
export const isOf = (media: Media, { media: own = 'photo' }: Pick<PhotoLife, 'media'>): boolean =>
  own === media

/** Are these so many that one complaint may have, and each once? */
export function countable(
  photos: readonly string[],
): Decision<true, 'photos.too_many' | 'photos.repeated'> {
  if (photos.length > MAX_PHOTOS) return refuse('photos.too_many', { max: MAX_PHOTOS })
  return new Set(photos).size === photos.length ? accept(true) : refuse('photos.repeated')
}

interface Sight {
  readonly state: PhotoState
  readonly reason?: UploadReason
  readonly url?: string
}

/** A photo or voice note as far as this person may see or hear it; `url` is asked for only where they may. */
export function seenBy(photo: PhotoLife, person: string, url: () => string): Sight {
  const { state, reason, sealed } = photo
  const isOwn = photo.person === person
  const isReady = state === 'passed' || (isOwn && state === 'checking')
  const isShown = isReady && sealed !== true
  return {
    state,
    ...(isOwn && reason !== undefined ? { reason } : {}),
    ...(isShown ? { url: url() } : {}),
  }
}
