import type { Petition, PetitionHead, PetitionRule } from '#shared/votes/petitions/petition.ts'
import { canPetitionFor, hasAHead } from '#shared/votes/petitions/rules.ts'
import { profileOf } from '#shared/votes/profiles/index.ts'
import type { Call } from '../../platform/http/call.ts'
import { refusalOf } from '../heads-view.ts'
import type { Votes } from '../repository.ts'
import { rulesNow } from '../rules-of.ts'
import { partOf, type Part, type RollNeeds } from './part.ts'
import { cardView, storedCard, type FoundPetition } from './stored.ts'

/** With the person's own heads, where they have a home here. */
export async function petitionView(
  needs: RollNeeds,
  call: Call<Votes>,
  found: FoundPetition,
): Promise<Petition> {
  const part = call.homes.length > 0 ? await partOf(needs, call) : undefined
  const why = part && refusalOf(hasAHead(part.heads.length, call.homes))
  return {
    text: found.text,
    reason: found.reason,
    mine: found.startedBy === call.person,
    rule: await ruleOf(needs, found.community),
    heads: part ? await headsOf(call, found.petition, part) : [],
    ...(why && { why }),
    ...cardView(storedCard(found), call.now),
  }
}

export async function ruleOf(needs: RollNeeds, community: string): Promise<PetitionRule> {
  const { id, version, petition, petitionDays: days } = await rulesNow(needs, community)
  const source = profileOf(id, version)?.values.petition.source ?? ''
  return { numerator: petition.numerator, denominator: petition.denominator, source, days }
}

async function headsOf(
  { repository, person }: Call<Votes>,
  petition: string,
  { heads, selves, now: { roll } }: Part,
): Promise<PetitionHead[]> {
  const ids = heads.map(({ id }) => id)
  const joined = await repository.petitions.joined(petition, ids)
  return heads.map((head): PetitionHead => {
    const given = joined.find((one) => one.head === head.id)
    const blocked = refusalOf(canPetitionFor(head, selves, roll.nameOf))
    return {
      head: head.id,
      units: [...head.units],
      areaCenti: head.areaCenti,
      ...(given && { given: given.person === person ? 'me' : 'co_owner' }),
      ...(blocked && { blocked }),
    }
  })
}
