import type { Chance } from '#demo/chance.ts'
import { complaints } from '#shared/complaints/contract.ts'
import { fees } from '#shared/fees/contract.ts'
import { publicNumber } from '#shared/kernel/public-number.ts'
import { notices } from '#shared/notices/contract.ts'
import { photos } from '#shared/photos/contract.ts'
import { PLATFORM } from '#shared/people/scopes.ts'
import { PURPOSE_IDS } from '#shared/privacy/purposes.ts'
import { addBill, addQuarter } from '../../fees/fees.fixture.ts'
import { personsIn, type StoredGrants } from '../../people/repository.ts'
import { filed, go, takenTo } from '../../complaints/complaints.fixture.ts'
import {
  addOwner,
  COMMUNITY,
  drafted,
  headsOf,
  importUnits,
  opened,
  UNITS,
} from '../../votes/votes.fixture.ts'
import { openFileBlobs } from '../blobs/blobs.fixture.ts'
import { openTemporaryTable } from '../table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../test-app.fixture.ts'
import { CAST, type TestPerson } from '../test-cast.fixture.ts'
import type { Visitor } from './fuzz-requests.fixture.ts'
import type { Known } from './fuzz-values.fixture.ts'

const NOTHING = new Uint8Array(32)
const FROM = '2026-01-01T00:00:00.000Z'

/** Whose roles are for more than a community. */
const ABOVE: Readonly<Record<string, StoredGrants['grants'][number]>> = {
  district: { scope: 'district', of: 'district-1', role: 'district', from: FROM },
  company: { scope: 'company', of: 'anju', role: 'company', from: FROM },
  admin: { scope: 'platform', of: PLATFORM, role: 'admin', from: FROM },
}

export interface FuzzWorld {
  readonly app: TestApp
  readonly known: Known
  /** Sessions of everybody; those closed meanwhile are opened again by asking anew. */
  readonly login: () => Promise<readonly Visitor[]>
  readonly close: () => Promise<void>
}

/** An app in which something of everything exists; its ids come from `chance`, so that a run repeats. */
export async function openFuzzWorld(chance: Chance): Promise<FuzzWorld> {
  const blobs = await openFileBlobs(() => app.clock.now)
  const newId = (): string =>
    Buffer.from(Array.from({ length: 16 }, () => chance.below(256))).toString('base64url')
  const app = await openTestAppOn(openTemporaryTable, { blobs: blobs.blobs, newId })
  const close = async (): Promise<void> => {
    await app.close()
    await blobs.stop()
  }
  await addOwner(app.ports, 'fang', [['1-1-102', 'owner', 'k-fang']])
  await addOwner(app.ports, 'zhang', [['1-1-101', 'owner', 'k-zhang']], true)
  await importUnits(app, UNITS)
  for (const [id, grant] of Object.entries(ABOVE)) {
    await personsIn(app.ports.table).add(id, { name: '官员', grants: [grant], homes: [] })
  }
  const known = await somethingOfEverything({ ...app, close })
  return { app, known, login: () => visitorsOf(app), close }
}

type Closable = Parameters<typeof opened>[0]

async function somethingOfEverything(app: Closable): Promise<Known> {
  const numbers = [await takenTo(app, 2), await takenTo(app, 3), ...(await atTheStreet(app))]
  const vote = await opened(app)
  const heads = await headsOf(app, 'fang', vote)
  const resident = await app.as('resident')
  const property = await app.as('property')
  const published = await property.send(notices.publish, {
    community: COMMUNITY,
    title: '停水通知',
    text: '周二上午停水三小时，请提前储水。',
    category: 'property',
  })
  const photo = await resident.send(photos.add, { community: COMMUNITY })
  const bill = await billed(app)
  const first = await resident.send(complaints.mine, { community: COMMUNITY, limit: 1 })
  const second = await property.send(notices.list, { community: COMMUNITY, limit: 1 })
  return {
    community: [...Array<string>(9).fill(COMMUNITY), 'yunxi', 'nowhere'],
    number: [...numbers, publicNumber('JX', NOTHING, 0), publicNumber('YX', NOTHING, 0)],
    into: numbers,
    department: ['market', 'nobody'],
    vote: [vote, await drafted(app), 'no-such-vote'],
    notice: [published.body.notice, 'no-such-notice'],
    photo: [photo.body.photo, 'no-such-photo'],
    head: [...heads.map(({ head }) => head), 'no-such-head'],
    bill: [bill, '_', '_MS0xLTEwMQ', '2026-07_MS0xLTEwMQ', '2026-07_', 'x'.repeat(64)],
    cursor: [first.body.cursor ?? '', second.body.cursor ?? '', 'e30.AAAA', '.', 'a.b.c'],
    code: ['openid-resident', 'demo:resident', '0'.repeat(32)],
    unit: ['1-1-101', '9-9-999', '__proto__'],
    building: ['1幢', '9幢'],
    item: [1, 2, 3],
    street: ['street-1', 'street-9'],
    district: ['district-1', 'district-9'],
    company: ['anju', 'nobody'],
    purpose: [...PURPOSE_IDS, 'everything'],
    version: [1, 1, 2],
    from: [1],
    to: [1],
    day: ['2026-11-20', '2027-01-01'],
    matter: [1, 4, 6, 9],
  }
}

/** Complaints that have left the property, in states where different things may be done. */
async function atTheStreet(app: TestApp): Promise<readonly string[]> {
  const routed = await filed(app, { direct: true })
  const handled = await filed(app, { direct: true })
  await go(app, handled, 'street acceptAtStreet', 'street recordOnsite', 'street handle')
  const inCourt = await filed(app, { direct: true })
  await go(app, inCourt, 'resident toLitigation')
  return [routed, handled, inCourt]
}

async function billed({ ports, as }: TestApp): Promise<string> {
  await addQuarter(ports.table, COMMUNITY)
  await addBill(ports.table, COMMUNITY, '1-1-101')
  const resident = await as('resident')
  const { body } = await resident.send(fees.mine, { community: COMMUNITY })
  return body.items[0]?.bill ?? ''
}

/** Everybody of the cast, two owners on the roll, officers above the community, and nobody. */
async function visitorsOf(app: TestApp): Promise<Visitor[]> {
  const visitors: Visitor[] = [{ token: 'not-a-token', roles: [] }]
  for (const [id, person] of Object.entries<TestPerson>(CAST)) {
    const { token } = await app.as(id)
    const roles = [...(person.roles ?? []), ...(person.homes ? (['owner'] as const) : [])]
    visitors.push({ token, roles: person.community === undefined ? roles : [] })
  }
  for (const id of ['fang', 'zhang']) {
    visitors.push({ token: (await app.as(id)).token, roles: ['owner'] })
  }
  for (const [id, { role }] of Object.entries(ABOVE)) {
    visitors.push({ token: (await app.as(id)).token, roles: [role] })
  }
  return visitors
}
