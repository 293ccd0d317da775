import { api } from '#shared/api.ts'
import type { Access } from '#shared/kernel/route.ts'
import { openTables } from '../table/open-tables.fixture.ts'
import { operations, type Operation } from './walk-expectation.fixture.ts'
import { householdOperations, WHOSE } from './walk-objects.fixture.ts'
import { requestFor } from './walk-requests.fixture.ts'
import { walk } from './walk.fixture.ts'
import { openWalkWorld, type WalkWorld } from './walk-world.fixture.ts'

// Some ten thousand requests, on a machine that may be busy with other suites.
jest.setTimeout(600_000)

describe.each(openTables)('the permission walk, %s', (name, open) => {
  let world: WalkWorld
  beforeAll(async () => {
    world = await openWalkWorld(open)
  })
  afterAll(() => world.close())

  const jinxiu = { scope: 'community', of: 'jinxiu' } as const
  const asFang = async (operation: Operation, known: WalkWorld['own']) => {
    const client = await world.app.as('fang')
    return client.send(operation.route, requestFor(operation, jinxiu, known))
  }

  test.each(householdOperations(operations()).map((one) => [one.id, one] as const))(
    '%s: what is of another home is refused as what does not exist, where it must be one’s own',
    async (id, operation) => {
      const whose = WHOSE[id]
      if (whose === undefined) throw new Error(`${id}: say in WHOSE whose object it may be`)
      const mine = await asFang(operation, world.own)
      const others = await asFang(operation, world.others)
      const isEverybodys = whose === 'everybody’s'
      const told = ({ status, code }: typeof mine) => (status < 400 ? 'done' : code)
      expect(told(mine)).not.toBe(isEverybodys ? '' : whose.refusedAs)
      expect(told(others)).toBe(isEverybodys ? told(mine) : whose.refusedAs)
    },
  )

  const everybody = (who: string) => world.app.as(who)

  test.each([
    ['votes.draft', 'vote:read', 'owner in own community'],
    ['fees.collection', 'community:read', 'tenant in own community'],
    ['complaints.accept', 'community:read', 'district in another community of the same district'],
    ['communityRoles.invite', 'role:read', 'committee in own community'],
  ] as const)('a hole planted in %s is found', async (id, weaker, whom) => {
    const asItShouldBe = operations().filter((one) => one.id === id)
    const restore = plant(id, weaker)
    const { wrong } = await walk(asItShouldBe, everybody, world.own)
    restore()
    expect(wrong).not.toEqual([])
    expect(wrong.every((line) => line.startsWith(id))).toBe(true)
    expect(wrong.join('\n')).toContain(whom)
    expect((await walk(asItShouldBe, everybody, world.own)).wrong).toEqual([])
  })

  // Who is let in is decided before a store is asked for more than the person and the place: one of the two will do.
  if (name === 'level') {
    test('every operation, as every role, in every place, is as the matrix says', async () => {
      const { sent, wrong } = await walk(operations(), everybody, world.own)
      process.stdout.write(`permission walk: ${sent} requests\n`)
      expect(wrong.join('\n')).toBe('')
    })
  }
})

test('an operation that names what the walk has never heard of is not passed over', () => {
  const [first] = operations()
  if (!first) throw new Error('there are no operations')
  const route = { ...first.route, path: '/communities/:community/secrets/:secret_of_theirs' }
  expect(() => requestFor({ ...first, route }, undefined, {})).toThrow('knows no :secret_of_theirs')
})

/** Takes the permission off a route, as somebody might by mistake. */
function plant(id: string, access: Access): () => void {
  const [feature = '', name = ''] = id.split('.')
  const contract = api[feature as keyof typeof api] as unknown as Record<string, { access: Access }>
  const route = contract[name]
  if (!route) throw new Error(`there is no ${id}`)
  const before = route.access
  route.access = access
  return () => {
    route.access = before
  }
}
