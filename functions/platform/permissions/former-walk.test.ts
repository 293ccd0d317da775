import { personDirectory } from '../../people/offers.ts'
import { personsIn } from '../../people/repository.ts'
import { openTemporaryTable } from '../table/open-tables.fixture.ts'
import type { Client } from '../test-client.fixture.ts'
import { openTestAppOn, type TestApp } from '../test-app.fixture.ts'
import { operations, PLACES, type Operation } from './walk-expectation.fixture.ts'
import { requestFor } from './walk-requests.fixture.ts'

const inCommunity = operations().filter(({ scope }) => scope === 'community')

let app: TestApp & { readonly close: () => Promise<void> }
let former: Client
beforeAll(async () => {
  app = await openTestAppOn(openTemporaryTable)
  await personsIn(app.ports.table).add('former', { name: '钱某', grants: [], homes: [] })
  const { bindHome, unbindHome } = personDirectory(app.ports)
  const home = {
    community: 'jinxiu',
    unit: '9-1-101',
    areaCenti: 8_000,
    relation: 'owner',
  } as const
  await bindHome('former', home)
  await unbindHome('former', home.community, home.unit)
  former = await app.as('former')
})
afterAll(() => app.close())

const ask = async ({ route, ...rest }: Operation, of: string): Promise<string | undefined> => {
  const { code } = await former.send(
    route,
    requestFor({ route, ...rest }, { scope: 'community', of }, {}),
  )
  return code
}

test('who has moved out is let in where the contract says so, and finds no such community everywhere else', async () => {
  const wrong: string[] = []
  for (const operation of inCommunity) {
    const code = await ask(operation, 'jinxiu')
    const isLetIn = code !== 'scope.not_found'
    if (isLetIn !== (operation.route.formerly === true)) wrong.push(`${operation.id}: ${code}`)
  }
  expect(wrong).toEqual([])
  expect(inCommunity.filter(({ route }) => route.formerly).map(({ id }) => id)).toEqual([
    'complaints.mine',
    'complaints.get',
    'complaints.confirm',
    'complaints.dispute',
    'complaints.withdraw',
    'complaints.urge',
    'complaints.route',
    'complaints.toMediation',
    'complaints.toLitigation',
    'complaints.takeBack',
    'complaints.message',
    'complaints.evidence',
    'complaints.checkEvidence',
    'photos.add',
    'photos.get',
    'voices.add',
    'voices.get',
  ])
})

test.each(Object.values(PLACES.community).filter((of) => of !== 'jinxiu'))(
  'in %s there is nothing to see',
  async (of) => {
    const asked = inCommunity.filter(({ route }) => route.formerly)
    const codes = await Promise.all(asked.map((one) => ask(one, of)))
    expect(new Set(codes)).toEqual(new Set(['scope.not_found']))
  },
)
