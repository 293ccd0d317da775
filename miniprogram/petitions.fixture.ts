import type { Petition, PetitionRule, PetitionSupport } from '#shared/votes/petitions/petition.ts'

const support: PetitionSupport = {
  asOf: '2026-11-21T01:59:00.000Z',
  ...{ heads: 1, areaCenti: 8_957, totalHeads: 10, totalAreaCenti: 100_000 },
  ...{ neededHeads: 2, neededAreaCenti: 20_000, reachesHeads: false, reachesArea: false },
}

export const petitionRule: PetitionRule = {
  ...{ numerator: 1, denominator: 5, days: 90 },
  source: '《物业管理条例》第十三条',
}

/** Open, and not yet supported by who looks. */
export const openPetition: Petition = {
  ...{ petition: 'p1', title: '召开临时业主大会', state: 'open', support },
  ...{ startedAt: '2026-11-20T02:00:00.000Z', until: '2027-02-18T16:00:00.000Z' },
  ...{ text: '是否续聘现在的物业。', reason: '合同年底到期。', mine: false },
  rule: petitionRule,
  heads: [{ head: 'h1', units: ['1-2-801'], areaCenti: 8_957 }],
}

export const reachedPetition: Petition = {
  ...openPetition,
  ...{ state: 'reached', reachedAt: '2026-11-21T01:00:00.000Z' },
  support: { ...support, heads: 2, areaCenti: 17_914, reachesHeads: true },
}
