import type { Input, Output } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import { serialOf } from '#shared/votes/papers/code.ts'
import { canMark } from '#shared/votes/papers/sheets.ts'
import type { PaperLine, SheetInHand } from '#shared/votes/papers/terms.ts'
import { isInTimeToWrite } from '#shared/votes/rules/casting.ts'
import { hasClosed } from '#shared/votes/rules/life.ts'
import type { Call } from '../../platform/http/call.ts'
import { accepted } from '../../platform/http/refused-error.ts'
import { isRepetition, type MadeBy } from '../../platform/http/request-key.ts'
import { actorOf } from '../change-vote.ts'
import type { VoteNeeds } from '../needs.ts'
import type { Votes } from '../repository.ts'
import { agentsOf } from './agents.ts'
import { lineOf } from './line-view.ts'
import {
  headOfCode,
  headOfSerial,
  paperVote,
  sheetIn,
  sheetInHand,
  withSheet,
  type PaperHead,
  type PaperVote,
} from './paper-vote.ts'
import type { FoundPaper, StoredSheet } from './stored.ts'

type Desk = Call<Votes>

export const done = (call: Desk) => ({
  at: call.now.toISOString(),
  by: actorOf(call),
  madeBy: { id: call.key.id, request: call.key.request },
})

const isDone = (mark: { readonly madeBy: MadeBy } | undefined, { key }: Desk): boolean =>
  mark !== undefined && isRepetition(mark.madeBy, key)

/** All or none are looked at first: then each is a write of its own, and a repetition finishes what broke off. */
export async function issueSheets(
  call: Desk,
  { vote: id, serials, way, to }: Input<typeof votes.issueSheets>,
): Promise<Output<typeof votes.issueSheets>> {
  const paper = await paperVote(call, id, 'issue')
  const wanted = [...new Set(serials)].map((serial) => headOfSerial(paper, serial))
  const mark = { ...done(call), way, ...(to !== undefined && { to }) }
  const issued = (found: FoundPaper, edition: number): FoundPaper | undefined => {
    const sheet = sheetIn(found, edition, paper.vote.noticedAt)
    if (isDone(sheet.issued, call)) return undefined
    accepted(canMark('issue', sheet, serialOf({ ...found, edition })))
    return withSheet(found, { ...sheet, issued: mark })
  }
  const before = await paper.drawer.findAll(wanted)
  before.forEach((found, place) => issued(found, wanted[place]?.edition ?? 0))
  const after = await Promise.all(
    wanted.map((one) => paper.drawer.change(one, (found) => issued(found, one.edition))),
  )
  return { lines: after.map((found, place) => shown(paper, wanted[place], found, call)) }
}

const shown = (
  { vote }: PaperVote,
  head: PaperHead | undefined,
  found: FoundPaper,
  call: Desk,
): PaperLine => {
  if (!head) throw new Error('a line without a head')
  return lineOf(head.head, found, vote, call)
}

/**
 * The instant at which the request arrived is when the paper was handed in. The turnout hears of it first: where only
 * that came about, the sheet can be taken in again.
 */
export async function returnSheet(
  needs: VoteNeeds,
  call: Desk,
  { vote: id, code: typed }: Input<typeof votes.returnSheet>,
): Promise<PaperLine> {
  const paper = await paperVote(call, id, 'return')
  const { code, ...head } = headOfCode(paper, typed)
  const late = hasClosed(paper.vote, call.now)
  const returned = await paper.drawer.change(head, async (found) => {
    const sheet = sheetInHand(needs, paper.vote, found, code)
    if (isDone(sheet.returned, call)) return undefined
    accepted(canMark('return', sheet, serialOf(code)))
    if (!late) {
      await call.repository.box(paper.vote).noteHandedIn(head.id)
      accepted(isInTimeToWrite(call.now, call.repository.now()))
    }
    return withSheet(found, { ...sheet, returned: { ...done(call), late } })
  })
  return shown(paper, head, returned, call)
}

export async function strikeSheet(
  call: Desk,
  { vote: id, serial, as, reason }: Input<typeof votes.strikeSheet>,
): Promise<PaperLine> {
  const paper = await paperVote(call, id, 'strike')
  const head = headOfSerial(paper, serial)
  const struck = await paper.drawer.change(head, (found) => {
    const sheet = sheetIn(found, head.edition, paper.vote.noticedAt)
    if (isDone(sheet.struck, call)) return undefined
    accepted(canMark(as, sheet, serial))
    const next: StoredSheet = { ...sheet, struck: { ...done(call), as, reason } }
    return withSheet(found, next)
  })
  return shown(paper, head, struck, call)
}

/** Nothing of what was entered: whose sheet it is, and how far it is. */
export async function lookAtSheet(
  needs: VoteNeeds,
  call: Desk,
  { vote: id, code: typed }: Input<typeof votes.lookAtSheet>,
): Promise<SheetInHand> {
  const paper = await paperVote(call, id, 'look')
  const { code, ...head } = headOfCode(paper, typed)
  const [found] = await paper.drawer.findAll([head])
  if (!found) throw new Error('a head without paper')
  sheetInHand(needs, paper.vote, found, code)
  const { owners, representative, isDeveloper } = head.head
  const place = owners.indexOf(representative ?? '') + 1
  return {
    line: shown(paper, head, found, call),
    owners: isDeveloper ? ['建设单位'] : owners.map(paper.roll.nameOf),
    agents: await agentsOf(call, id, head),
    ...(place > 0 && { representative: place }),
  }
}
