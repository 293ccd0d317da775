import { complaints } from '#shared/complaints/contract.ts'
import { messages } from '#shared/messages/contract.ts'
import { people } from '#shared/people/contract.ts'
import { DAY } from '#shared/kernel/calendar.ts'
import { personDirectory } from '../people/offers.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { act, file, filed, get, go, takenTo } from './complaints.fixture.ts'

const AT = { community: 'jinxiu' } as const
const HOME = { ...AT, unit: '1-1-101', areaCenti: 8_957, relation: 'owner' } as const

// That a home's end is written alike in both stores, `people/homes.test.ts` shows.
describe.each(openTables.slice(0, 1))('a filer who moved out, %s', (_, open) => {
  let app: TestApp & { readonly close: () => Promise<void> }
  beforeAll(async () => {
    app = await openTestAppOn(open)
  })
  afterEach(async () => {
    await personDirectory(app.ports).bindHome('resident', HOME)
  })
  afterAll(() => app.close())

  const moveOut = async (person: string): Promise<void> => {
    const { homesOf, unbindHome } = personDirectory(app.ports)
    for (const { community, unit } of await homesOf(person)) {
      await unbindHome(person, community, unit)
    }
  }
  const resident = () => app.as('resident')

  test('reads their own and lists it, as whose it is; and is told where that was', async () => {
    const number = await takenTo(app, 2)
    await moveOut('resident')
    const { status, body } = await get(await resident(), number)
    expect(status).toBe(200)
    expect(body).toMatchObject({ mine: true, filedBy: { role: '业主' } })
    const mine = await (await resident()).send(complaints.mine, AT)
    expect(mine.body.items.map((card) => card.number)).toContain(number)
    const me = await (await resident()).send(people.me, {})
    expect(me.body).toMatchObject({
      memberships: [],
      formerly: [{ community: 'jinxiu', name: '锦绣花园' }],
    })
  })

  test.each([
    ['confirm', 3, 'confirmed'],
    ['dispute', 3, 'disputed'],
    ['withdraw', 2, 'withdrawn'],
    ['urge', 2, 'replied'],
    ['route', 2, 'routed_street'],
    ['message', 2, 'replied'],
    ['toLitigation', 2, 'litigation'],
    ['toMediation', 2, 'mediation'],
  ] as const)('%s is still theirs to do, as what they were', async (name, steps, state) => {
    const number = await takenTo(app, steps)
    await moveOut('resident')
    const { status, body } = await act(name, await resident(), number)
    expect({ status, state: body.state }).toEqual({ status: 200, state })
    expect(body.timeline[body.timeline.length - 1]?.by.role).toBe('业主')
  })

  test('takes the whole file along, for mediation or court', async () => {
    const number = await takenTo(app, 2)
    await moveOut('resident')
    const asked = { ...AT, number }
    const { status, body } = await (await resident()).send(complaints.evidence, asked)
    expect(status).toBe(200)
    const check = { ...asked, sha256: body.sha256 }
    expect((await (await resident()).send(complaints.checkEvidence, check)).body.by.role).toBe(
      '业主',
    )
  })

  test('files nothing new, joins in nowhere, and sees nobody else’s', async () => {
    const own = await filed(app)
    const others = (await file(await app.as('neighbour'))).body.number
    await app.sweep()
    await moveOut('resident')
    const client = await resident()
    expect((await get(client, own)).status).toBe(200)
    expect(await get(client, others)).toMatchObject({ code: 'complaints.not_found' })
    for (const name of ['confirm', 'withdraw', 'message', 'toLitigation'] as const) {
      expect(await act(name, client, others)).toMatchObject({ code: 'complaints.not_found' })
    }
    expect(await file(client)).toMatchObject({ status: 404, code: 'scope.not_found' })
    const refused = { status: 404, code: 'scope.not_found' }
    expect(await client.send(complaints.cosign, { ...AT, number: own })).toMatchObject(refused)
    expect(await client.send(complaints.publicList, AT)).toMatchObject(refused)
    expect(await client.send(complaints.queue, AT)).toMatchObject(refused)
  })

  test('is told of what they wait for as before, and the case is not left waiting for them for ever', async () => {
    const number = await takenTo(app, 3)
    await moveOut('resident')
    for (let i = 0; i < 3; i += 1) {
      app.clock.advance(5 * DAY)
      await app.sweep()
    }
    const inbox = await (await resident()).send(messages.list, {})
    expect(inbox.body.items.map(({ title }) => title)).toContainEqual(
      expect.stringMatching('提醒确认'),
    )
    await go(app, number, 'community closeUnanswered')
    expect((await get(await resident(), number)).body.state).toBe('closed')
  })

  test('who moves back in is a resident again; who has another home there never left', async () => {
    const { bindHome, unbindHome } = personDirectory(app.ports)
    await bindHome('resident', { ...HOME, unit: '9-1-101' })
    await unbindHome('resident', 'jinxiu', '9-1-101')
    const me = async () => (await (await resident()).send(people.me, {})).body
    expect((await me()).formerly).toBeUndefined()
    await moveOut('resident')
    expect((await me()).formerly).toHaveLength(1)
    await bindHome('resident', { ...HOME, unit: '9-1-102' })
    expect((await me()).formerly).toBeUndefined()
    expect((await file(await resident())).status).toBe(201)
  })

  test('who works for the property and lived there acts on their own by the home they had', async () => {
    const { body } = await file(await app.as('living_clerk'))
    await app.sweep()
    await go(app, body.number, 'property accept', 'property resolve')
    await moveOut('living_clerk')
    const confirmed = await act('confirm', await app.as('living_clerk'), body.number)
    expect(confirmed.body).toMatchObject({ state: 'confirmed', mine: true })
    const another = await filed(app)
    expect((await act('accept', await app.as('living_clerk'), another)).status).toBe(200)
  })
})
