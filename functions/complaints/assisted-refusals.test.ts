import { bindings } from '#shared/bindings/contract.ts'
import { fees } from '#shared/fees/contract.ts'
import { startOfDay } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import {
  AT,
  newcomer,
  openBindingApp,
  PLACE,
  verified,
  type BindingApp,
} from '../bindings/bindings.fixture.ts'
import { watchedTable } from '../platform/table/watched-table.fixture.ts'
import type { Client } from '../platform/test-client.fixture.ts'
import { helped, helpedOnPaper, offer } from './assisted.fixture.ts'
import { act, file, get } from './complaints.fixture.ts'

const HOME = { kind: 'home', unit: PLACE.unit } as const
const FOR = { onBehalfOf: PLACE.unit, place: HOME }
const UNTIL = '2026-11-30'
/** The first instant at which it is over. */
const OVER = startOfDay('2026-12-01')

interface World {
  readonly app: BindingApp
  readonly owner: Client
  readonly helper: Client
  /** Owns 3-1-103, and helps at 3-1-101 as well. */
  readonly neighbour: Client
  /** Helps at 3-1-201 only. */
  readonly elsewhere: Client
  /** Was offered to help, and has not accepted. */
  readonly asked: Client
  /** Sent in by the helper, and done. */
  readonly number: string
  readonly ofNeighbour: string
}

const { open, untouchedBy } = watchedTable()
let world: World

beforeAll(async () => {
  const app = await openBindingApp(open)
  const { owner, helper } = await helped(app, { until: UNTIL })
  const neighbour = (await verified(app, 'sun', '孙七', '103')).client
  const again = (await offer(owner, { until: UNTIL, helper: { name: '孙七', tie: 'neighbour' } }))
    .body
  await neighbour.send(bindings.redeem, { ...AT, name: '孙七', secret: again.secret })
  await offer(owner)
  const resolved = async (by: Client) => {
    const { number } = (await file(by, FOR)).body
    await app.sweep()
    const property = await app.as('property')
    await act('accept', property, number)
    await act('resolve', property, number)
    return number
  }
  const elsewhere = await helpedOnPaper(app)
  const asked = await newcomer(app, 'asked')
  const number = await resolved(helper)
  const ofNeighbour = await resolved(neighbour)
  world = { app, owner, helper, neighbour, elsewhere, asked, number, ofNeighbour }
  // What the acts before left to do is done: the sweep is not part of what is compared.
  app.clock.advance(3 * 60_000)
  await app.sweep()
})
afterAll(() => world.app.close())

type Row = readonly [
  string,
  string,
  (world: World) => Promise<{ status: number; code?: string | undefined }>,
]

const NOW: readonly Row[] = [
  [
    'filing without saying for whom',
    'complaints.helper_for_whom',
    ({ helper }) => file(helper, { place: HOME }),
  ],
  [
    'filing for a home where another helps',
    'complaints.not_helper',
    ({ elsewhere }) => file(elsewhere, FOR),
  ],
  [
    'filing for a home next door',
    'complaints.not_helper',
    ({ helper }) => file(helper, { ...FOR, onBehalfOf: '3-1-102' }),
  ],
  [
    'filing for whom one has not accepted to help',
    'scope.not_found',
    ({ asked }) => file(asked, FOR),
  ],
  ['filing for oneself as if helped', 'complaints.not_helper', ({ owner }) => file(owner, FOR)],
  [
    'filing about a home that is not the one helped',
    'complaints.not_helped_home',
    ({ helper }) => file(helper, { ...FOR, place: { kind: 'home', unit: '3-1-103' } }),
  ],
  [
    'filing for the one helped about one’s own home',
    'complaints.not_helped_home',
    ({ neighbour }) => file(neighbour, { ...FOR, place: { kind: 'home', unit: '3-1-103' } }),
  ],
  [
    'filing as oneself about the home helped',
    'complaints.not_your_home',
    ({ neighbour }) => file(neighbour, { place: HOME }),
  ],
  ['confirming', 'auth.helper_only_files', ({ helper, number }) => act('confirm', helper, number)],
  ['disputing', 'auth.helper_only_files', ({ helper, number }) => act('dispute', helper, number)],
  [
    'confirming, as a neighbour who helps',
    'complaints.helper_may_not_close',
    ({ neighbour, ofNeighbour }) => act('confirm', neighbour, ofNeighbour),
  ],
  [
    'disputing, as a neighbour who helps',
    'complaints.helper_may_not_close',
    ({ neighbour, ofNeighbour }) => act('dispute', neighbour, ofNeighbour),
  ],
  [
    'confirming what another helper sent in',
    'complaints.not_found',
    ({ neighbour, number }) => act('confirm', neighbour, number),
  ],
  [
    'reading what another helper sent in',
    'complaints.not_found',
    ({ helper, ofNeighbour }) => get(helper, ofNeighbour),
  ],
  [
    'voting',
    'auth.helper_only_files',
    ({ helper }) =>
      helper.send(votes.cast, {
        community: 'jinxiu',
        vote: 'v',
        head: 'h',
        choices: [{ item: 1, choice: 'for' }],
      }),
  ],
  [
    'reading the bills',
    'auth.helper_only_files',
    ({ helper }) => helper.send(fees.mine, { community: 'jinxiu' }),
  ],
  [
    'looking at the home as its owner does',
    'bindings.owners_only',
    ({ helper }) => helper.send(bindings.home, PLACE),
  ],
]

test.each(NOW)('%s is refused: %s, and the store is as it was', async (_, code, ask) => {
  const told = await untouchedBy(() => ask(world))
  expect(told.code).toBe(code)
})

// Last: time passes for everybody, and nothing sweeps what is over.
describe('after the last day', () => {
  const at = (ms: number) => {
    world.app.clock.now = new Date(OVER.getTime() + ms)
  }

  test('the second before it is over is in time', async () => {
    at(-1_000)
    expect((await file(await world.app.as('helper'), FOR)).status).toBe(201)
    expect((await get(await world.app.as('sun'), world.ofNeighbour)).status).toBe(200)
    await world.app.sweep()
  })

  test.each([
    ['filing, by who only helps', 'helper', 'scope.not_found', (by: Client) => file(by, FOR)],
    [
      'reading, by who only helps',
      'helper',
      'scope.not_found',
      (by: Client) => get(by, world.number),
    ],
    ['filing, by the neighbour', 'sun', 'complaints.not_helper', (by: Client) => file(by, FOR)],
    [
      'reading, by the neighbour',
      'sun',
      'complaints.not_found',
      (by: Client) => get(by, world.ofNeighbour),
    ],
  ] as const)('a second ago, %s is refused', async (_, who, code, ask) => {
    at(1_000)
    const by = await world.app.as(who)
    const told = await untouchedBy<{ status: number; code?: string | undefined }>(() => ask(by))
    expect(told.code).toBe(code)
  })
})
