import { calendar } from '#shared/clocks/contract.ts'
import { complaints } from '#shared/complaints/contract.ts'
import { complaintWork } from '#shared/complaints/workbench-contract.ts'
import { messages } from '#shared/messages/contract.ts'
import type { Homes } from '../../bindings/refusals.fixture.ts'
import { TABLE_2027 } from '../../clocks/calendar.fixture.ts'
import { complaintData } from '../../complaints/personal-data.ts'
import { file, filed, go, LIFT, SAID, takenTo } from '../../complaints/complaints.fixture.ts'
import type { TestApp } from '../test-app.fixture.ts'
import { good, type GoodRequest } from './good-request.fixture.ts'

const at = { community: 'jinxiu' }
const TO_STREET = ['street acceptAtStreet']
const VISITED = [...TO_STREET, 'street recordOnsite']
const HANDLED = [...VISITED, 'street handle']
const FOUND = [...HANDLED, 'street find']

/** An act with the words that do for it, on a complaint that has come so far. */
type Row = readonly [keyof typeof SAID, string, 'direct' | 'property', readonly string[]]

const ROWS: readonly Row[] = [
  ['withdraw', 'resident', 'property', []],
  ['urge', 'resident', 'property', []],
  ['route', 'resident', 'property', []],
  ['message', 'resident', 'property', []],
  ['note', 'property', 'property', []],
  ['pause', 'property', 'property', ['property accept']],
  ['resume', 'property', 'property', ['property accept', 'property pause']],
  ['toMediation', 'resident', 'property', []],
  ['toLitigation', 'resident', 'property', []],
  ['takeBack', 'resident', 'property', ['resident toMediation']],
  ['acceptAtStreet', 'street', 'direct', []],
  ['decline', 'street', 'direct', []],
  ['recordOnsite', 'street', 'direct', TO_STREET],
  ['refer', 'street', 'direct', TO_STREET],
  ['handle', 'street', 'direct', VISITED],
  ['find', 'street', 'direct', HANDLED],
  ['escalate', 'street', 'direct', FOUND],
  ['recordMeeting', 'street', 'direct', [...FOUND, 'street escalate']],
]
const TWICE_DISPUTED = [
  ...['property accept', 'property resolve', 'resident dispute'],
  ...['property accept', 'property resolve', 'resident dispute'],
]

/** Resolved before the clock moves on by weeks: what nobody answered may then be closed. */
export const leftUnanswered = async ({ app }: Homes): Promise<GoodRequest> => {
  const number = await takenTo(app, 3)
  return good(complaints.closeUnanswered, 'community', {
    ...at,
    number,
    ...SAID.closeUnanswered,
  })
}

/** What may be done to complaints that leave the property, and by neighbours. */
export async function goodLadder({ app }: Homes): Promise<GoodRequest[]> {
  const requests: GoodRequest[] = []
  for (const [name, as, way, steps] of ROWS) {
    const number = await filed(app, { direct: way === 'direct' })
    await go(app, number, ...steps)
    const then = name === 'recordOnsite' ? { when: app.clock.now.toISOString() } : {}
    const route = complaints[name] as typeof complaints.withdraw
    requests.push(good(route, as, { ...at, number, ...SAID[name], ...then }))
  }
  const disputed = await filed(app)
  await go(app, disputed, ...TWICE_DISPUTED)
  const into = await filed(app)
  app.clock.advance(1_000)
  const again = await filed(app)
  return [
    ...requests,
    good(complaints.review, 'street', { ...at, number: disputed, ...SAID.review }),
    good(complaints.merge, 'property', { ...at, number: again, into }),
    good(complaints.cosign, 'neighbour', { ...at, number: into }),
    good(complaintWork.assign, 'manager', { ...at, to: 'property', numbers: [into] }),
    good(complaints.publicOne, 'neighbour', { ...at, number: into }),
    good(complaints.cosigned, 'neighbour', at),
    good(complaints.similar, 'neighbour', { ...at, category: 'lift', text: LIFT.text }),
    await changed(app),
    await opening(app),
    ...(await goodMessages(app)),
    good(calendar.give, 'the-admin', TABLE_2027),
  ]
}

async function changed(app: TestApp): Promise<GoodRequest> {
  const { body } = await (await app.as('community')).send(complaints.settings, at)
  const { version, settings } = body
  return good(complaints.changeSettings, 'community', { ...at, version, settings })
}

/** Of somebody whose account is closed. */
async function opening(app: TestApp): Promise<GoodRequest> {
  const { number } = (await file(await app.as('tenant'))).body
  await app.sweep()
  const { table } = app.ports
  const communities = () => Promise.resolve([at.community])
  await complaintData({ table, communities }).erase('tenant', app.clock.now)
  const why = { ground: 'lawsuit', reason: '法院调取这件投诉。' } as const
  return good(complaints.openFrozen, 'community', { ...at, number, ...why })
}

async function goodMessages(app: TestApp): Promise<GoodRequest[]> {
  const { body } = await (await app.as('resident')).send(messages.list, {})
  const message = body.items[0]?.message ?? ''
  return [
    good(messages.get, 'resident', { message }),
    good(messages.read, 'resident', { message }),
    good(messages.readAll, 'resident', { upTo: message }),
  ]
}
