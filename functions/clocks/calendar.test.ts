import { api } from '#shared/api.ts'
import { numberedDay } from '#shared/clocks/calendar.ts'
import type { Sent } from '#shared/kernel/route.ts'
import { openPeopleApp, type PeopleApp } from '../people/people.fixture.ts'
import { auditTrail } from '../platform/audit/audit.ts'
import { openTables, openTemporaryTable } from '../platform/table/open-tables.fixture.ts'
import { TABLE_2027 } from './calendar.fixture.ts'
import { calendarDirectory } from './offers.ts'

const { read, list, give } = api.calendar
const DECEMBER = new Date('2026-11-30T16:00:00Z')

describe.each(openTables)('the calendar of deadlines on the %s table', (_, open) => {
  let app: PeopleApp
  beforeEach(async () => {
    app = await openPeopleApp(open)
  })
  afterEach(() => app.close())

  const given = async (table: Partial<Sent<typeof give>> = {}, key?: string) => {
    const admin = await app.as('the-admin')
    return admin.send(give, { ...TABLE_2027, ...table }, key === undefined ? {} : { key })
  }
  const seenByClerk = async () => {
    const clerk = await app.as('the-property')
    return (await clerk.send(read, { community: 'jinxiu' })).body
  }
  const warnings = async (): Promise<unknown> =>
    (await (await app.app.request('/readyz')).json()) as unknown

  test('from 1 December on the operator and staff are warned, until the table is given', async () => {
    app.clock.now = new Date(DECEMBER.getTime() - 1)
    expect(await warnings()).toEqual({ ready: true, warnings: [] })
    expect((await seenByClerk()).missing).toBeUndefined()
    app.clock.now = new Date(DECEMBER.getTime() + 60_000)
    expect(await warnings()).toEqual({ ready: true, warnings: ['calendar_2027_missing'] })
    expect((await seenByClerk()).missing).toEqual({
      year: 2027,
      sentence: expect.stringContaining('2027 年的放假安排还没有录入') as string,
    })
    expect((await given()).status).toBe(201)
    app.clock.advance(10_000)
    expect(await warnings()).toEqual({ ready: true, warnings: [] })
    expect((await seenByClerk()).missing).toBeUndefined()
  })

  test('a table counts within seconds; its versions stand beside each other, and who gave it in the audit', async () => {
    const calendars = calendarDirectory(app.ports)
    const isWorked = async (day: string) => (await calendars.calendar()).isWorkday(numberedDay(day))
    expect(await isWorked('2026-12-26')).toBe(false)
    const first = await given()
    expect([first.status, first.body.version, first.body.givenBy]).toEqual([201, 1, '孙*****'])
    app.clock.advance(10_000)
    expect(await isWorked('2026-12-26')).toBe(true)
    expect((await calendars.calendar()).isKnown(numberedDay('2027-06-01'))).toBe(true)

    const second = await given({ worked: [], replaces: 1 })
    expect([second.status, second.body.version]).toEqual([201, 2])
    app.clock.advance(10_000)
    expect(await isWorked('2026-12-26')).toBe(false)
    const admin = await app.as('the-admin')
    const { body } = await admin.send(list, {})
    expect(body.versions.map(({ year, version }) => [year, version])).toEqual([
      [2024, 0],
      [2025, 0],
      [2026, 0],
      [2027, 2],
      [2027, 1],
    ])
    expect((await seenByClerk()).years[3]).toEqual({
      year: 2027,
      version: 2,
      source: TABLE_2027.source,
      off: TABLE_2027.off,
      worked: [],
    })
    await app.sweep()
    await app.sweep()
    const { items } = await auditTrail(app.ports).latest('platform', { limit: 10 })
    const acts = items.filter(({ entry }) => entry.act === 'clocks.give_table')
    expect(acts.map(({ entry }) => [entry.by, entry.subject, entry.detail?.['version']])).toEqual([
      ['the-admin', '2027', 2],
      ['the-admin', '2027', 1],
    ])
  })

  test('an amended notice takes the place of what came with the program', async () => {
    const { body } = await (await app.as('the-admin')).send(list, {})
    const of2026 = body.versions.find(({ year }) => year === 2026)
    if (!of2026) throw new Error('no table')
    const { year, off, worked, source, confidence } = of2026
    const amended = { year, off: [...off, '2026-12-31'], worked, source, confidence }
    expect((await given({ ...amended })).code).toBe('clocks.table_changed')
    const answer = await given({ ...amended, replaces: 0 })
    expect([answer.status, answer.body.version]).toEqual([201, 1])
  })

  test('the same request twice makes one version; of two officers at once the second is told', async () => {
    const [one, again] = [await given({}, 'once-and-once'), await given({}, 'once-and-once')]
    expect([one.status, again.status, again.body.version]).toEqual([201, 201, 1])
    const other = await given({ worked: [] }, 'once-and-once')
    expect(other.code).toBe('request.idempotency_key_reused')

    const both = await Promise.all([
      given({ worked: [], replaces: 1 }),
      given({ worked: ['2027-02-20'], replaces: 1 }),
    ])
    expect(both.map(({ status }) => status).sort()).toEqual([201, 409])
    const told = both.find(({ status }) => status === 409)
    expect(told?.detail).toBe(
      '2027 年的放假安排刚被别人更新（第 2 版）。请刷新后再看，您填写的内容还在。',
    )
  })
})

describe('tables that are not taken', () => {
  let app: PeopleApp
  beforeAll(async () => {
    app = await openPeopleApp(openTemporaryTable)
  })
  afterAll(() => app.close())

  const OFF = TABLE_2027.off
  test.each<[string, Partial<Sent<typeof give>>, number, string]>([
    ['a day outside the year', { off: [...OFF, '2028-01-01'] }, 422, 'clocks.day_outside_year'],
    ['a day twice', { off: [...OFF, '2027-10-01'] }, 422, 'clocks.day_twice'],
    ['a day off and worked', { off: [...OFF, '2026-12-26'] }, 422, 'clocks.day_twice'],
    ['work made up on a weekday', { worked: ['2027-02-22'] }, 422, 'clocks.worked_on_weekday'],
    ['a holiday by law left out', { off: OFF.slice(1) }, 422, 'clocks.holiday_missing'],
    ['a past year', { year: 2025 }, 422, 'clocks.year_past'],
    ['a far year', { year: 2029 }, 422, 'clocks.year_too_far'],
    ['a version nobody gave', { replaces: 3 }, 409, 'clocks.table_changed'],
    ['no day of any calendar', { off: [...OFF, '2027-02-29'] }, 400, 'request.invalid'],
    ['no source', { source: '' }, 400, 'request.invalid'],
    ['no day off', { off: [] }, 400, 'request.invalid'],
    [
      'a whole year off',
      { off: Array.from({ length: 81 }, () => '2027-01-01') },
      400,
      'request.invalid',
    ],
  ])('%s', async (_, table, status, code) => {
    const admin = await app.as('the-admin')
    const answer = await admin.send(give, { ...TABLE_2027, ...table })
    expect([answer.status, answer.code]).toEqual([status, code])
  })

  test('nor from whoever keeps a community, a street or a district', async () => {
    for (const person of ['the-street', 'the-district', 'the-manager']) {
      const client = await app.as(person)
      expect((await client.send(give, TABLE_2027)).code).toBe('scope.not_found')
    }
  })
})
