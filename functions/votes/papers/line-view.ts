import { entryState } from '#shared/votes/papers/entries.ts'
import {
  canPhotograph,
  canShowPhotos,
  lookerAt,
  type EnteredBy,
} from '#shared/votes/papers/photographing.ts'
import { serialOf } from '#shared/votes/papers/code.ts'
import { sheetState } from '#shared/votes/papers/sheets.ts'
import type { EntryState, PaperLine } from '#shared/votes/papers/terms.ts'
import type { Call } from '../../platform/http/call.ts'
import type { RollHead } from '../roll.ts'
import type { FoundVote } from '../stored.ts'
import type { StoredPaper, StoredSheet } from './stored.ts'

/** How far the two are with a sheet returned in time. */
export function entryOf(
  { entries, settled }: StoredPaper,
  { edition, returned }: StoredSheet,
): EntryState | undefined {
  if (!returned || returned.late) return undefined
  if (settled?.edition === edition) return 'settled'
  const state = entryState(entriesOf(entries, edition))
  // Equal by the entries alone: the ballot was on its way when something broke off; entering it again brings it home.
  return state === 'settled' ? 'one' : state
}

export const entriesOf = (entries: StoredPaper['entries'], edition: number) =>
  entries
    .filter((one) => one.edition === edition)
    .map(({ round, digest, by }) => ({ round, digest, person: by.person }))

/** Who has entered that print so far, whatever they read. */
export const enteredBy = (
  { entries, settled }: StoredPaper,
  { edition }: Pick<StoredSheet, 'edition'>,
): EnteredBy => ({
  persons: entriesOf(entries, edition).map(({ person }) => person),
  settled: settled?.edition === edition,
})

/** Who reads, and when. */
type Reader = Pick<Call<unknown>, 'person' | 'now'>

/** How many photos there are, whether the reader may take some, and whether they may be looked at. */
function photosOf(
  paper: StoredPaper,
  sheet: StoredSheet,
  vote: FoundVote,
  { person, now }: Reader,
): Partial<PaperLine> {
  const entered = enteredBy(paper, sheet)
  const { photographed } = sheet
  if (!photographed) {
    return canPhotograph(sheet, entered, person, '').ok ? { toPhotograph: true } : {}
  }
  const photosOpen = canShowPhotos(sheet, entered, lookerAt(vote, person, now), '').ok
  return { photos: photographed.pictures.length, photosOpen }
}

export function lineOf(
  head: RollHead,
  paper: StoredPaper,
  vote: FoundVote,
  reader: Reader,
): PaperLine {
  const { place } = paper
  const facts = { place, units: [...head.units], areaCenti: head.areaCenti }
  const sheet = paper.sheets.at(-1)
  if (!sheet) return facts
  const entry = entryOf(paper, sheet)
  const { issued, returned, struck, edition } = sheet
  return {
    ...facts,
    serial: serialOf({ place, edition }),
    state: sheetState(sheet, vote.noticedAt),
    ...(issued && { issued: shownIssue(issued) }),
    ...(returned && { returned: { at: returned.at, late: returned.late } }),
    ...(struck && { struck: { at: struck.at, as: struck.as, reason: struck.reason } }),
    ...photosOf(paper, sheet, vote, reader),
    ...(entry && { entry, enteredByMe: isEnteredBy(paper, edition, reader.person) }),
  }
}

const shownIssue = ({ at, way, to }: NonNullable<StoredSheet['issued']>) => ({
  at,
  way,
  ...(to !== undefined && { to }),
})

/** Among the entries that stand now. */
function isEnteredBy({ entries }: StoredPaper, edition: number, person: string): boolean {
  const made = entriesOf(entries, edition)
  const round = made.at(-1)?.round
  return made.some((one) => one.round === round && one.person === person)
}
