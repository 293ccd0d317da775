import type { PetitionRule } from '#shared/votes/petitions/petition.ts'
import { useQuery, type Query } from '#miniprogram/platform/use-query.ts'
import { deskApi } from './api.ts'

/** It comes with any page of petitions. */
export const usePetitionRule = (community: string): Query<PetitionRule> =>
  useQuery(`petition-rule ${community}`, async () => {
    const { rule } = await deskApi.petitions({ community, limit: 1 })
    return rule
  })
