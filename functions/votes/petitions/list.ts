import { can } from '#shared/kernel/permissions.ts'
import type { Input, Output } from '#shared/kernel/route.ts'
import type { petitionOperations } from '#shared/votes/petitions/contract.ts'
import type { Call } from '../../platform/http/call.ts'
import type { Votes } from '../repository.ts'
import { seenPetition } from './join.ts'
import { wholeRoll, type RollNeeds } from './part.ts'
import { cardView, type StoredPetitionCard } from './stored.ts'
import { ruleOf } from './view.ts'

type Operations = typeof petitionOperations

const PAGE = 20
const NAMES = 50

export async function listPetitions(
  needs: RollNeeds,
  call: Call<Votes>,
  { limit = PAGE, cursor }: Input<Operations['petitions']>,
): Promise<Output<Operations['petitions']>> {
  const { repository, now } = call
  const from = { limit, ...(cursor !== undefined && { cursor }) }
  const [page, rule, waiting] = await Promise.all([
    repository.petitions.list(from),
    ruleOf(needs, repository.community),
    cursor === undefined ? uncheckedFor(call) : [],
  ])
  return {
    rule,
    items: [...waiting, ...page.items].map((card) => cardView(card, now)),
    ...(page.cursor !== undefined && { cursor: page.cursor }),
  }
}

/** Before all others, and beside the page: a person's own, and what waits for the office. */
async function uncheckedFor(call: Call<Votes>): Promise<readonly StoredPetitionCard[]> {
  const { petitions } = call.repository
  const [own, held] = await Promise.all([
    petitions.startedBy(call.person),
    can(call.roles, 'complaint:release') ? petitions.held(NAMES) : [],
  ])
  const unchecked = [...own, ...held].filter(({ check }) => check !== undefined)
  return [...new Map(unchecked.map((card) => [card.petition, card])).values()]
}

/** So that the committee can check that they are enough. Homes as the register has them now. */
export async function listPetitioners(
  needs: RollNeeds,
  call: Call<Votes>,
  { petition, limit = NAMES, cursor }: Input<Operations['petitioners']>,
): Promise<Output<Operations['petitioners']>> {
  const { repository } = call
  await seenPetition(call, petition)
  const { roll } = await wholeRoll(needs, repository.community)
  const from = { limit, ...(cursor !== undefined && { cursor }) }
  const page = await repository.petitions.supporters(petition, from)
  const items = page.items.map(({ head: id, name, at }) => {
    const head = roll.byId.get(id)
    const { units = [], areaCenti = 0 } = head ?? {}
    return { units: [...units], areaCenti, name, at, counts: head !== undefined }
  })
  return { items, ...(page.cursor !== undefined && { cursor: page.cursor }) }
}
