import { openTemporaryTable } from '../table/open-tables.fixture.ts'
import { openLivedWorld, type LivedWorld } from './lived-world.fixture.ts'
import { isAllowed, SHOWN_IN_FULL } from './shown-in-full.fixture.ts'
import { walkOutputs } from './output-walk.fixture.ts'

// Some two thousand requests, on a machine that may be busy with other suites.
jest.setTimeout(120_000)

describe('what answers show of others', () => {
  let world: LivedWorld
  beforeAll(async () => {
    world = await openLivedWorld(openTemporaryTable)
  })
  afterAll(() => world.close())

  test('a leak that is planted is found: a number in a notice, a name without a role to see it', async () => {
    const request = world.requests.find(({ id }) => id === 'notices.get')
    if (!request) throw new Error('there is no notice')
    const { found } = await walkOutputs(world, [request], (body) =>
      body.replace('停水三小时', '请王五打13900000001，证号11010519491231002X，'),
    )
    const leaks = found.filter((one) => !isAllowed(one))
    expect(new Set(leaks.map(({ shown }) => shown))).toEqual(new Set(['phone', 'identity', 'name']))
    expect(leaks.map(({ role }) => role)).toContain('tenant')
  })

  test('every operation, as every role: in full only what the table allows, and to whom', async () => {
    const { sent, answered, found } = await walkOutputs(world)
    process.stdout.write(`output walk: ${sent} requests, ${answered} answered\n`)
    expect(answered).toBeGreaterThan(world.requests.length * 2)
    const leaks = found.filter((one) => !isAllowed(one))
    const told = leaks.map(
      (one) => `${one.operation} shows ${one.role} a ${one.shown}: ${one.what}`,
    )
    expect(told.join('\n')).toBe('')
    // What the table allows and nothing shows any more would hide the next leak.
    const idle = SHOWN_IN_FULL.filter(
      ({ of }) => !found.some(({ operation }) => of.test(operation)),
    )
    expect(idle.map(({ of }) => of.source)).toEqual([])
  })
})
