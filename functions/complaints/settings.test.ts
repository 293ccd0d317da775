import { complaints } from '#shared/complaints/contract.ts'
import type { Settings } from '#shared/complaints/settings.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { act, file, filed, get } from './complaints.fixture.ts'

const HERE = { community: 'jinxiu' } as const

describe.each(openTables)('settings of complaints over %s', (_, open) => {
  let app: TestApp & { close(): Promise<void> }
  beforeEach(async () => {
    app = await openTestAppOn(open)
  })
  afterEach(() => app.close())

  const read = async (who = 'resident') =>
    (await (await app.as(who)).send(complaints.settings, HERE)).body
  const change = async (
    change: (old: Settings) => Settings,
    version?: number,
    who = 'community',
  ) => {
    const current = await read(who)
    const input = {
      ...HERE,
      version: version ?? current.version,
      settings: change(current.settings),
    }
    return (await app.as(who)).send(complaints.changeSettings, input)
  }
  const without = (category: string) => (old: Settings) => ({
    ...old,
    categories: old.categories.map((one) =>
      one.category === category ? { ...one, on: false } : one,
    ),
  })
  const asTheyAre = (old: Settings) => old

  test('without a change ours hold, and say that they are ours', async () => {
    const { version, settings } = await read()
    expect(version).toBe(0)
    expect(settings.periods.first_reply).toMatchObject({
      unit: 'hour',
      amount: 24,
      confidence: 'ours',
    })
    expect(
      settings.categories.find(({ category }) => category === 'fire_lane')?.departments,
    ).toContain('fire')
  })

  test('what was filed before its category was removed is given again to who did not hear of it', async () => {
    const resident = await app.as('resident')
    const key = { key: 'the-same-key' }
    const { body } = await file(resident, {}, key)
    await change(without('lift'))
    expect(await file(resident, {}, key)).toMatchObject({
      status: 201,
      body: { number: body.number },
    })
    expect(await file(resident, {}, { key: 'another-key' })).toMatchObject({
      code: 'complaints.unknown_category',
    })
  })

  test('a category removed while in use takes nothing new, and what was goes on', async () => {
    const number = await filed(app)
    expect((await change(without('lift'))).body).toMatchObject({
      version: 1,
      changedBy: '社区 郑*',
    })
    expect(await file(await app.as('resident'))).toMatchObject({
      status: 422,
      code: 'complaints.unknown_category',
    })
    expect((await get(await app.as('resident'), number)).body.category).toBe('lift')
    expect((await act('accept', await app.as('property'), number)).status).toBe(200)
  })

  test('a period holds for what begins then; a clock that runs keeps its own', async () => {
    const before = await filed(app)
    await change((old) => ({
      ...old,
      periods: {
        ...old.periods,
        first_reply: {
          unit: 'hour',
          amount: 2,
          warnings: [],
          source: '议事规则第 3 条',
          confidence: 'local',
        },
      },
    }))
    // Settings are remembered for ten seconds.
    app.clock.advance(10_000)
    const after = await filed(app, { text: '另一件：灯坏了，请来修。' })
    const dueOf = async (number: string) =>
      (await get(await app.as('resident'), number)).body.clocks?.[0]?.due
    expect([await dueOf(before), await dueOf(after)]).toEqual([
      '2026-11-25T02:00:00.000Z',
      '2026-11-24T04:00:10.000Z',
    ])
  })

  test('of two who change at once the second is told who was first; every version is kept', async () => {
    const both = await Promise.all([
      change(without('lift'), 0),
      change(without('noise'), 0, 'street'),
    ])
    const codes = both.map(({ code }) => code)
    expect(codes.filter((code) => code === undefined)).toHaveLength(1)
    expect(codes).toContain('complaints.settings_stale')
    await change(asTheyAre)
    const { items } = (await (await app.as('street')).send(complaints.settingsVersions, HERE)).body
    expect(items.map(({ version }) => version)).toEqual([2, 1, 0])
  })

  test.each<[string, (old: Settings) => Settings]>([
    [
      '同一类别写了两次',
      (old) => ({ ...old, categories: old.categories.slice(0, 6).flatMap((one) => [one, one]) }),
    ],
    [
      '至少要有一个类别可以提交',
      (old) => ({ ...old, categories: old.categories.map((one) => ({ ...one, on: false })) }),
    ],
    [
      '同一部门写了两次',
      (old) => ({ ...old, departments: [...old.departments, ...old.departments.slice(0, 1)] }),
    ],
    ['类别里有分工表之外的部门', (old) => ({ ...old, departments: old.departments.slice(0, 1) })],
  ])('%s: is refused', async (problem, changed) => {
    const answer = await change(changed)
    expect(answer).toMatchObject({ status: 422, code: 'complaints.settings_invalid' })
    expect(answer.detail).toContain(problem)
    expect((await read()).version).toBe(0)
  })

  test('the property does not set its own deadlines', async () => {
    expect(await change(asTheyAre, 0, 'manager')).toMatchObject({
      status: 403,
      code: 'auth.not_permitted',
    })
  })
})
