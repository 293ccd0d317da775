import { isCastInTime, type BallotBox, type Submission } from './ballots.ts'
import { isAuthorised, writtenMandates } from './proxies.ts'
import type { SetAside } from './reasons.ts'

/** A ballot that is late or lacks a proxy is as if it had never been handed in. */
export function ballotsHandedIn<B extends Submission>(
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
