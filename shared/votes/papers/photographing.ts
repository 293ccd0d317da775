import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import { hasClosed, type Life } from '../rules/life.ts'

/** Front, back, and the written mandate that came with it. */
export const SHEET_PHOTOS_AT_MOST = 3

/** A sheet as far as its photos go. */
export interface Photographed {
  readonly returned?:
    { readonly late: boolean; readonly by: { readonly person: string } } | undefined
  readonly photographed?: object | undefined
}

/** Who has entered the sheet, whatever they read; and whether its ballot lies in the box. */
export interface EnteredBy {
  readonly persons: readonly string[]
  readonly settled: boolean
}

type NotPhotographed =
  | 'votes.sheet_not_returned'
  | 'votes.sheet_late'
  | 'votes.sheet_taken_in_by_other'
  | 'votes.sheet_photographed'
  | 'votes.sheet_entry_begun'

/** By whoever took it in and has it in hand, once, and before anybody says what it reads. */
export function canPhotograph(
  { returned, photographed }: Photographed,
  { persons, settled }: EnteredBy,
  person: string,
  serial: string,
): Decision<true, NotPhotographed> {
  if (!returned) return refuse('votes.sheet_not_returned', { serial })
  if (returned.late) return refuse('votes.sheet_late', { serial })
  if (returned.by.person !== person) return refuse('votes.sheet_taken_in_by_other', { serial })
  if (photographed) return refuse('votes.sheet_photographed', { serial })
  return persons.length > 0 || settled
    ? refuse('votes.sheet_entry_begun', { serial })
    : accept(true)
}

type NotShown = 'votes.sheet_without_photo' | 'votes.sheet_photo_too_early'

interface Looker {
  readonly person: string
  /** The vote is closed. */
  readonly closed: boolean
}

export const lookerAt = (vote: Life, person: string, now: Date): Looker => ({
  person,
  closed: hasClosed(vote, now),
})

/**
 * What one person enters is not to be told by a picture: not before two have entered it. Until the close nobody learns
 * a choice from it who has not read it off the sheet.
 */
export function canShowPhotos(
  { photographed }: Photographed,
  { persons, settled }: EnteredBy,
  { person, closed }: Looker,
  serial: string,
): Decision<true, NotShown> {
  if (!photographed) return refuse('votes.sheet_without_photo', { serial })
  const isEntered = settled || new Set(persons).size > 1
  return isEntered && (closed || persons.includes(person))
    ? accept(true)
    : refuse('votes.sheet_photo_too_early', { serial })
}
