import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { VoteResult } from '#shared/votes/result.ts'
import { votes } from '#shared/votes/contract.ts'
import { DEMO } from '#shared/votes/profiles/demo.ts'
import { valuesOf } from '#shared/votes/profiles/profile.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { votesIn, type Votes } from './repository.ts'
import { hashOfRoll, rowsOfRoll, votersRoll } from './roll.ts'
import { rollShelf } from './roll-shelf.ts'
import type { FoundVote, RollUnit, StoredSubmission, StoredVote } from './stored.ts'
import { COMMUNITY, confirmed, done, openVoteApp, type VoteApp } from './votes.fixture.ts'

interface VectorUnit extends Pick<RollUnit, 'areaCenti' | 'status' | 'kind'> {
  id: string
  owners: string[]
}
interface VectorBallot {
  by: string
  onBehalfOf: string | null
  units: string[] | null
  choice: string
  channel: 'electronic' | 'paper'
  signed: boolean
  at: string
}
interface Case {
  id: string
  community: string
  item: { class: 'ordinary' | 'special'; scopeUnits: string[] | null }
  policy: {
    parkingCounted: boolean
    silent: 'NOT_PARTICIPATING' | 'PARTICIPATES_AS_ABSTAIN' | 'FOLLOWS_MAJORITY'
    revote: 'FIRST_FINAL' | 'LAST_BEFORE_CLOSE'
    proxyCap: number | null
    closesAt: string
  }
  representatives: Record<string, string>
  proxies: unknown[]
  ballots: VectorBallot[]
  expect: Record<string, number | boolean | string>
}

const file = path.resolve('shared/votes/counting/vectors/tally.json')
const { communities, cases } = JSON.parse(readFileSync(file, 'utf8')) as {
  communities: Record<string, VectorUnit[]>
  cases: Case[]
}

/** What this release stores: no proxies, no part of a head, no scope, no service, no unsigned paper. */
const fits = ({ item, policy, proxies, ballots }: Case): boolean =>
  item.scopeUnits === null &&
  policy.silent === 'NOT_PARTICIPATING' &&
  proxies.length === 0 &&
  ballots.every(({ units, onBehalfOf, signed }) => units === null && onBehalfOf === null && signed)

const FITTING = cases.filter(fits)

test('most of the cases fit what is stored', () => {
  expect(FITTING.length).toBeGreaterThanOrEqual(20)
})

describe.each(openTables)('vectors, counted from the store (%s)', (_, open) => {
  let app: VoteApp
  beforeAll(async () => (app = await openVoteApp(open)))
  afterAll(() => app.close())

  test.each(FITTING.map((one) => [one.id, one] as const))('%s', async (id, vector) => {
    const repository = votesIn(app.ports, { community: COMMUNITY }, rollShelf())
    const vote = await store(repository, vector)
    const roll = await repository.roll(vote)
    for (const [n, ballot] of vector.ballots.entries()) {
      const heads = (roll?.headsOf([ballot.by]) ?? []).map((head) => head.id)
      const own = await repository.box(vote).ofVoter(heads, [ballot.by])
      for (const head of heads) await own.append(head, () => submissionOf(ballot, n))
    }
    app.clock.now = new Date(Date.parse(vector.policy.closesAt) + 60_000)
    expect((await app.sweep()).failed).toBe(0)
    await confirmed(app, id)
    const client = await app.as('committee')
    done(await client.send(votes.publishResult, { community: COMMUNITY, vote: id }))
    const result = done(await client.send(votes.result, { community: COMMUNITY, vote: id }))
    expect(figuresOf(result)).toEqual(vector.expect)
  })
})

async function store(repository: Votes, vector: Case): Promise<FoundVote> {
  const { item, policy, id } = vector
  const units = (communities[vector.community] ?? []).map((one) => rollUnit(one, vector))
  const { total, units: counted } = votersRoll(units, policy.parkingCounted)
  const at = '2026-03-01T00:00:00.000Z'
  await repository.writeRows(`rows-${id}`, id, rowsOfRoll(units), new Date(at))
  const stored: StoredVote = {
    community: COMMUNITY,
    vote: id,
    title: id,
    mode: 'local_electronic',
    items: [{ matter: item.class === 'ordinary' ? 4 : 6, title: id }],
    wording: `text-${id}`,
    state: 'noticed',
    draftedBy: { person: 'committee', name: '陈**' },
    draftedAt: at,
    madeBy: { id, request: id },
    noticedAt: at,
    opensAt: '2026-03-16T00:00:00.000Z',
    closesAt: new Date(policy.closesAt).toISOString(),
    rules: {
      ...valuesOf(DEMO),
      id: 'demo',
      name: id,
      version: 1,
      fictitious: true,
      silent: policy.silent,
      parkingCounted: policy.parkingCounted,
      revote: policy.revote,
      proxyCap: policy.proxyCap,
    },
    roll: {
      frozenAt: at,
      registerVersion: 1,
      heads: total.heads,
      areaCenti: total.areaCenti,
      units: counted,
      sha256: hashOfRoll(1, units),
      rows: `rows-${id}`,
    },
    steps: [],
  }
  await repository.save(stored, 0)
  return { ...stored, version: 1 }
}

function rollUnit({ id, owners, ...rest }: VectorUnit, { representatives }: Case): RollUnit {
  const representative = representatives[[...owners].sort().join('+')]
  return {
    ...rest,
    unit: id,
    owners: owners.map((key) => ({ key, name: key })),
    ...(rest.status !== 'delivered' && { developer: 'DEV' }),
    ...(representative !== undefined && { representative }),
  }
}

const submissionOf = ({ by, at, channel, choice }: VectorBallot, n: number): StoredSubmission => ({
  voter: by,
  person: by,
  at: new Date(at).toISOString(),
  channel,
  // On a screen a blank is not possible: abstaining is a tap.
  choices: [choice === 'for' || choice === 'against' ? choice : 'abstain'],
  madeBy: { id: `${by} ${n}`, request: `${n}` },
})

function figuresOf({ items: [item] }: VoteResult): Record<string, unknown> {
  if (!item) throw new Error('no item')
  const holds = (test: string, axis: string) =>
    item.tests.find((one) => one.test === test && one.axis === axis)?.holds
  const { totalAreaCenti, totalHeads, participatingAreaCenti, participatingHeads } = item
  const { forAreaCenti, forHeads, againstAreaCenti, againstHeads } = item
  const { abstainAreaCenti, abstainHeads, result } = item
  return {
    totalAreaCenti,
    totalHeads,
    participatingAreaCenti,
    participatingHeads,
    forAreaCenti,
    forHeads,
    againstAreaCenti,
    againstHeads,
    abstainAreaCenti,
    abstainHeads,
    quorumArea: holds('quorum', 'area'),
    quorumHeads: holds('quorum', 'heads'),
    majorityArea: holds('majority', 'area'),
    majorityHeads: holds('majority', 'heads'),
    result,
  }
}
