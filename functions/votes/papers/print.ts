import type { Input } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import { buildingOf } from '#shared/votes/papers/reconcile.ts'
import { canMark, currentSheet } from '#shared/votes/papers/sheets.ts'
import type { PrintedPages } from '#shared/votes/papers/terms.ts'
import { modeSentence } from '#shared/votes/rules/modes.ts'
import type { Call } from '../../platform/http/call.ts'
import { accepted } from '../../platform/http/refused-error.ts'
import { isRepetition } from '../../platform/http/request-key.ts'
import type { VoteNeeds } from '../needs.ts'
import type { Votes } from '../repository.ts'
import type { RollHead } from '../roll.ts'
import { ballotPages, type PrintedSheet } from './ballot-page.ts'
import { lettersOf } from './letters.ts'
import { done } from './marks.ts'
import { noticeBytes, noticePages } from './notice-page.ts'
import { headOfSerial, paperVote, sheetIn, type PaperHead, type PaperVote } from './paper-vote.ts'
import type { PrintedVote } from './printed-words.ts'
import type { FoundPaper, StoredSheet } from './stored.ts'

type Desk = Call<Votes>

/** As many as one request writes and one file holds. */
const SHEETS_AT_ONCE = 100
/** Lambda answers 6 MB at most. */
const NOTICE_FILE_BYTES = 3_000_000

/** What is printed for the second time has the reason with it; here, only who has no sheet yet. */
export async function printSheets(
  needs: VoteNeeds,
  call: Desk,
  { vote: id, handIn, ...stretch }: Input<typeof votes.printSheets>,
): Promise<PrintedPages> {
  const paper = await paperVote(call, id, 'print')
  const { heads, next } = stretchOf(paper, stretch, SHEETS_AT_ONCE)
  const sheets: PrintedSheet[] = []
  const papers = await Promise.all(heads.map((head) => printOne(paper, head, call)))
  papers.forEach((found, place) => {
    const head = heads[place]
    const sheet = found.sheets.findLast(({ madeBy }) => madeBy.id === call.key.id)
    if (head && sheet) sheets.push(printedSheet(needs, paper, head, sheet))
  })
  return {
    html: ballotPages(await printedVote(needs, call, paper, handIn), sheets),
    pages: sheets.length,
    skipped: heads.length - sheets.length,
    ...(next !== undefined && { next }),
  }
}

const printOne = ({ vote, drawer }: PaperVote, head: PaperHead, call: Desk): Promise<FoundPaper> =>
  drawer.change(head, (found) =>
    currentSheet(found.sheets, vote.noticedAt)
      ? undefined
      : { ...found, sheets: [...found.sheets, newSheet(vote.noticedAt, found, call)] },
  )

const newSheet = (
  notice = '',
  { sheets }: Pick<FoundPaper, 'sheets'>,
  call: Desk,
  reason?: string,
): StoredSheet => ({
  ...done(call),
  edition: sheets.length + 1,
  notice,
  ...(reason !== undefined && { reason }),
})

/** The former sheet is void from then on, whoever holds it. */
export async function reprintSheet(
  needs: VoteNeeds,
  call: Desk,
  { vote: id, serial, reason, handIn }: Input<typeof votes.reprintSheet>,
): Promise<PrintedPages> {
  const paper = await paperVote(call, id, 'print')
  const head = headOfSerial(paper, serial)
  const { noticedAt } = paper.vote
  const isOurs = ({ madeBy }: StoredSheet): boolean => isRepetition(madeBy, call.key)
  const found = await paper.drawer.change(head, (now) => {
    if (now.sheets.some(isOurs)) return undefined
    const former = sheetIn(now, head.edition, noticedAt)
    accepted(canMark('reprint', former, serial))
    const struck = former.struck ?? { ...done(call), as: 'void' as const, reason }
    const before = now.sheets.map((one) => (one === former ? { ...one, struck } : one))
    return { ...now, sheets: [...before, newSheet(noticedAt, now, call, reason)] }
  })
  const sheet = found.sheets.find(isOurs)
  if (!sheet) throw new Error(`sheet ${serial} was not printed`)
  const printed = await printedVote(needs, call, paper, handIn)
  return {
    html: ballotPages(printed, [printedSheet(needs, paper, head, sheet)]),
    pages: 1,
    skipped: 0,
  }
}

export async function printNotices(
  needs: VoteNeeds,
  call: Desk,
  { vote: id, handIn, ...stretch }: Input<typeof votes.printNotices>,
): Promise<PrintedPages> {
  const paper = await paperVote(call, id, 'print')
  const printed = await printedVote(needs, call, paper, handIn)
  const fits = Math.floor(NOTICE_FILE_BYTES / noticeBytes(printed))
  const most = Math.max(1, Math.min(SHEETS_AT_ONCE, fits))
  const { heads, next } = stretchOf(paper, stretch, most)
  const html = noticePages(
    printed,
    heads.map(({ head }) => head),
  )
  return { html, pages: heads.length, skipped: 0, ...(next !== undefined && { next }) }
}

interface Stretch {
  readonly building?: string | undefined
  readonly from?: number | undefined
}

/** Heads from a number on, of one building where it is named; `next` is the number with which the next page begins. */
export function stretchOf(
  { roll }: PaperVote,
  { building, from = 1 }: Stretch,
  most: number,
): { readonly heads: readonly PaperHead[]; readonly next?: number } {
  const isWanted = (head: RollHead): boolean =>
    building === undefined || buildingOf(head.units[0] ?? '') === building
  const heads: PaperHead[] = []
  for (let place = from; place <= roll.heads.length; place += 1) {
    const head = roll.heads[place - 1]
    if (!head || !isWanted(head)) continue
    if (heads.length === most) return { heads, next: place }
    heads.push({ id: head.id, place, head })
  }
  return { heads }
}

const printedSheet = (
  { keys }: VoteNeeds,
  { vote: { vote } }: PaperVote,
  { id, place, head }: PaperHead,
  { edition, notice }: StoredSheet,
): PrintedSheet => ({
  head,
  code: { place, edition, letters: lettersOf(keys, { vote, head: id, edition, notice }) },
})

async function printedVote(
  { places }: VoteNeeds,
  { repository }: Desk,
  { vote }: PaperVote,
  handIn: string,
): Promise<PrintedVote> {
  const [place, texts] = await Promise.all([
    places.community(vote.community),
    repository.texts(vote),
  ])
  if (!vote.rules) throw new Error(`vote ${vote.vote} was noticed without rules`)
  const sentence = modeSentence(vote.mode, vote.rules)
  return { communityName: place?.name ?? '', vote, texts, handIn, modeSentence: sentence }
}
