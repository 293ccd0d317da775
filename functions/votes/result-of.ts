import { officialResult } from './official/official-result.ts'
import type { Votes } from './repository.ts'
import type { FoundVote, StoredResult } from './stored.ts'

/** What was counted here, or taken over from the government's system. */
export const resultOf = async (
  { results }: Pick<Votes, 'results'>,
  vote: FoundVote,
): Promise<StoredResult | undefined> =>
  vote.official ? officialResult(vote) : results.find(vote.vote)
