import { voterOf, type BallotRules, type Submission } from './ballots.ts'
import { isStanding, type Candidate } from './candidate.ts'
import type { Because } from './reasons.ts'

/**
 * Leaves one standing ballot of each voter for each set of units (of those in the order they were
 * taken in); marks the others with the reason.
 */
export function settleRepeats<B extends Submission>(
  ofOneHead: readonly Candidate<B>[],
  revote: BallotRules['revote'],
): void {
  if (ofOneHead.length < 2) return
  const repeats = new Map<string, Candidate<B>[]>()
  for (const candidate of ofOneHead) {
    if (!isStanding(candidate)) continue
    const same = JSON.stringify([voterOf(candidate.ballot), candidate.part])
    const found = repeats.get(same)
    if (found === undefined) repeats.set(same, [candidate])
    else found.push(candidate)
  }
  for (const same of repeats.values()) {
    const left = letPaperWin(same)
    if (revote === 'FIRST_FINAL') keepOnly(earliest(left), left, 'first_is_final')
    else keepOnly(latest(left), left, 'cast_again')
  }
}

/** What is in the box cannot be taken back by phone: electronic ballots count only if cast before. */
function letPaperWin<B extends Submission>(same: readonly Candidate<B>[]): Candidate<B>[] {
  let firstPaper = Infinity
  for (const { ballot } of same)
    if (ballot.channel === 'paper') firstPaper = Math.min(firstPaper, ballot.at)
  return same.filter((candidate) => {
    const { channel, at } = candidate.ballot
    if (channel === 'paper' || at < firstPaper) return true
    candidate.because = 'paper_wins'
    return false
  })
}

function keepOnly<B extends Submission>(
  kept: Candidate<B> | undefined,
  among: readonly Candidate<B>[],
  because: Because,
): void {
  for (const candidate of among) if (candidate !== kept) candidate.because = because
}

const earliest = <B extends Submission>(ballots: readonly Candidate<B>[]) =>
  pick(ballots, (one, best) => one.ballot.at < best.ballot.at)

const latest = <B extends Submission>(ballots: readonly Candidate<B>[]) =>
  pick(ballots, (one, best) => one.ballot.at >= best.ballot.at)

function pick<T>(from: readonly T[], isBetter: (one: T, best: T) => boolean): T | undefined {
  let best = from[0]
  for (const one of from) if (best === undefined || isBetter(one, best)) best = one
  return best
}
