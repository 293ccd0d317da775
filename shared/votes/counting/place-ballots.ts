import type { Submission } from './ballots.ts'
import type { Candidate } from './candidate.ts'
import type { Head } from './heads.ts'
import type { Because, SetAside } from './reasons.ts'
import { finderFor, speaksForItsHead } from './whose-head.ts'

/** Every ballot beside each head it is cast for; those that reach none are added to `unplaced`. */
export function placeBallots<B extends Submission>(
  heads: readonly Head[],
  ballots: readonly B[],
  whyVoid: (ballot: B) => Because | undefined,
  unplaced: SetAside<B>[],
) {
  const candidates: Candidate<B>[] = []
  const byHead = heads.map((): Candidate<B>[] | undefined => undefined)
  const placeBallot = finderFor<B>(heads, (ballot, place, part) => {
    const because = speaksForItsHead(ballot, heads[place])
      ? whyVoid(ballot)
      : 'not_the_representative'
    const candidate = { ballot, part, because }
    candidates.push(candidate)
    const ofThisHead = byHead[place]
    if (ofThisHead === undefined) byHead[place] = [candidate]
    else ofThisHead.push(candidate)
  })
  for (const ballot of ballots) {
    const because = placeBallot(ballot)
    if (because !== undefined) unplaced.push({ ballot, because })
  }
  return { candidates, byHead }
}
