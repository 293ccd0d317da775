import { Id, pageOf, paging } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { Petition, PetitionCard, Petitioner, PetitionRule } from './petition.ts'

const one = { community: Id, petition: Id }
const PATH = '/communities/:community/petitions'

/** Owners who ask for an assembly: 物业管理条例 art. 13. */
export const petitionOperations = {
  startPetition: {
    method: 'POST',
    path: PATH,
    summary: 'Ask for an owners’ assembly: other owners may join from now on',
    access: 'vote:petition',
    idempotency: 'required',
    success: 201,
    input: z.strictObject({
      community: Id,
      title: text(2, 60),
      text: text(5, 2_000),
      reason: text(5, 1_000),
    }),
    output: Petition,
  },
  petitions: {
    method: 'GET',
    path: PATH,
    summary: 'Petitions of a community, latest first, with how many stand behind each',
    access: 'vote:petitions',
    input: z.strictObject({ community: Id, ...paging }),
    output: pageOf(PetitionCard).extend({ rule: PetitionRule }),
  },
  petition: {
    method: 'GET',
    path: `${PATH}/:petition`,
    summary: 'What it asks, how many stand behind it, and what the person may do',
    access: 'vote:petitions',
    input: z.strictObject(one),
    output: Petition,
  },
  joinPetition: {
    method: 'POST',
    path: `${PATH}/:petition/support`,
    summary: 'Support it with every head the person speaks for; each counts once',
    access: 'vote:petition',
    idempotency: 'accepted',
    input: z.strictObject(one),
    output: Petition,
  },
  leavePetition: {
    method: 'POST',
    path: `${PATH}/:petition/support/withdrawal`,
    summary: 'Take one’s own support back, as long as it is not enough yet',
    access: 'vote:petition',
    idempotency: 'accepted',
    input: z.strictObject(one),
    output: Petition,
  },
  releasePetition: {
    method: 'POST',
    path: `${PATH}/:petition/release`,
    summary: 'The office has looked at words the content check held: owners see it and may join',
    access: 'complaint:release',
    idempotency: 'accepted',
    input: z.strictObject(one),
    output: Petition,
  },
  petitioners: {
    method: 'GET',
    path: `${PATH}/:petition/supporters`,
    summary: 'Who stands behind it, names masked',
    access: 'vote:petitioners',
    input: z.strictObject({ ...one, ...paging }),
    output: pageOf(Petitioner),
  },
} as const
