import type { Sent } from '#shared/kernel/route.ts'
import { votes } from '#shared/votes/contract.ts'
import { SIGNED } from '#shared/votes/signature.fixture.ts'
import type { Choice } from '#shared/votes/terms.ts'
import { photosIn } from '../../photos/repository.ts'
import type { TestApp } from '../../platform/test-app.fixture.ts'
import { COMMUNITY, type VoteApp } from '../vote-people.fixture.ts'
import { answers, done, headsOf } from '../votes.fixture.ts'

/** Whose name a test person has. */
export const nameOf = (person: string): string => `业主${person}`

type Giving = Sent<typeof votes.giveMandate>

/** Gives a mandate on the person's first head to somebody, who is told the code. */
export async function give(
  app: VoteApp,
  principal: string,
  vote: string,
  rest: Partial<Giving> = {},
  key?: string,
) {
  const client = await app.as(principal)
  const [head] = await headsOf(app, principal, vote)
  const sent = { community: COMMUNITY, vote, head: head?.head ?? 'none', agent: '某人', ...rest }
  return client.send(votes.giveMandate, sent, key === undefined ? {} : { key })
}

export const accept = async (app: VoteApp, agent: string, vote: string, secret: string) =>
  (await app.as(agent)).send(votes.acceptMandate, { community: COMMUNITY, vote, secret })

/** One person's mandate, accepted by another. */
export async function entrusted(
  app: VoteApp,
  principal: string,
  agent: string,
  vote: string,
  rest: Partial<Giving> = {},
) {
  const given = done(await give(app, principal, vote, { agent: nameOf(agent), ...rest }), 201)
  return done(await accept(app, agent, vote, given.secret ?? ''))
}

export const end = async (
  app: VoteApp,
  person: string,
  vote: string,
  { mandate, head }: { readonly mandate: string; readonly head: string },
  key?: string,
) =>
  (await app.as(person)).send(
    votes.endMandate,
    { community: COMMUNITY, vote, mandate, head },
    key === undefined ? {} : { key },
  )

export const castFor = async (
  app: VoteApp,
  agent: string,
  vote: string,
  head: string,
  choices: readonly Choice[] = ['for', 'for'],
  key?: string,
) =>
  (await app.as(agent)).send(
    votes.cast,
    { community: COMMUNITY, vote, head, choices: answers(choices), signature: SIGNED },
    key === undefined ? {} : { key },
  )

/** A photo of the person's whose bytes are on their way. */
export async function addPhoto({ ports, clock }: TestApp, person: string): Promise<string> {
  const id = ports.newId()
  await photosIn(ports.table, COMMUNITY).add({
    ...{ id, community: COMMUNITY, person, state: 'awaiting', asked: 0 },
    addedAt: clock.now.toISOString(),
    madeBy: { id, request: id },
  })
  return id
}
