import {
  isCastByAnAgent,
  isCastInTime,
  voterOf,
  type BallotBox,
  type BallotRules,
  type Submission,
} from './ballots.ts'
import type { Head } from './heads.ts'
import { ballotsBeyondTheCap, isAuthorised, writtenMandates } from './proxies.ts'
import { REASONS, type Because, type SetAside } from './reasons.ts'
import { settleRepeats, type Candidate } from './repeats.ts'
import type { Roll } from './roll.ts'
import { finderFor, speaksForItsHead } from './whose-head.ts'

/** A head with the ballots that speak for it, before anybody looks at what they say. */
export interface ExaminedHead<B extends Submission> {
  readonly head: Head
  readonly standing: readonly B[]
  readonly setAside: readonly SetAside<B>[]
  /** `silent`: no ballot, though every owner was served; `absent`: no ballot, and service not proven. */
  readonly presence: 'heard' | 'void' | 'silent' | 'absent'
}

export interface Examined<B extends Submission> {
  readonly roll: Roll
  readonly heads: readonly ExaminedHead<B>[]
  /** Ballots that reached no head at all. */
  readonly unplaced: readonly SetAside<B>[]
}

/**
 * Settles which ballots speak for which head (rules 3 to 8 and 11). Nothing here depends on a choice,
 * so it is done once for all items of a vote that share a scope. Linear in heads, units and ballots.
 */
export function examineBallots<B extends Submission>(
  roll: Roll,
  box: BallotBox<B>,
  rules: BallotRules,
): Examined<B> {
  const unplaced: SetAside<B>[] = []
  const authorised = ballotsHandedIn(box, rules.closesAt, unplaced)
  const beyondTheCap = ballotsBeyondTheCap(authorised, rules.proxyCap)
  const whyVoid = (ballot: B): Because | undefined =>
    beyondTheCap.has(ballot) ? 'beyond_proxy_cap' : ballot.signed ? undefined : 'unsigned'

  const candidates = placeBallots(roll.heads, authorised, whyVoid, unplaced)
  const present = votersPresent(candidates)
  const heads = roll.heads.map((head, place) => {
    const ofThisHead = candidates[place] ?? []
    letOwnBallotsWin(ofThisHead, present)
    settleRepeats(ofThisHead.filter(isStanding), rules.revote)
    return examinedHead(head, ofThisHead, box.served)
  })
  return { roll, heads, unplaced }
}

/** A ballot that is late or lacks a proxy is as if it had never been handed in. */
function ballotsHandedIn<B extends Submission>(
  { ballots, proxies }: BallotBox<B>,
  closesAt: number,
  unplaced: SetAside<B>[],
): B[] {
  const mandates = writtenMandates(proxies)
  return ballots.filter((ballot) => {
    if (!isCastInTime(ballot, closesAt)) unplaced.push({ ballot, because: 'late' })
    else if (!isAuthorised(ballot, mandates)) unplaced.push({ ballot, because: 'no_written_proxy' })
    else return true
    return false
  })
}

function placeBallots<B extends Submission>(
  heads: readonly Head[],
  ballots: readonly B[],
  whyVoid: (ballot: B) => Because | undefined,
  unplaced: SetAside<B>[],
): readonly Candidate<B>[][] {
  const finder = finderFor(heads)
  const candidates = heads.map((): Candidate<B>[] => [])
  for (const ballot of ballots) {
    const namings = finder.headsNamedBy(ballot)
    if (typeof namings === 'string') {
      unplaced.push({ ballot, because: namings })
      continue
    }
    const voided = whyVoid(ballot)
    for (const { place, part } of namings) {
      const head = heads[place]
      const because =
        head === undefined || speaksForItsHead(ballot, head) ? voided : 'not_the_representative'
      candidates[place]?.push({ ballot, part, ...(because !== undefined && { because }) })
    }
  }
  return candidates
}

const isStanding = ({ because }: { because?: Because }): boolean => because === undefined

/** Owners with a ballot of their own that stands so far, for whichever head. */
function votersPresent<B extends Submission>(
  candidates: readonly Candidate<B>[][],
): ReadonlySet<string> {
  const present = new Set<string>()
  for (const ofOneHead of candidates)
    for (const candidate of ofOneHead)
      if (isStanding(candidate) && !isCastByAnAgent(candidate.ballot))
        present.add(candidate.ballot.by)
  return present
}

/** Removes every ballot an agent cast for an owner who is there, void ones too, whatever the order. */
function letOwnBallotsWin<B extends Submission>(
  ofOneHead: readonly Candidate<B>[],
  present: ReadonlySet<string>,
): void {
  for (const candidate of ofOneHead)
    if (
      isCastByAnAgent(candidate.ballot) &&
      present.has(voterOf(candidate.ballot)) &&
      candidate.because !== 'not_the_representative'
    )
      candidate.because = 'own_ballot_wins'
}

function examinedHead<B extends Submission>(
  head: Head,
  candidates: readonly Candidate<B>[],
  served: ReadonlySet<string>,
): ExaminedHead<B> {
  const standing: B[] = []
  const setAside: SetAside<B>[] = []
  for (const { ballot, because } of candidates)
    if (because === undefined) standing.push(ballot)
    else setAside.push({ ballot, because })
  return { head, standing, setAside, presence: presenceOf() }

  function presenceOf(): ExaminedHead<B>['presence'] {
    if (standing.length > 0) return 'heard'
    if (setAside.some(({ because }) => REASONS[because].effect === 'void')) return 'void'
    return head.owners.every((owner) => served.has(owner)) ? 'silent' : 'absent'
  }
}
