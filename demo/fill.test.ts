import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createApp } from '#functions/app.ts'
import { personDirectory } from '#functions/people/offers.ts'
import { secretKeys } from '#functions/platform/keys/keys.ts'
import { openRing, ringOf } from '#functions/platform/keys/ring.ts'
import { ringVault } from '#functions/platform/keys/vault.ts'
import { silentLog } from '#functions/platform/log/log.ts'
import type { Ports } from '#functions/platform/ports.ts'
import { openTemporaryTable } from '#functions/platform/table/open-tables.fixture.ts'
import { clientOf, type Client } from '#functions/platform/test-client.fixture.ts'
import { settableWeixin } from '#functions/platform/test-weixin.fixture.ts'
import { bindings } from '#shared/bindings/contract.ts'
import { complaints, type ComplaintState } from '#shared/complaints/contract.ts'
import { complaintAreas } from '#shared/complaints/lists-contract.ts'
import { emergencies } from '#shared/emergencies/contract.ts'
import { fees } from '#shared/fees/contract.ts'
import { consents } from '#shared/privacy/contract.ts'
import { purposeOf } from '#shared/privacy/purposes.ts'
import { people } from '#shared/people/contract.ts'
import { votes } from '#shared/votes/contract.ts'
import { DISTRICT, NEWCOMER, STREET } from './cast.ts'
import { fillDemo } from './fill.ts'

const NOW = new Date('2026-11-21T02:00:00Z')
const COMMUNITY = 'jinxiu'

interface Told {
  readonly said: readonly string[]
  as(person: string): Promise<Client>
  close(): Promise<void>
}

/** The demo as a machine with that secret tells it. */
async function told(secret: number): Promise<Told> {
  const { table, close } = await openTemporaryTable({ now: () => NOW })
  const root = new Uint8Array(32).fill(secret)
  const ports: Ports = {
    table,
    blobs: {} as Ports['blobs'], // the story has no photos
    weixin: settableWeixin().port,
    keys: secretKeys(root),
    vault: ringVault(openRing(ringOf(root), { now: () => NOW })),
    limits: { use: () => Promise.resolve(0) },
    log: silentLog,
    mode: 'demo',
    now: () => NOW,
    newId: () => randomUUID(),
  }
  const said: string[] = []
  await fillDemo(ports, (line) => said.push(line))
  const app = createApp(ports)
  const expiresAt = NOW.getTime() / 1_000 + 3_600
  return {
    said,
    close,
    async as(person) {
      const session = ports.newId()
      await personDirectory(ports).openSession(person, session, NOW, expiresAt)
      return clientOf(app, await ports.keys.signToken({ person, session, expiresAt }))
    },
  }
}

/** Where the demo's resident finds complaints of their own: with the property, above it, at an end. */
const SHOWN: readonly ComplaintState[] = [
  'submitted',
  'accepted',
  'replied',
  'resolved',
  'disputed',
  'confirmed',
  'routed_street',
  'onsite_verified',
  'referred',
  'mediation',
  'review',
  'withdrawn',
  'merged',
]

/** What a visitor would compare: figures, not ids. */
async function figuresOf(app: Told) {
  const resident = await app.as('demo-resident')
  const manager = await app.as('demo-manager')
  const { body: list } = await resident.send(votes.list, { community: COMMUNITY })
  const [, running, finished] = list.items
  const on = (vote: string | undefined) => ({ community: COMMUNITY, vote: vote ?? '' })
  const result = await resident.send(votes.result, on(finished?.vote))
  const mine = await resident.send(complaints.mine, { community: COMMUNITY, limit: 100 })
  const emergenciesIn = async (stage: 'live' | 'past') => {
    const { body } = await manager.send(emergencies.list, { community: COMMUNITY, stage })
    return body.items.map(({ kind, state, reportedAt }) => ({ kind, state, reportedAt }))
  }
  return {
    emergencies: [...(await emergenciesIn('live')), ...(await emergenciesIn('past'))],
    homes: (await resident.send(people.me, {})).body.memberships[0]?.homes.map(({ unit }) => unit),
    states: list.items.map(({ state }) => state),
    petitions: await petitionsOf(resident),
    turnout: (await resident.send(votes.turnout, on(running?.vote))).body,
    result: result.body.items,
    mine: mine.body.items.map(({ state, filedAt, summary }) => ({ state, filedAt, summary })),
    due: (await resident.send(fees.mine, { community: COMMUNITY })).body.dueFen,
    collection: (await manager.send(fees.collection, { community: COMMUNITY })).body,
  }
}

/** As an owner finds them who has joined none. */
async function petitionsOf(resident: Client) {
  const { body } = await resident.send(votes.petitions, { community: COMMUNITY })
  return Promise.all(
    body.items.map(async ({ petition, state, reachedAt, support: { heads, neededHeads } }) => {
      const one = { community: COMMUNITY, petition }
      const mine = (await resident.send(votes.petition, one)).body.heads
      const mayJoin = mine.some(({ given, blocked }) => !given && !blocked)
      return { state, reachedAt, heads, neededHeads, mayJoin }
    }),
  )
}

