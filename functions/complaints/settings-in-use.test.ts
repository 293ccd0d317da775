// What a change of the settings does to complaints that are under way.
import { complaints } from '#shared/complaints/contract.ts'
import type { ClockRule } from '#shared/clocks/rule.ts'
import { HOUR } from '#shared/kernel/calendar.ts'
import type { Settings } from '#shared/complaints/settings.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { act, file, filed, get, go, LIFT } from './complaints.fixture.ts'

const HERE = { community: 'jinxiu' } as const
const REFERRED = [
  'resident route',
  'street acceptAtStreet',
  'street recordOnsite',
  'street refer',
] as const

describe.each(openTables)('settings changed while complaints are open, over %s', (_, open) => {
  let app: TestApp & { close(): Promise<void> }
  beforeEach(async () => {
    app = await openTestAppOn(open)
  })
  afterEach(() => app.close())

  const settings = async () => (await (await app.as('street')).send(complaints.settings, HERE)).body
  const change = async (to: (old: Settings) => Settings) => {
    const { version, settings: old } = await settings()
    const changed = { ...HERE, version, settings: to(old) }
    const answer = await (await app.as('street')).send(complaints.changeSettings, changed)
    // Remembered for ten seconds by other processes.
    app.clock.advance(10_000)
    return answer
  }
  const asResident = async (number: string) => (await get(await app.as('resident'), number)).body
  const lastFact = async (number: string) => (await asResident(number)).timeline.at(-1)?.facts
  const without = (id: string) => (old: Settings) => ({
    ...old,
    departments: old.departments.filter((one) => one.id !== id),
    categories: old.categories.map((one) => ({
      ...one,
      departments: one.departments.filter((department) => department !== id),
    })),
  })
  const lift = (facts: Partial<Settings['categories'][number]>) => (old: Settings) => ({
    ...old,
    categories: old.categories.map((one) => (one.category === 'lift' ? { ...one, ...facts } : one)),
  })
  const RULE: ClockRule = {
    ...{ unit: 'hour', amount: 2, warnings: [], escalatesAfterHours: 0 },
    ...{ source: '业主大会决议', confidence: 'local' },
  }

  test('a category switched off: nothing new, and what was filed goes up the ladder as before', async () => {
    const number = await filed(app)
    const before = (await asResident(number)).clocks
    expect((await change(lift({ on: false }))).status).toBe(200)

    const refused = await file(await app.as('resident'))
    expect([refused.status, refused.code, refused.detail]).toEqual([
      422,
      'complaints.unknown_category',
      '这一类投诉已经停用，请重新选择类别。',
    ])
    expect((await asResident(number)).clocks).toEqual(before)
    const neighbour = await app.as('coowner')
    const list = await neighbour.send(complaints.publicList, { ...HERE, category: 'lift' })
    expect(list.body.items.map((one) => [one.number, one.category])).toEqual([[number, 'lift']])
    const { text, place } = LIFT
    const like = { ...HERE, category: 'lift' as const, text, place }
    expect((await neighbour.send(complaints.similar, like)).body.items).toMatchObject([{ number }])
    const here = (await settings()).settings.categories.find((one) => one.category === 'lift')
    expect(here).toMatchObject({ name: '电梯', on: false })

    // Nobody answers: it goes up by the period it began with.
    app.clock.advance(24 * HOUR)
    await app.sweep()
    expect((await asResident(number)).state).toBe('routed_street')
    expect(await act('acceptAtStreet', await app.as('street'), number)).toMatchObject({
      status: 200,
    })
  })

  test('a category left out of the settings altogether is as one that is off', async () => {
    const number = await filed(app)
    await change((old) => ({
      ...old,
      categories: old.categories.filter(({ category }) => category !== 'lift'),
    }))
    expect((await file(await app.as('resident'))).code).toBe('complaints.unknown_category')
    expect(await act('accept', await app.as('property'), number)).toMatchObject({ status: 200 })
  })

  test('a department removed while a complaint is with it: named as before, followed up, nothing new to it', async () => {
    const number = await filed(app)
    await go(app, number, ...REFERRED)
    const other = await filed(app, { text: '3 号电梯也响，已经两天。' })
    await go(app, other, ...REFERRED.slice(0, -1))
    expect((await change(without('market'))).status).toBe(200)

    expect(await asResident(number)).toMatchObject({ state: 'referred' })
    expect(await lastFact(number)).toMatchObject({ department: 'market' })
    const { departments } = (await settings()).settings
    expect(departments.at(-1)).toEqual({ id: 'market', name: '市场监管', gone: true })

    const street = await app.as('street')
    expect(await act('refer', street, other)).toMatchObject({
      status: 422,
      code: 'complaints.unknown_department',
      detail: '分工表里没有这个部门，请重新选择。',
    })
    expect(await act('refer', street, other, { department: 'housing' })).toMatchObject({
      status: 200,
    })
    expect(await act('takeBack', street, number)).toMatchObject({ status: 200 })
  })

  test('a department may come back, and a category cannot point to one that is gone', async () => {
    await change(without('market'))
    const refused = await change(lift({ departments: ['market'] }))
    expect([refused.status, refused.code]).toEqual([422, 'complaints.settings_invalid'])
    expect(refused.detail).toContain('类别里有分工表之外的部门')
    const back = await change((old) => ({
      ...old,
      departments: old.departments.map(({ id, name }) => ({ id, name })),
    }))
    expect(back.status).toBe(200)
    expect((await change(lift({ departments: ['market'] }))).status).toBe(200)
  })

  test('a period changed while a clock runs: it keeps its own, also through a pause; the next begins with the new', async () => {
    const number = await filed(app)
    const dueOf = async (of: string) => (await asResident(of)).clocks?.[0]?.due
    const before = await dueOf(number)
    await change(lift({ periods: { first_reply: RULE } }))
    expect(await dueOf(number)).toBe(before)
    const property = await app.as('property')
    await act('accept', property, number)
    await act('pause', property, number)
    app.clock.advance(HOUR)
    await act('resume', property, number)
    const later = new Date(Date.parse(before ?? '') + HOUR).toISOString()
    expect((await asResident(number)).clocks?.[0]).toMatchObject({
      ...{ clock: 'first_reply', due: later, pauses: 1 },
    })
    const next = await filed(app, { text: '4 号电梯关门很慢，夹过人。' })
    const wanted = app.clock.now.getTime() + 2 * HOUR
    expect(Date.parse((await dueOf(next)) ?? '')).toBe(wanted)
  })

  test.each<[string, (old: Settings) => Settings]>([
    [
      '两个类别用了同一个名称',
      (old) => ({
        ...old,
        categories: old.categories.map((one, n) => (n < 2 ? { ...one, name: '同名' } : one)),
      }),
    ],
    [
      '两个部门用了同一个名称',
      (old) => ({
        ...old,
        departments: old.departments.map((one, n) => (n < 2 ? { ...one, name: '同名' } : one)),
      }),
    ],
    [
      '两个常用回复用了同一个名称',
      (old) => ({
        ...old,
        templates: old.templates.map((one, n) => (n < 2 ? { ...one, name: '同名' } : one)),
      }),
    ],
    [
      '只有物业的期限逾期后会自动转街道',
      (old) => ({ ...old, periods: { ...old.periods, street_accept: RULE } }),
    ],
    ['一个类别里同一部门写了两次', (old) => lift({ departments: ['market', 'market'] })(old)],
    [
      '至少要留一个部门',
      (old) => ({
        ...old,
        departments: old.departments.map((one) => ({ ...one, gone: true })),
        categories: old.categories.map((one) => ({ ...one, departments: [] })),
      }),
    ],
  ])('%s: is refused', async (problem, to) => {
    const answer = await change(to)
    expect([answer.status, answer.code]).toEqual([422, 'complaints.settings_invalid'])
    expect(answer.detail).toContain(problem)
  })
})
