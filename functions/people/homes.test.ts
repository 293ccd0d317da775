import { api } from '#shared/api.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { personDirectory } from './offers.ts'
import { personsIn } from './repository.ts'

describe.each(openTables)('homes, %s', (_, open) => {
  let app: TestApp & { readonly close: () => Promise<void> }
  const home = {
    community: 'jinxiu',
    unit: '1-1-106',
    areaCenti: 8_957,
    relation: 'owner',
  } as const

  beforeEach(async () => {
    app = await openTestAppOn(open)
  })
  afterEach(() => app.close())

  test('a home bound makes an owner at once, and unbound none', async () => {
    const persons = personDirectory(app.ports)
    await persons.bindHome('manager', { ...home, standing: 'claimed' })
    const rolesOf = async () => {
      const { body } = await (await app.as('manager')).send(api.people.me, {})
      return body.memberships[0]?.roles
    }
    expect(await rolesOf()).toEqual(['owner', 'manager'])
    await persons.unbindHome('manager', 'jinxiu', '1-1-106')
    expect(await rolesOf()).toEqual(['manager'])
  })

  test('bound again it is replaced, and another community has its own of that name', async () => {
    const persons = personDirectory(app.ports)
    await persons.bindHome('manager', { ...home, standing: 'claimed' })
    await persons.bindHome('manager', { ...home, community: 'yunxi' })
    await persons.bindHome('manager', { ...home, standing: 'verified', owner: 'k-wu' })
    expect(await persons.homesOf('manager')).toEqual([
      { ...home, community: 'yunxi' },
      { ...home, standing: 'verified', owner: 'k-wu' },
    ])
  })

  test('six at the same time all stand', async () => {
    const persons = personDirectory(app.ports)
    const units = Array.from({ length: 6 }, (_unused, n) => `3-1-10${n}`)
    await Promise.all(units.map((unit) => persons.bindHome('manager', { ...home, unit })))
    const held = await persons.homesOf('manager')
    expect(held.map(({ unit }) => unit).sort()).toEqual(units)
  })

  test('a name is kept where there was none, and never replaced', async () => {
    const persons = personDirectory(app.ports)
    await personsIn(app.ports.table).add('newcomer', { name: '', grants: [], homes: [] })
    await persons.bindHome('newcomer', home, '钱进')
    await persons.bindHome('newcomer', { ...home, unit: '1-1-107' }, '钱出')
    expect((await personsIn(app.ports.table).grantsOf('newcomer'))?.name).toBe('钱进')
  })

  test('nobody is made by a home', async () => {
    const persons = personDirectory(app.ports)
    await expect(persons.bindHome('nobody', home)).rejects.toMatchObject({ code: 'people.unknown' })
    await persons.unbindHome('nobody', 'jinxiu', '1-1-106')
    expect(await personsIn(app.ports.table).grantsOf('nobody')).toBeUndefined()
  })
})
