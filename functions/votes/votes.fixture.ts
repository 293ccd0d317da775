import { addDays, DAY, dayOf, startOfDay } from '#shared/kernel/calendar.ts'
import { Community } from '#shared/communities/contract.ts'
import type { Sent } from '#shared/kernel/route.ts'
import { votes, type MyHead } from '#shared/votes/contract.ts'
import type { VoteResult } from '#shared/votes/result.ts'
import type { OfficialSystem } from '#shared/votes/official/official.ts'
import type { AskedPlace } from '#shared/votes/scope/scope.ts'
import type { ObjectionAbout } from '#shared/votes/objections.ts'
import { SIGNED } from '#shared/votes/signature.fixture.ts'
import type { Choice, VoteMode } from '#shared/votes/terms.ts'
import { SETTLING } from '#shared/votes/rules/life.ts'
import type { Item } from '../platform/table/table.ts'
import type { Answer } from '../platform/test-client.fixture.ts'
import { ballotPartitions } from './items.ts'
import { COMMUNITY, type VoteApp } from './vote-people.fixture.ts'

/** One ordinary matter, one special. */
export const ITEMS = [
  { matter: 4, title: '续聘安居物业', text: '续聘安居物业三年，收费标准不变。' },
  { matter: 6, title: '筹集维修资金', text: '每平方米筹集二十元，用于更换电梯。' },
]

interface Draft {
  readonly mode?: VoteMode
  readonly items?: typeof ITEMS
  readonly scope?: readonly AskedPlace[]
  readonly paper?: true
  readonly official?: OfficialSystem
  readonly silence?: Sent<typeof votes.draft>['silence']
}

/** The id of a vote the committee has drafted. */
export async function drafted(app: VoteApp, draft: Draft = {}): Promise<string> {
  const committee = await app.as('committee')
  const { mode = 'local_electronic', items = ITEMS, scope, paper, official, silence } = draft
  const about = {
    ...(scope && { scope: [...scope] }),
    ...(paper && { paper }),
    ...(official && { official }),
    ...(silence && { silence }),
  }
  const sent = { community: COMMUNITY, title: '物业续聘与维修资金', mode, items, ...about }
  return done(await committee.send(votes.draft, sent), 201).vote
}

export async function published(app: VoteApp, draft?: Draft): Promise<string> {
  const vote = await drafted(app, draft)
  const committee = await app.as('committee')
  done(await committee.send(votes.publishRoll, { community: COMMUNITY, vote }))
  return vote
}

/** On the first day after the objections to its roll. */
export async function frozen(app: VoteApp, draft?: Draft): Promise<string> {
  const vote = draft?.mode === 'advisory' ? await drafted(app, draft) : await published(app, draft)
  if (draft?.mode !== 'advisory') app.clock.now = startOfDay(addDays(dayOf(app.clock.now), 8))
  const committee = await app.as('committee')
  done(await committee.send(votes.freezeRoll, { community: COMMUNITY, vote }))
  return vote
}

/** From now on the community stands under another profile; what was read of it before is forgotten. */
export async function standUnder({ ports, clock }: VoteApp, id: string): Promise<void> {
  const item = await ports.table.get({ pk: `COMMUNITY#${COMMUNITY}`, sk: 'PROFILE' })
  if (!item) throw new Error('the community is gone')
  const data = Community.parse(item.data)
  const profile = { ...data.profile, id }
  await ports.table.put({ ...item, version: item.version + 1, data: { ...data, profile } })
  clock.advance(10_000)
}

/** Everything that comes before notice, on record in the order it was done. */
export async function gated(app: VoteApp, vote: string): Promise<void> {
  const committee = await app.as('committee')
  const today = dayOf(app.clock.now)
  for (const step of ['consultation', 'summary', 'party', 'residents'] as const) {
    const days = { day: today, ...(step === 'consultation' && { from: addDays(today, -7) }) }
    const sent = { community: COMMUNITY, vote, step, ...days, document: '小区公告栏，有存档' }
    done(await committee.send(votes.recordGate, sent))
  }
}

/** Opens on the first day possible at midnight in Shanghai, closes 5 days later. */
export async function noticed(app: VoteApp, draft?: Draft): Promise<string> {
  const vote = await frozen(app, draft)
  if (draft?.mode !== 'advisory') await gated(app, vote)
  const committee = await app.as('committee')
  done(await committee.send(votes.giveNotice, { community: COMMUNITY, vote, ...windowOf(app) }))
  return vote
}

export function windowOf({ clock }: VoteApp) {
  const opens = startOfDay(addDays(dayOf(clock.now), 15))
  const closes = new Date(opens.getTime() + 5 * DAY)
  return { opensAt: opens.toISOString(), closesAt: closes.toISOString() }
}

