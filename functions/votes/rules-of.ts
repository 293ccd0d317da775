import { profileOf } from '#shared/votes/profiles/index.ts'
import { valuesOf } from '#shared/votes/profiles/profile.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { VoteNeeds } from './needs.ts'
import type { FrozenRules, StoredVote } from './stored.ts'

/**
 * The rules that hold in a community now.
 * @throws RefusedError where its profile is not known here
 */
export async function rulesNow(
  { places }: Pick<VoteNeeds, 'places'>,
  community: string,
): Promise<Omit<FrozenRules, 'silent'>> {
  const reference = (await places.community(community))?.profile
  const profile = reference && profileOf(reference.id, reference.version)
  if (!profile) throw new RefusedError('votes.rules_unknown')
  const { id, name, version, fictitious } = profile
  return { id, name, version, fictitious, ...valuesOf(profile) }
}

/** The rules a vote stands under: its own since its roll was frozen, until then the community's. */
export const rulesOf = async (needs: VoteNeeds, vote: StoredVote): Promise<FrozenRules> =>
  vote.rules ?? {
    ...(await rulesNow(needs, vote.community)),
    silent: vote.silence?.policy ?? 'NOT_PARTICIPATING',
  }
