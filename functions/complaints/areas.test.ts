import { complaintAreas, type AreaCard } from '#shared/complaints/lists-contract.ts'
import { DESK_GROUPS, type DeskGroup } from '#shared/complaints/rules/desk.ts'
import { DAY } from '#shared/kernel/calendar.ts'
import { moveToStreet } from '../communities/move.fixture.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { act, addOfficer, file, filed, get, go } from './complaints.fixture.ts'

const STREET = 'street-1'
const NEW = { street: 'street-2', streetName: '建设街道' }
/** For so long a community's street is remembered. */
const REMEMBERED = 10_000

describe.each(openTables)('what comes up to street and district, over %s', (_, open) => {
  let app: TestApp & { close(): Promise<void> }
  beforeEach(async () => {
    app = await openTestAppOn(open)
    await addOfficer(app, 'district', { scope: 'district', of: 'district-1', role: 'district' })
    await addOfficer(app, 'new_street', { scope: 'street', of: NEW.street, role: 'street' })
  })
  afterEach(() => app.close())

  const cardsOf = async (group?: DeskGroup, rest: object = {}) => {
    const asked = { street: STREET, ...(group && { group }), ...rest }
    return (await (await app.as('street')).send(complaintAreas.ofStreet, asked)).body
  }
  const numbersOf = ({ items }: { items: readonly AreaCard[] }) => items.map((card) => card.number)
  const fileDirect = async () => {
    const number = await filed(app, { direct: true })
    app.clock.advance(60_000)
    return number
  }

  test('each lies in one group, and in the agenda once a finding says that it cannot be done here', async () => {
    const [accept, visit, hand, meeting, referred] = await several(5, fileDirect)
    const taken = ['street acceptAtStreet', 'street recordOnsite', 'street handle'] as const
    await go(app, visit, taken[0])
    await go(app, hand, ...taken, 'street find')
    await go(app, meeting, ...taken, 'street find', 'street escalate')
    await go(app, referred, ...taken, 'street refer')
    const groups = Object.fromEntries(
      await Promise.all(
        DESK_GROUPS.map(async (group) => [group, numbersOf(await cardsOf(group))] as const),
      ),
    )
    expect(groups).toEqual({
      overdue: [],
      to_accept: [accept],
      to_visit: [visit],
      in_hand: [hand],
      in_meeting: [meeting],
      in_review: [],
      elsewhere: [referred],
      agenda: [hand, meeting],
    })
    expect(numbersOf(await cardsOf())).toEqual([accept, visit, hand, meeting, referred])
    const [card] = (await cardsOf('agenda')).items
    expect(card).toMatchObject({
      community: 'jinxiu',
      ...{ communityName: '锦绣花园', streetName: '和平街道' },
      finding: 'WITHIN_REMIT_UNSOLVABLE',
    })
    // What is only the street's to know stays with the property's list: nowhere.
    expect(card).not.toHaveProperty('placeForProperty')
  })

  test('what the street let pass says so, to the district too, also once it has gone on', async () => {
    const number = await fileDirect()
    app.clock.advance(10 * DAY)
    await app.sweep()
    expect((await cardsOf('overdue')).items).toMatchObject([{ number, breached: true, late: true }])
    await act('acceptAtStreet', await app.as('street'), number)
    await app.sweep()
    const asked = { district: 'district-1', group: 'to_visit' } as const
    const { body } = await (await app.as('district')).send(complaintAreas.ofDistrict, asked)
    expect(body.items).toMatchObject([{ number, late: true }])
    expect(body.items[0]?.breached).toBeUndefined()
  })

  test('one group of two communities comes page after page, by when each was filed', async () => {
    const expected: string[] = []
    for (let n = 0; n < 4; n += 1) {
      const by = await app.as(n % 2 === 0 ? 'resident' : 'stranger')
      const place = { kind: 'common', area: '东门' } as const
      const community = n % 2 === 0 ? 'jinxiu' : 'yunxi'
      const { body } = await file(by, { community, place, direct: true })
      await app.sweep()
      app.clock.advance(60_000)
      if (n !== 1) expected.push(body.number)
      else {
        const street = await app.as('street')
        await act('acceptAtStreet', street, body.number, { community })
      }
    }
    const first = await cardsOf('to_accept', { limit: 2 })
    const { cursor } = first
    const second = await cardsOf('to_accept', { limit: 2, cursor })
    expect([...numbersOf(first), ...numbersOf(second)]).toEqual(expected)
    expect(second.cursor).toBeUndefined()
  })

  test('a group that there is not is refused', async () => {
    expect(
      await (
        await app.as('street')
      ).send(complaintAreas.ofStreet, { street: STREET, group: 'lost' as 'overdue' }),
    ).toMatchObject({ status: 400, code: 'request.invalid' })
  })

  test('a community that changes its street takes its open complaints along, and the old street has them no longer', async () => {
    const number = await fileDirect()
    await go(app, number, 'street acceptAtStreet')
    await moveToStreet(app.ports.table, 'jinxiu', NEW)
    app.clock.advance(REMEMBERED)
    expect(numbersOf(await cardsOf())).toEqual([])
    const old = await app.as('street')
    expect(await get(old, number)).toMatchObject({ status: 404, code: 'scope.not_found' })
    const visit = { when: app.clock.now.toISOString() }
    expect(await act('recordOnsite', old, number, visit)).toMatchObject({
      status: 404,
      code: 'scope.not_found',
    })
    const officer = await app.as('new_street')
    const { body } = await officer.send(complaintAreas.ofStreet, { street: NEW.street })
    expect(body.items).toMatchObject([{ number, state: 'street_accepted' }])
    // Where the case stood, with its clocks and what the old street did, it goes on.
    const { body: shown } = await get(officer, number)
    expect(shown.clocks?.map(({ clock }) => clock)).toEqual(['onsite', 'street_handling'])
    expect((await act('recordOnsite', officer, number, visit)).body.state).toBe('onsite_verified')
    expect(await officer.send(complaintAreas.ofStreet, { street: STREET })).toMatchObject({
      status: 404,
    })
    app.clock.advance(30 * DAY)
    await app.sweep()
    const above = (await app.as('district')).send(complaintAreas.ofDistrict, {
      district: 'district-1',
    })
    expect(numbersOf((await above).body)).toEqual([number])
  })
})

async function several(count: number, make: () => Promise<string>) {
  const made: string[] = []
  for (let n = 0; n < count; n += 1) made.push(await make())
  return made as [string, string, string, string, string]
}