/** The clock stands at the opening; nothing was swept. */
export async function opened(app: VoteApp, draft?: Draft): Promise<string> {
  const vote = await noticed(app, draft)
  const committee = await app.as('committee')
  const { opensAt = '' } = done(await committee.send(votes.get, { community: COMMUNITY, vote }))
  app.clock.now = new Date(opensAt)
  return vote
}

/** Moves the clock on until the vote may be counted, and sweeps: nobody has confirmed it yet. */
export async function closedAndSwept(app: VoteApp, vote: string): Promise<void> {
  const committee = await app.as('committee')
  const { closesAt = '' } = done(await committee.send(votes.get, { community: COMMUNITY, vote }))
  app.clock.now = new Date(Date.parse(closesAt) + SETTLING)
  await app.sweep()
}

/** One office after the other has looked at the count. */
export async function confirmed(app: VoteApp, vote: string): Promise<void> {
  const one = { community: COMMUNITY, vote }
  for (const office of ['committee', 'community']) {
    const client = await app.as(office)
    const { ballotsSha256 } = done(await client.send(votes.countToConfirm, one))
    done(await client.send(votes.confirmCount, { ...one, ballotsSha256 }))
  }
}

/** The result as published. */
export async function closedAndCounted(app: VoteApp, vote: string): Promise<VoteResult> {
  const one = { community: COMMUNITY, vote }
  await closedAndSwept(app, vote)
  const committee = await app.as('committee')
  if (done(await committee.send(votes.get, one)).mode !== 'advisory') {
    await confirmed(app, vote)
    done(await committee.send(votes.publishResult, one))
  }
  return done(await committee.send(votes.result, one))
}

/** A vote with a quorum, its result published. */
export async function decided(app: VoteApp): Promise<string> {
  const all = ['zhang', 'fang', 'li', 'wu', 'zheng', 'chair']
  const vote = await openedWith(app, Object.fromEntries(all.map((one) => [one, ['for', 'for']])))
  await closedAndCounted(app, vote)
  return vote
}

/** Nobody objected to its result. */
export async function final(app: VoteApp): Promise<string> {
  const vote = await decided(app)
  app.clock.advance(9 * DAY)
  await app.sweep()
  return vote
}

const asCommittee = async (app: VoteApp) => app.as('committee')

export const fileIt = async (app: VoteApp, vote: string) =>
  done(
    await (
      await asCommittee(app)
    ).send(votes.file, {
      ...{ community: COMMUNITY, vote },
      ...{ documents: ['application', 'minutes'], receipt: '安和街备〔2026〕8号' },
    }),
  )

export const executeIt = async (app: VoteApp, vote: string) =>
  done(
    await (
      await asCommittee(app)
    ).send(votes.execute, { community: COMMUNITY, vote, note: '合同已经签订。' }),
  )

export const annulIt = async (app: VoteApp, vote: string) =>
  done(
    await (
      await app.as('street')
    ).send(votes.annul, {
      ...{ community: COMMUNITY, vote, authority: 'court' },
      ...{ document: '（2026）民初 8 号', note: '判决撤销。' },
    }),
  )

export const objectAs = async (
  app: VoteApp,
  person: string,
  vote: string,
  about: ObjectionAbout,
  text = '我家少算了一间房，面积不对。',
) => (await app.as(person)).send(votes.object, { community: COMMUNITY, vote, about, text })

/** The heads a person sees in a vote. */
export async function headsOf(app: VoteApp, person: string, vote: string): Promise<MyHead[]> {
  const client = await app.as(person)
  return done(await client.send(votes.get, { community: COMMUNITY, vote })).heads
}

/** Casts for the person's first head. */
export async function castAs(
  app: VoteApp,
  person: string,
  vote: string,
  choices: readonly Choice[],
  key?: string,
) {
  const client = await app.as(person)
  const [head] = await headsOf(app, person, vote)
  const ballot = { head: head?.head ?? 'none', choices: answers(choices), signature: SIGNED }
  const sent = { community: COMMUNITY, vote, ...ballot }
  return client.send(votes.cast, sent, key === undefined ? {} : { key })
}

/** An open vote in which these have cast, in this order. */
export async function openedWith(
  app: VoteApp,
  ballots: Readonly<Record<string, readonly Choice[]>>,
): Promise<string> {
  const vote = await opened(app)
  for (const [person, choices] of Object.entries(ballots)) {
    done(await castAs(app, person, vote, choices), 201)
  }
  return vote
}

export const answers = (choices: readonly Choice[]) =>
  choices.map((choice, place) => ({ item: place + 1, choice }))

/** The body of an answer that is to be a success. */
export function done<T>(answer: Answer<T>, status = 200): T {
  expect([answer.status, answer.code]).toEqual([status, undefined])
  return answer.body
}

/** Everything in the store that belongs to votes, to prove that nothing changed. */
export async function everyBallot({ ports }: VoteApp, vote: string): Promise<readonly Item[]> {
  const pages = await Promise.all(ballotPartitions(vote).map((pk) => ports.table.query(pk)))
  return pages.flatMap(({ items }) => items)
}
