import { canHandlePaper, hasPaper } from '#shared/votes/papers/phases.ts'
import { parseSerial, parseSheetCode, type SheetCode } from '#shared/votes/papers/code.ts'
import { sheetOf } from '#shared/votes/papers/sheets.ts'
import type { Call } from '../../platform/http/call.ts'
import { accepted, RefusedError } from '../../platform/http/refused-error.ts'
import { seenVote } from '../change-vote.ts'
import type { VoteNeeds } from '../needs.ts'
import type { Votes } from '../repository.ts'
import type { RollHead, VotersRoll } from '../roll.ts'
import type { FoundVote } from '../stored.ts'
import type { PaperDrawer, PlacedHead } from './drawer.ts'
import { hasLetters } from './letters.ts'
import type { FoundPaper, StoredSheet } from './stored.ts'

/** A vote with its paper, ready for one act of an officer. */
export interface PaperVote {
  readonly vote: FoundVote
  readonly roll: VotersRoll
  readonly drawer: PaperDrawer
}

type Act = Parameters<typeof canHandlePaper>[0] | 'read'

/** @throws RefusedError where the vote takes no paper, is not so far, or the person serves the property */
export async function paperVote(call: Call<Votes>, id: string, act: Act): Promise<PaperVote> {
  const { repository, roles, now } = call
  // The provider has an interest in most matters: whoever works for it has no hand in the ballots, whatever else they are.
  if (roles.includes('property') || roles.includes('manager')) {
    throw new RefusedError('votes.paper_not_for_property')
  }
  const vote = await seenVote(call, id)
  if (!hasPaper(vote)) throw new RefusedError('votes.no_paper_here')
  if (act !== 'read') accepted(canHandlePaper(act, vote, now))
  if (vote.removal) throw new RefusedError('votes.records_gone')
  const roll = await repository.roll(vote)
  if (!roll || vote.noticedAt === undefined) throw new RefusedError('votes.no_notice_yet')
  return { vote, roll, drawer: repository.papers(vote) }
}

export interface PaperHead extends PlacedHead {
  readonly head: RollHead
}

/** @throws RefusedError where the roll has no such number */
function headAt({ roll }: PaperVote, place: number): PaperHead {
  const head = roll.heads[place - 1]
  if (!head) throw new RefusedError('votes.sheet_unknown')
  return { id: head.id, place, head }
}

/** The head and the print a serial names. */
export function headOfSerial(paper: PaperVote, serial: string): PaperHead & { edition: number } {
  const parsed = parseSerial(serial)
  if (!parsed) throw new RefusedError('votes.sheet_unknown')
  return { ...headAt(paper, parsed.place), edition: parsed.edition }
}

/** The head that typed or scanned letters name; whether they are that sheet's is seen with its paper. */
export function headOfCode(paper: PaperVote, typed: string): PaperHead & { code: SheetCode } {
  const code = accepted(parseSheetCode(typed))
  return { ...headAt(paper, code.place), code }
}

/** @throws RefusedError where the letters are no sheet's, or a later print has taken its place */
export function sheetInHand(
  { keys }: Pick<VoteNeeds, 'keys'>,
  { vote, noticedAt }: FoundVote,
  paper: FoundPaper,
  code: SheetCode,
): StoredSheet {
  const sheet = paper.sheets.find(({ edition }) => edition === code.edition)
  if (!sheet || !hasLetters(keys, { vote, head: paper.head, ...sheet }, code)) {
    throw new RefusedError('votes.sheet_code_wrong')
  }
  return accepted(sheetOf(paper.sheets, code, noticedAt))
}

/** @throws RefusedError where there is no such print, or a later one has taken its place */
export const sheetIn = (
  { sheets, place }: FoundPaper,
  edition: number,
  notice: string | undefined,
): StoredSheet => accepted(sheetOf(sheets, { place, edition }, notice))

/** With one sheet exchanged. */
export const withSheet = (paper: FoundPaper, sheet: StoredSheet): FoundPaper => ({
  ...paper,
  sheets: paper.sheets.map((one) => (one.edition === sheet.edition ? sheet : one)),
})
