import { complaints } from '#shared/complaints/contract.ts'
import { emergencies } from '#shared/emergencies/contract.ts'
import { fees } from '#shared/fees/contract.ts'
import { notices } from '#shared/notices/contract.ts'
import { people } from '#shared/people/contract.ts'
import { sessions } from '#shared/sessions/contract.ts'
import { votes } from '#shared/votes/contract.ts'
import { expectCurrent } from '../generated-doc.fixture.ts'
import { capacityPage, type Cost } from './capacity-page.fixture.ts'
import { openCapacityWorld, type CapacityWorld } from './capacity-world.fixture.ts'

/** Whom the register does not know. */
const PASSER = {
  channel: 'WINDOW',
  name: '过路人',
  category: 'lift',
  text: '电梯关门太快。',
  place: { kind: 'building', building: '1幢' },
} as const

type Use = (world: CapacityWorld) => Promise<Cost>
type Row = readonly [what: string, reads: number, writes: number, use: Use]

/** In this order in one world, in which the process has met the community and the vote before. */
const ROWS: readonly Row[] = [
  [
    'sessions.open: log in',
    7,
    4,
    ({ resident, cost }) => cost(() => resident.send(sessions.open, { code: 'openid-resident' })),
  ],
  [
    'people.me: my roles and homes',
    3,
    0,
    ({ resident, cost }) => cost(() => resident.send(people.me, {})),
  ],
  [
    'complaints.file: create a complaint',
    2,
    5,
    ({ file, cost }) => cost(() => file('one-request')),
  ],
  [
    'complaints.file: the same request again',
    3,
    3,
    ({ file, cost }) => cost(() => file('one-request')),
  ],
  [
    'complaints.mine: list 30 of my own',
    4,
    0,
    ({ resident, at, cost }) => cost(() => resident.send(complaints.mine, { ...at, limit: 30 })),
  ],
  [
    'complaints.queue: list 30 of the queue',
    4,
    0,
    ({ property, at, cost }) => cost(() => property.send(complaints.queue, { ...at, limit: 30 })),
  ],
  [
    'complaints.get: read one',
    3,
    0,
    ({ resident, at, number, cost }) =>
      cost(() => resident.send(complaints.get, { ...at, number })),
  ],
  [
    'complaints.accept: take one on',
    3,
    10,
    ({ property, at, number, cost }) =>
      cost(() => property.send(complaints.accept, { ...at, number })),
  ],
  [
    'complaints.evidence: export the whole file',
    4,
    2,
    ({ resident, at, number, cost }) =>
      cost(() => resident.send(complaints.evidence, { ...at, number })),
  ],
  [
    'complaints.fileAtWindow: file for who has no phone',
    3,
    9,
    ({ worker, at, cost }) =>
      cost(() => worker.send(complaints.fileAtWindow, { ...at, ...PASSER })),
  ],
  ['notices.publish: publish a notice', 4, 3, ({ publish, cost }) => cost(publish)],
  [
    'notices.get: open one',
    4,
    0,
    ({ resident, at, newest, cost }) =>
      cost(() => resident.send(notices.get, { ...at, notice: newest })),
  ],
  [
    'notices.read: say that I have read it',
    4,
    5,
    ({ resident, at, newest, cost }) =>
      cost(() => resident.send(notices.read, { ...at, notice: newest })),
  ],
  [
    'notices.list: list 30',
    4.5,
    0,
    ({ resident, at, cost }) => cost(() => resident.send(notices.list, { ...at, limit: 30 })),
  ],
  ['votes.list: list 1', 4.5, 0, ({ owner, at, cost }) => cost(() => owner.send(votes.list, at))],
  [
    'votes.get: read a vote with my heads',
    8,
    0,
    ({ owner, at, vote, cost }) => cost(() => owner.send(votes.get, { ...at, vote })),
  ],
  ['votes.cast: cast a ballot', 4, 3, ({ cast, cost }) => cost(() => cast('one-tap-of-it'))],
  [
    'votes.cast: the same request again',
    4,
    1,
    ({ cast, cost }) => cost(() => cast('one-tap-of-it')),
  ],
  [
    'votes.turnout: counted anew, once in 10 s',
    20,
    1,
    async ({ owner, at, vote, clock, cost }) => {
      clock.advance(10_000)
      await owner.send(people.me, {})
      return cost(() => owner.send(votes.turnout, { ...at, vote }))
    },
  ],
  [
    'votes.turnout: within those 10 s',
    4,
    0,
    ({ owner, at, vote, cost }) => cost(() => owner.send(votes.turnout, { ...at, vote })),
  ],
  [
    'fees.mine: 6 bills of 2 homes',
    4,
    0,
    ({ resident, at, cost }) => cost(() => resident.send(fees.mine, at)),
  ],
  [
    'emergencies.report: something happens now',
    4,
    6,
    ({ resident, at, cost }) =>
      cost(() => resident.send(emergencies.report, { ...at, ...BURST }, { key: 'one-red-button' })),
  ],
  [
    'emergencies.list: list 1',
    2.5,
    0,
    ({ resident, at, cost }) => cost(() => resident.send(emergencies.list, at)),
  ],
  [
    'emergencies.tick: a step of the checklist',
    5,
    2,
    async ({ property, resident, at, cost }) => {
      const { body } = await resident.send(emergencies.list, at)
      const { emergency = '' } = body.items[0] ?? {}
      return cost(() => property.send(emergencies.tick, { ...at, emergency, step: 'secure' }))
    },
  ],
  [
    'votes.result: read a result',
    5,
    0,
    async ({ closeVote, at, vote, cost }) => {
      const { owner } = await closeVote()
      await owner.send(people.me, {})
      return cost(() => owner.send(votes.result, { ...at, vote }))
    },
  ],
]

const BURST = { kind: 'pipe', place: '1幢地下室' } as const

describe('what one use costs the store, in DynamoDB capacity units', () => {
  let world: CapacityWorld
  beforeAll(async () => {
    world = await openCapacityWorld()
  })
  afterAll(() => world.close())

  test.each(ROWS)('%s: %d read, %d written', async (_, reads, writes, use) => {
    expect(await use(world)).toEqual({ reads, writes })
  })

  test('docs/capacity.md is current', () => {
    expectCurrent(
      'docs/capacity.md',
      capacityPage(ROWS.map(([what, reads, writes]) => ({ what, reads, writes }))),
    )
  })
})
