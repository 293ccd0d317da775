import type { BallotBox, BallotRules, Submission } from './ballots.ts'
import { isSetAside, isStanding, type Candidate } from './candidate.ts'
import { ballotsHandedIn } from './handed-in.ts'
import type { Head } from './heads.ts'
import { letOwnBallotsWin } from './own-ballots.ts'
import { placeBallots } from './place-ballots.ts'
import { ballotsBeyondTheCap } from './proxies.ts'
import { REASONS, type Because, type SetAside } from './reasons.ts'
import { settleRepeats } from './repeats.ts'
import type { Roll } from './roll.ts'
import { addHead, nothing, type Sum } from './sum.ts'

/** A ballot that speaks for a head. */
interface Standing<B extends Submission> {
  readonly ballot: B
}

/** `silent`: no ballot, though every owner was served; `absent`: no ballot, and service not proven. */
type Presence = 'heard' | 'void' | 'silent' | 'absent'

/** A head with the ballots that speak for it, before anybody looks at what they say. */
export interface ExaminedHead<B extends Submission> {
  readonly head: Head
  readonly standing: readonly Standing<B>[]
  readonly setAside: readonly SetAside<B>[]
  readonly presence: Presence
}

export interface Examined<B extends Submission> {
  readonly roll: Roll
  readonly heads: readonly ExaminedHead<B>[]
  /** Those with a standing ballot: all that an item's choices can still change. */
  readonly heard: readonly ExaminedHead<B>[]
  /** Those without one, the same for every item. */
  readonly unheard: Readonly<Record<Exclude<Presence, 'heard'>, Sum>>
  /** Ballots that reached no head at all. */
  readonly unplaced: readonly SetAside<B>[]
}

const NONE: readonly never[] = []

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

  const { candidates, byHead } = placeBallots(roll.heads, authorised, whyVoid, unplaced)
  letOwnBallotsWin(candidates)
  const heads = roll.heads.map((head, place) => {
    const ofThisHead = byHead[place]
    if (ofThisHead === undefined) return headWithout<B>(head, NONE, box)
    settleRepeats(ofThisHead, rules.revote)
    return examinedHead(head, ofThisHead, box)
  })
  return { roll, heads, ...split(heads), unplaced }
}

type Service = Pick<BallotBox<Submission>, 'served' | 'servedHeads'>

const isServed = ({ key, owners }: Head, { served, servedHeads }: Service): boolean =>
  servedHeads ? servedHeads.has(key) : owners.every((owner) => served.has(owner))

function split<B extends Submission>(heads: readonly ExaminedHead<B>[]) {
  const unheard = { void: nothing(), silent: nothing(), absent: nothing() }
  const heard = heads.filter(({ head, presence }) => {
    if (presence === 'heard') return true
    addHead(unheard[presence], head)
    return false
  })
  return { heard, unheard }
}

function examinedHead<B extends Submission>(
  head: Head,
  candidates: readonly Candidate<B>[],
  box: Service,
): ExaminedHead<B> {
  if (candidates.every(isStanding))
    return { head, standing: candidates, setAside: NONE, presence: 'heard' }
  const setAside = candidates.filter(isSetAside)
  const standing = candidates.filter(isStanding)
  if (standing.length === 0) return headWithout(head, setAside, box)
  return { head, standing, setAside, presence: 'heard' }
}

/** A void ballot takes its head out of the count: such a head is not silent, it spoke and was not heard. */
function headWithout<B extends Submission>(
  head: Head,
  setAside: readonly SetAside<B>[],
  box: Service,
): ExaminedHead<B> {
  const isVoid = setAside.some(({ because }) => REASONS[because].effect === 'void')
  const silence = isServed(head, box) ? 'silent' : 'absent'
  return { head, standing: NONE, setAside, presence: isVoid ? 'void' : silence }
}
