import { audit } from '#shared/audit/contract.ts'
import { emergencies } from '#shared/emergencies/contract.ts'
import { HOUR, MINUTE } from '#shared/kernel/calendar.ts'
import { messages } from '#shared/messages/contract.ts'
import { createJobs } from '../jobs.ts'
import { personsIn } from '../people/repository.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import type { Table } from '../platform/table/table.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { AT, come, go, report } from './emergencies.fixture.ts'
import { emergencyData } from './personal-data.ts'

describe.each(openTables)('what happens to emergencies by the clock, over %s', (name, open) => {
  let app: TestApp & { close(): Promise<void> }
  beforeEach(async () => {
    app = await openTestAppOn(open)
    await personsIn(app.ports.table).add('officer', {
      name: '高平',
      homes: [],
      grants: [
        { scope: 'district', of: 'district-1', role: 'district', from: '2026-01-01T00:00:00.000Z' },
      ],
    })
  })
  afterEach(() => app.close())

  const inbox = async (who: string) => {
    const { body } = await (await app.as(who)).send(messages.list, { limit: 50 })
    return body.items.filter(({ template }) => template === 'emergency')
  }
  const EVERYBODY = [
    ...['property', 'colleague', 'living_clerk', 'manager', 'community', 'street'],
    ...['officer', 'resident', 'neighbour', 'committee', 'strange_property'],
  ]
  /** Who has how many messages. */
  const told = async (): Promise<Record<string, number>> => {
    const counts = await Promise.all(EVERYBODY.map(async (who) => (await inbox(who)).length))
    return Object.fromEntries(
      EVERYBODY.map((who, n) => [who, counts[n] ?? 0] as const).filter(([, n]) => n > 0),
    )
  }
  const STAFF = { property: 1, colleague: 1, living_clerk: 1, manager: 1, community: 1, street: 1 }

  test('property, community and street are told at once, at night too; nobody else is', async () => {
    app.clock.now = new Date('2026-11-24T18:30:00Z')
    await report(await app.as('resident'))
    await app.sweep()
    expect(await told()).toEqual(STAFF)
    expect((await inbox('street'))[0]).toMatchObject({
      title: '水管爆裂：1幢地下室',
      words: '居民上报，待核实。11 月 25 日（周三）02:30 上报。请马上到场核实，点开确认。',
      urgent: true,
      subject: { kind: 'emergency', community: 'jinxiu' },
    })
  })

  test('who reports it is not told of it themselves', async () => {
    await report(await app.as('property'))
    await app.sweep()
    expect(await told()).toEqual(
      Object.fromEntries(Object.entries(STAFF).filter(([who]) => who !== 'property')),
    )
    expect((await inbox('street'))[0]?.words).toMatch(/^工作人员上报。/)
  })

  test('nobody confirms it for half an hour: told again and up to the district, once', async () => {
    const { emergency } = (await report(await app.as('resident'))).body
    await app.sweep()
    app.clock.advance(30 * MINUTE - 1)
    await app.sweep()
    expect(await told()).toEqual(STAFF)
    app.clock.advance(1)
    // However often it runs, in two processes at once, or after two days.
    const both = [createJobs(app.ports), createJobs(app.ports)]
    for (let n = 0; n < 3; n += 1) await Promise.all(both.map((jobs) => jobs.run()))
    app.clock.advance(48 * HOUR)
    await app.sweep()
    await app.sweep()
    const twice = Object.fromEntries(Object.keys(STAFF).map((who) => [who, 2]))
    expect(await told()).toEqual({ ...twice, officer: 1 })
    expect((await inbox('officer'))[0]).toMatchObject({ urgent: true })
    const street = await app.as('street')
    const { body } = await street.send(emergencies.get, { ...AT, emergency })
    expect(body).toMatchObject({ late: true, state: 'reported' })
    expect(body.events?.map(({ kind }) => kind)).toEqual(['report', 'remind'])
  })

  test('confirmed late but before the sweep came by, it was late all the same', async () => {
    const { emergency } = (await report(await app.as('resident'))).body
    app.clock.advance(31 * MINUTE)
    await go(app, emergency, 'street confirm')
    await app.sweep()
    expect((await told())['officer']).toBe(1)
    const street = await app.as('street')
    const { body } = await street.send(emergencies.get, { ...AT, emergency })
    expect(body.events?.map(({ kind }) => kind)).toEqual(['report', 'remind', 'confirm'])
  })

  test('confirmed in time, the district is left alone', async () => {
    const emergency = await come(app, 'property confirm')
    app.clock.advance(5 * HOUR)
    await app.sweep()
    expect(await told()).not.toHaveProperty('officer')
    expect(emergency).toBeTruthy()
  })

  test('who reported it hears whether it was so, and when it is over', async () => {
    const { emergency } = (await report(await app.as('resident'))).body
    await go(app, emergency, 'property confirm', 'property handle', 'property restore')
    await app.sweep()
    const words = (await inbox('resident')).map(({ words: said }) => said.split('。')[0])
    expect(words.sort()).toEqual(['恢复正常', '核实属实'])
  })

  test('a process that dies at any write: whoever must be told is, once each, and it is on record once', async () => {
    // The stand-in for DynamoDB takes ten times as long.
    const step = name === 'level' ? 1 : 9
    for (let writes = 0; writes < 24; writes += step) {
      const emergency = await come(app, 'street confirm')
      await createJobs({ ...app.ports, table: dying(app.ports.table, writes) }).run()
      await app.sweep()
      await app.sweep()
      for (const who of ['property', 'manager', 'community']) {
        const mine = (await inbox(who)).filter(({ subject }) => subject.id === emergency)
        expect([who, mine.length]).toEqual([who, 2])
      }
      const { body } = await (
        await app.as('street')
      ).send(audit.list, {
        ...{ community: 'jinxiu', limit: 50 },
      })
      const entries = body.items.filter(({ subject }) => subject === emergency)
      expect(entries.map(({ act }) => act)).toEqual(['emergencies.confirm'])
      app.clock.advance(MINUTE)
    }
  })

  test('on record: confirmed, restored, looked back at; put aside; by whom', async () => {
    const one = await come(app, 'street confirm', 'property restore', 'community review')
    const other = await come(app, 'property dismiss')
    await app.sweep()
    const { body } = await (
      await app.as('street')
    ).send(audit.list, {
      ...{ community: 'jinxiu', limit: 50 },
    })
    const acts = (of: string) =>
      body.items.filter(({ subject }) => subject === of).map(({ act, by }) => `${by} ${act}`)
    expect(acts(one).sort()).toEqual([
      '刘洋 emergencies.restore',
      '孙伟 emergencies.confirm',
      '郑红 emergencies.review',
    ])
    expect(acts(other)).toEqual(['刘洋 emergencies.dismiss'])
  })

  test('who closes their account has reported nothing any more; that it happened stays', async () => {
    const { emergency } = (await report(await app.as('resident'), { note: '水漫出来了' })).body
    await go(app, emergency, 'street confirm')
    const { table } = app.ports
    const data = emergencyData({ table, communities: () => Promise.resolve(['jinxiu', 'yunxi']) })
    const { now } = app.clock
    const [section] = await data.export('resident', now)
    expect(section?.lines).toMatchObject([{ value: '1幢地下室，水漫出来了' }])
    expect(await data.foresee('resident', now)).toMatchObject({ frozen: [] })
    await data.erase('resident', now)
    await data.erase('resident', now)
    expect((await data.export('resident', now))[0]?.lines).toEqual([])
    expect(await data.foresee('resident', now)).toEqual({ erased: [], frozen: [] })
    const { body } = await (await app.as('street')).send(emergencies.get, { ...AT, emergency })
    expect(body).not.toHaveProperty('note')
    expect(JSON.stringify(body)).not.toContain('张')
    expect(body.state).toBe('confirmed')
    await go(app, emergency, 'property restore')
    await app.sweep()
  })
})

/** Lets so many writes through; then the process is dead. */
function dying(table: Table, writes: number): Table {
  let left = writes
  const put: Table['put'] = (item) =>
    left-- > 0 ? table.put(item) : Promise.reject(new Error('the process died'))
  return new Proxy(table, {
    get: (target, name: keyof Table) =>
      name === 'put' ? put : (target[name] as (...args: unknown[]) => unknown).bind(target),
  })
}
