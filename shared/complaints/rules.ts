import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import { can, type Role } from '#shared/kernel/permissions.ts'
import {
  ComplaintAct,
  type Complaint,
  type ComplaintState,
  type Place,
  type QueueStage,
} from './contract.ts'
import type { complaintRefusals } from './refusals.ts'

export type ComplaintCode = keyof typeof complaintRefusals

/** Who looks or acts. A screen knows it from `mine` and the membership. */
export interface Viewer {
  readonly isFiler: boolean
  /** Sent it in for the filer, and is still their helper on record. */
  readonly isHelper?: boolean
  readonly roles: readonly Role[]
}

/** What decides about acts: a `Complaint` as its filer or handler was given it is one. */
export interface Standing extends Pick<Complaint, 'state' | 'disputesLeft' | 'held'> {
  readonly timeline: { readonly length: number }
}

/** A timeline of this length takes no more replies: one read of at most 1 MB must hold the complaint whole. */
export const MOST_ENTRIES = 60

/** Disputes a filer has for one complaint. */
export const DISPUTES = 1

/** From each state, where an act leads, or why it does not. */
const STEPS = {
  accept: {
    submitted: 'accepted',
    accepted: 'complaints.already_accepted',
    replied: 'complaints.already_accepted',
    resolved: 'complaints.already_resolved',
    disputed: 'accepted',
    confirmed: 'complaints.already_confirmed',
  },
  reply: {
    submitted: 'complaints.not_accepted',
    accepted: 'replied',
    replied: 'replied',
    resolved: 'complaints.already_resolved',
    disputed: 'replied',
    confirmed: 'complaints.already_confirmed',
  },
  resolve: {
    submitted: 'complaints.not_accepted',
    accepted: 'resolved',
    replied: 'resolved',
    resolved: 'complaints.already_resolved',
    disputed: 'resolved',
    confirmed: 'complaints.already_confirmed',
  },
  confirm: {
    submitted: 'complaints.not_resolved',
    accepted: 'complaints.not_resolved',
    replied: 'complaints.not_resolved',
    resolved: 'confirmed',
    disputed: 'complaints.not_resolved',
    confirmed: 'complaints.already_confirmed',
  },
  dispute: {
    submitted: 'complaints.not_resolved',
    accepted: 'complaints.not_resolved',
    replied: 'complaints.not_resolved',
    resolved: 'disputed',
    disputed: 'complaints.already_disputed',
    confirmed: 'complaints.already_confirmed',
  },
} as const satisfies Record<
  Exclude<ComplaintAct, 'release'>,
  Record<ComplaintState, ComplaintState | ComplaintCode>
>

/** May this person do this now? Accepted with the state it leads to. */
export function decide(
  act: ComplaintAct,
  complaint: Standing,
  viewer: Viewer,
): Decision<ComplaintState, ComplaintCode> {
  const notTheirs = whyNotTheirs(act, viewer)
  if (notTheirs !== undefined) return refuse(notTheirs)
  if (act === 'release') {
    return complaint.held ? accept(complaint.state) : refuse('complaints.nothing_held')
  }
  const next = STEPS[act][complaint.state]
  if (isCode(next)) return refuse(next)
  if (next === 'disputed' && complaint.disputesLeft === 0) {
    return refuse('complaints.already_disputed')
  }
  if (act === 'reply' && complaint.timeline.length >= MOST_ENTRIES) {
    return refuse('complaints.too_many_replies', { most: MOST_ENTRIES })
  }
  return accept(next)
}

const isCode = (next: ComplaintState | ComplaintCode): next is ComplaintCode => next.includes('.')

const isFilersAct = (act: ComplaintAct): boolean => act === 'confirm' || act === 'dispute'

/** Nobody handles a complaint of their own, and nobody but its filer closes it. */
function whyNotTheirs(
  act: ComplaintAct,
  { isFiler, isHelper = false, roles }: Viewer,
): ComplaintCode | undefined {
  if (isFilersAct(act)) return whyNotClose(isFiler, isHelper)
  if (act === 'release') {
    return can(roles, 'complaint:release') ? undefined : 'complaints.not_office'
  }
  if (!can(roles, 'complaint:handle')) return 'complaints.not_handler'
  return isFiler || isHelper ? 'complaints.own_complaint' : undefined
}

/** Whether it is done is said by the person helped, never for them. */
function whyNotClose(isFiler: boolean, isHelper: boolean): ComplaintCode | undefined {
  if (isFiler) return undefined
  return isHelper ? 'complaints.helper_may_not_close' : 'complaints.not_filer'
}

/** Everything the person may do now, in the order of the enum. */
export const actsFor = (complaint: Standing, viewer: Viewer): ComplaintAct[] =>
  ComplaintAct.options.filter((act) => decide(act, complaint, viewer).ok)

/** Unchecked, only its filer and who wrote it for them see it; held, the community office too; checked, all who handle complaints. */
export function maySee(
  { checked, held }: { readonly checked: boolean; readonly held: boolean },
  { isFiler, isHelper = false, roles }: Viewer,
): boolean {
  if (isFiler || isHelper) return true
  return can(roles, checked ? 'complaint:queue' : 'complaint:release') && (checked || held)
}

/** In whose list it waits. */
export const stageOf = (state: ComplaintState): Exclude<QueueStage, 'held'> =>
  state === 'resolved' || state === 'confirmed' ? 'done' : 'open'

export const mayList = (
  stage: QueueStage,
  roles: readonly Role[],
): Decision<QueueStage, ComplaintCode> =>
  stage === 'held' && !can(roles, 'complaint:release')
    ? refuse('complaints.not_office')
    : accept(stage)

/** A home must be the filer's own, a building one of the community's; a common area is in the filer's words. */
export function placeFor(
  place: Place,
  homes: readonly { readonly unit: string }[],
  buildings: readonly string[],
  otherwise: ComplaintCode = 'complaints.not_your_home',
): Decision<Place, ComplaintCode> {
  if (place.kind === 'home' && !homes.some((home) => home.unit === place.unit)) {
    return refuse(otherwise)
  }
  if (place.kind === 'building' && !buildings.includes(place.building)) {
    return refuse('complaints.unknown_building')
  }
  return accept(place)
}

/** `1-2-801 室内`, `3幢`, `公共区域：东门岗亭`. */
export function describePlace(place: Place): string {
  if (place.kind === 'home') return `${place.unit} 室内`
  return place.kind === 'building' ? place.building : `公共区域：${place.area}`
}

const SUMMARY = 60

/** The first 60 characters on one line; an emoji is never cut in two. */
export const summarise = (text: string): string =>
  Array.from(text.replace(/\s+/g, ' ')).slice(0, SUMMARY).join('')
