import type { Input, Output } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import { serialOf } from '#shared/votes/papers/code.ts'
import { nextEntry } from '#shared/votes/papers/entries.ts'
import { canEnter } from '#shared/votes/papers/sheets.ts'
import type { EntryOutcome, SheetMark } from '#shared/votes/papers/terms.ts'
import { answersEveryItem } from '#shared/votes/rules/casting.ts'
import type { Choice } from '#shared/votes/terms.ts'
import type { Call } from '../../platform/http/call.ts'
import { accepted, RefusedError } from '../../platform/http/refused-error.ts'
import { isRepetition } from '../../platform/http/request-key.ts'
import type { VoteNeeds } from '../needs.ts'
import type { Votes } from '../repository.ts'
import type { FoundVote, StoredSubmission } from '../stored.ts'
import { markUsed, signedByAgent, type SignedBy } from './agents.ts'
import { entriesOf, lineOf } from './line-view.ts'
import { done } from './marks.ts'
import { headOfCode, paperVote, sheetInHand, type PaperHead } from './paper-vote.ts'
import type { FoundPaper, StoredEntry, StoredSheet } from './stored.ts'

type Desk = Call<Votes>
type Entering = Input<typeof votes.enterSheet>

/** What somebody says a sheet holds. */
interface ReadOff {
  /** Key of the owner who signed; of an unsigned sheet the head's first, for it speaks for nobody. */
  readonly voter: string
  readonly signed: boolean
  readonly marks: readonly SheetMark[]
  /** Where an agent signed for them. */
  readonly proxy?: SignedBy['proxy']
}

/** As many as are kept: of sheets that two people cannot agree on, the earliest go. */
const ENTRIES_AT_MOST = 60

/**
 * One of the two entries of a sheet. The ballot goes into the box before the paper says so: where something breaks off
 * in between, entering it again finds it there.
 */
export async function enterSheet(
  needs: VoteNeeds,
  call: Desk,
  sent: Entering,
): Promise<Output<typeof votes.enterSheet>> {
  const paper = await paperVote(call, sent.vote, 'enter')
  const { code, ...head } = headOfCode(paper, sent.code)
  let outcome: EntryOutcome = 'first'
  const found = await paper.drawer.change(head, async (now) => {
    const sheet = sheetInHand(needs, paper.vote, now, code)
    const mine = now.entries.find(({ madeBy }) => isRepetition(madeBy, call.key))
    if (mine) {
      outcome = outcomeOf(now, mine)
      return undefined
    }
    accepted(canEnter(sheet, serialOf(code)))
    if (now.settled) throw new RefusedError('votes.sheet_settled', { serial: serialOf(code) })
    const box = call.repository.box(paper.vote)
    const at = call.now.toISOString()
    if (now.entries.length > 0 && (await box.holdsSheet(head.id, serialOf(code)))) {
      outcome = 'settled'
      return { ...now, settled: { at, edition: sheet.edition } }
    }
    const readOff = await readOffOf(call, sent, paper.vote, head, sheet)
    const digest = digestOf(needs, paper.vote.vote, head, sheet, readOff)
    const entries = entriesOf(now.entries, sheet.edition)
    const next = accepted(nextEntry(entries, call.person, digest))
    outcome = next.outcome
    const entry = { ...done(call), edition: sheet.edition, round: next.round, digest }
    const entered = { ...now, entries: [...now.entries, entry].slice(-ENTRIES_AT_MOST) }
    if (next.equalTo === undefined) return entered
    const first = now.entries.find(({ by, round, edition }) =>
      [by.person === next.equalTo, round === next.round, edition === sheet.edition].every(Boolean),
    )
    const submission = submissionOf(call, sheet, readOff, [first?.by ?? entry.by, entry.by], code)
    if (readOff.proxy) {
      await markUsed(call, paper.vote.vote, head.id, readOff.proxy, submission.at)
    }
    await box.takeIn(head.id, submission)
    return { ...entered, settled: { at, edition: sheet.edition } }
  })
  return { outcome, line: lineOf(head.head, found, paper.vote, call) }
}

/** What a repeated request did the first time. */
function outcomeOf(paper: FoundPaper, mine: StoredEntry): EntryOutcome {
  if (paper.settled) return 'settled'
  const same = paper.entries.filter(
    ({ round, edition }) => round === mine.round && edition === mine.edition,
  )
  return same[0] === mine ? 'first' : 'differs'
}

async function readOffOf(
  call: Desk,
  { marks: given, signed, signer, mandate }: Entering,
  { vote, items }: FoundVote,
  head: PaperHead,
  { returned }: StoredSheet,
): Promise<ReadOff> {
  const marks = accepted(answersEveryItem(items.length, given))
  if (signed && mandate !== undefined) {
    const choices = marks.map(choiceOf)
    const at = returned?.at ?? ''
    return { marks, signed, ...(await signedByAgent(call, vote, head, mandate, at, choices)) }
  }
  const voter = head.head.owners[(signed ? (signer ?? 0) : 1) - 1]
  if (voter === undefined) throw new RefusedError('votes.signer_unknown')
  return { voter, signed, marks }
}

const digestOf = (
  { keys }: Pick<VoteNeeds, 'keys'>,
  vote: string,
  { id }: PaperHead,
  { edition }: StoredSheet,
  { voter, signed, marks, proxy }: ReadOff,
): string =>
  keys.digestText(
    ...(['paper entry', vote, id, String(edition), voter] as const),
    ...[String(signed), proxy?.mandate ?? '', marks.join()],
  )

/** 274号 art. 22 wants a signature; what is left open or marked twice takes part and abstains (the ballot says so). */
const choiceOf = (mark: SheetMark): Choice =>
  mark === 'blank' || mark === 'double' ? 'abstain' : mark

/** Cast when it was handed in, whenever it is entered. */
function submissionOf(
  call: Desk,
  { returned }: StoredSheet,
  { voter, signed, marks, proxy }: ReadOff,
  enteredBy: [StoredEntry['by'], StoredEntry['by']],
  code: { readonly place: number; readonly edition: number },
): StoredSubmission {
  return {
    voter,
    person: '',
    at: returned?.at ?? call.now.toISOString(),
    channel: 'paper',
    choices: marks.map(choiceOf),
    ...(proxy && { proxy }),
    sheet: { serial: serialOf(code), signed, enteredBy },
    madeBy: done(call).madeBy,
  }
}