/** Three homes wait for an officer, one of them claimed by two; a couple has agreed on who votes. */
async function showsBindings(app: Told): Promise<void> {
  const [office, coowner] = [await app.as('demo-community'), await app.as('demo-coowner')]
  const { body: queue } = await office.send(bindings.queue, { community: COMMUNITY })
  expect(queue.items.map(({ contested, claims }) => [contested, claims.length])).toEqual([
    [false, 1],
    [true, 2],
    // An heir, beside whom the register still names and who is verified.
    [true, 1],
  ])
  const [mine] = (await coowner.send(bindings.mine, {})).body.items
  const home = { community: COMMUNITY, unit: mine?.unit ?? '' }
  const { body } = await coowner.send(bindings.home, home)
  const chosen = body.representation?.owners.find(({ mine: own }) => !own)?.member
  expect([body.representation?.representative, chosen]).toEqual([chosen, expect.any(String)])

  const newcomer = await app.as('demo-newcomer')
  const version = purposeOf('agreement').version
  await newcomer.send(consents.give, { purpose: 'agreement', version })
  await newcomer.send(bindings.phone, { code: NEWCOMER.phone })
  const place = { community: COMMUNITY, building: '1栋', unit: '2单元', room: '702' }
  const claimed = await newcomer.send(bindings.claim, { ...place, name: NEWCOMER.name })
  expect(claimed.body).toMatchObject({ unit: NEWCOMER.unit, status: 'claimed' })
}

/** What the offices find: every way a complaint leaves the property has been gone by one. */
async function ladderOf(app: Told) {
  const [street, district] = [await app.as('demo-street'), await app.as('demo-district')]
  const all = { limit: 100 }
  const ofStreet = await street.send(complaintAreas.ofStreet, { street: STREET, ...all })
  const agenda = { street: STREET, ...all, group: 'agenda' } as const
  const ofAgenda = await street.send(complaintAreas.ofStreet, agenda)
  const ofDistrict = await district.send(complaintAreas.ofDistrict, { district: DISTRICT, ...all })
  const done = await street.send(complaints.queue, {
    ...{ community: COMMUNITY, stage: 'done' },
    ...all,
  })
  const states = (items: readonly { readonly state: ComplaintState }[]) =>
    new Set(items.map(({ state }) => state))
  return {
    up: states(ofStreet.body.items),
    agenda: states(ofAgenda.body.items),
    district: new Set(ofDistrict.body.items.map(({ state, late }) => (late ? 'late' : state))),
    done: states(done.body.items),
    cosigned: Math.max(...ofStreet.body.items.map(({ cosigns = 0 }) => cosigns)),
  }
}

// Twice three months take their time on a busy machine.
test('the demo is the same everywhere, and shows every state', async () => {
  const [here, there] = await Promise.all([told(1), told(2)])
  const figures = await figuresOf(here)
  expect(await figuresOf(there)).toEqual(figures)

  expect(figures.emergencies).toMatchObject([
    { kind: 'power', state: 'restored' },
    { kind: 'pipe', state: 'reviewed' },
  ])
  expect(figures.states).toEqual(['roll_published', 'open', 'filed'])
  const [open, reached] = figures.petitions
  expect(figures.petitions).toMatchObject([
    { state: 'open', mayJoin: true },
    { state: 'reached', mayJoin: true },
  ])
  expect(open?.heads).toBeGreaterThan(5)
  expect(Date.parse(reached?.reachedAt ?? '')).toBeLessThan(NOW.getTime() - 21 * 86_400_000)
  expect(figures.result.map(({ result }) => result)).toEqual(['PASSED', 'REJECTED'])
  expect(new Set(figures.mine.map(({ state }) => state))).toEqual(new Set(SHOWN))
  expect(figures.homes).toHaveLength(2)
  expect(figures.due).toBeGreaterThan(0)
  expect(figures.collection.paidFen).toBeLessThan(figures.collection.billedFen)

  await showsBindings(here)
  expect(await ladderOf(here)).toEqual({
    up: new Set([
      ...['routed_street', 'street_accepted', 'onsite_verified', 'street_handling'],
      ...['street_meeting', 'district_meeting', 'review', 'mediation', 'litigation', 'referred'],
    ]),
    agenda: new Set(['street_meeting', 'district_meeting']),
    district: new Set(['late', 'district_meeting']),
    done: new Set(['resolved', 'confirmed', 'merged', 'withdrawn', 'not_accepted', 'closed']),
    cosigned: 9,
  })

  const { units, parking, heads, problems } = JSON.parse(
    readFileSync('demo/jinxiu-register.expected.json', 'utf8'),
  ) as { units: number; parking: number; heads: number; problems: { row: number }[] }
  const text = here.said.join('\n')
  expect(text).toContain(`${units} 套房、${parking} 个车位`)
  expect(text).toContain(`${heads} 人`)
  for (const { row } of problems) expect(text).toContain(`第 ${row} 行`)
  await here.close()
  await there.close()
}, 180_000)
