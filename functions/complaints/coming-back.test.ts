import { DAY } from '#shared/kernel/calendar.ts'
import { messages } from '#shared/messages/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { act, file, go } from './complaints.fixture.ts'
import { complaintData } from './personal-data.ts'
import { demandWhole, foundIn, merge, openTwins, type Twins } from './races.fixture.ts'

describe.each(openTables)(
  'what was merged into a complaint that is given up, over %s',
  (on, open) => {
    let app: Twins['app']
    let other: Twins['other']
    beforeAll(async () => {
      ;({ app, other } = await openTwins(open))
    })
    afterAll(() => app.close())

    /** Each filed a moment after the one before. */
    const fileBy = async (...who: readonly string[]): Promise<string[]> => {
      const numbers = []
      for (const one of who) {
        numbers.push((await file(await app.as(one))).body.number)
        app.clock.advance(1_000)
      }
      await app.sweep()
      return numbers
    }
    const swept = async () => {
      for (let i = 0; i < 2; i += 1) {
        app.clock.advance(10_000)
        await Promise.all([app.sweep(), other.sweep()])
      }
    }
    const lifeOf = async (number: string) => {
      const found = await foundIn(app, number)
      demandWhole(found)
      return found.stored.life
    }
    const stateOf = async (number: string) => (await lifeOf(number)).state
    const office = () => app.as('community')

    test('it comes back where it was, its clocks begin anew, and its filer is told', async () => {
      const [first = '', second = ''] = await fileBy('resident', 'neighbour')
      await go(app, second, 'property accept')
      await merge(await office(), second, first)
      await swept()
      app.clock.advance(3 * DAY)
      await act('withdraw', await app.as('resident'), first)
      await swept()
      await swept()
      const life = await lifeOf(second)
      expect([life.state, life.level, life.mergedInto]).toEqual(['accepted', 'property', undefined])
      const reply = life.clocks.find(
        ({ name, state }) => name === 'first_reply' && state === 'running',
      )
      expect(Date.parse(reply?.due ?? '') - app.clock.now.getTime()).toBeGreaterThan(DAY - 60_000)
      const inbox = await (await app.as('neighbour')).send(messages.list, {})
      expect(inbox.body.items.map(({ title }) => title)).toContainEqual(
        expect.stringMatching('恢复单独办理'),
      )
      expect((await act('reply', await app.as('property'), second)).status).toBe(200)
    })

    test('of a merge of a merge the nearest goes on by itself, and carries what was merged into it', async () => {
      const [first = '', second = '', third = ''] = await fileBy('resident', 'neighbour', 'coowner')
      await merge(await office(), third, second)
      await merge(await office(), second, first)
      await act('withdraw', await app.as('resident'), first)
      await swept()
      expect([await stateOf(second), await stateOf(third)]).toEqual(['submitted', 'merged'])
      await act('withdraw', await app.as('neighbour'), second)
      await swept()
      expect(await stateOf(third)).toBe('submitted')
    })

    test('merged by way of one that was merged already, it depends on where that led', async () => {
      const [first = '', second = '', third = ''] = await fileBy('resident', 'neighbour', 'coowner')
      await merge(await office(), second, first)
      await merge(await office(), third, second)
      await act('withdraw', await app.as('resident'), first)
      await swept()
      expect([await stateOf(second), await stateOf(third)]).toEqual(['submitted', 'submitted'])
    })

    test('withdrawn in the moment of the merge, whichever came first: never left behind', async () => {
      for (let round = 0; round < (on === 'level' ? 12 : 3); round += 1) {
        const [first = '', second = ''] = await fileBy('resident', 'neighbour')
        const withdraw = async () => act('withdraw', await app.as('resident'), first)
        const join = async () => merge(await other.as('community'), second, first)
        const both = round % 2 === 0 ? [withdraw(), join()] : [join(), withdraw()]
        await Promise.all([...both, app.sweep()])
        await swept()
        expect([await stateOf(first), await stateOf(second)]).toEqual(['withdrawn', 'submitted'])
      }
    })

    test('merged after its withdrawal was swept: it finds out by itself', async () => {
      const [first = '', second = ''] = await fileBy('resident', 'neighbour')
      await merge(await office(), second, first)
      // As if the merge had read it before, and been written after everything else.
      await act('withdraw', await app.as('resident'), first)
      await app.ports.table.delete({ pk: `MERGED#jinxiu#${first}`, sk: second }, 1)
      await app.sweep()
      expect(await stateOf(second)).toBe('merged')
      await swept()
      expect(await stateOf(second)).toBe('submitted')
    })

    test('confirmed, it is done for who was merged too', async () => {
      const [first = '', second = ''] = await fileBy('resident', 'neighbour')
      await merge(await office(), second, first)
      await go(app, first, 'property accept', 'property resolve', 'resident confirm')
      await swept()
      expect(await stateOf(second)).toBe('merged')
    })

    test('its filer closes their account: it is frozen, and those merged into it are not buried with it', async () => {
      const [first = '', second = ''] = await fileBy('tenant', 'neighbour')
      await merge(await office(), second, first)
      const { table } = app.ports
      const part = complaintData({ table, communities: () => Promise.resolve(['jinxiu']) })
      await part.erase('tenant', app.clock.now)
      await swept()
      expect(await stateOf(second)).toBe('submitted')
      expect((await foundIn(app, first)).stored.frozen).toBeDefined()
    })
  },
)
