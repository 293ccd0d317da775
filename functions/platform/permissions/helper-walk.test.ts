import { bindings } from '#shared/bindings/contract.ts'
import { AT, newcomer, openBindingApp, PLACE, verified } from '../../bindings/bindings.fixture.ts'
import type { BindingApp } from '../../bindings/bindings.fixture.ts'
import { openTemporaryTable } from '../table/open-tables.fixture.ts'
import type { Client } from '../test-client.fixture.ts'
import { operations, PLACES, type Operation } from './walk-expectation.fixture.ts'
import { requestFor } from './walk-requests.fixture.ts'

const inCommunity = operations().filter(({ scope }) => scope === 'community')

let app: BindingApp
let helper: Client
beforeAll(async () => {
  app = await openBindingApp(openTemporaryTable)
  const { client } = await verified(app, 'zhang')
  const named = { name: '李小花', tie: 'relative' } as const
  const { body } = await client.send(bindings.invite, {
    ...PLACE,
    relation: 'helper',
    helper: named,
  })
  helper = await newcomer(app, 'helper')
  await helper.send(bindings.redeem, { ...AT, name: named.name, secret: body.secret })
})
afterAll(() => app.close())

const ask = async ({ route, ...rest }: Operation, of: string): Promise<string | undefined> => {
  const place = { scope: 'community', of } as const
  const { code } = await helper.send(route, requestFor({ route, ...rest }, place, {}))
  return code
}

test('who helps and holds no role is let in where the contract says so, and told why everywhere else', async () => {
  const wrong: string[] = []
  for (const operation of inCommunity) {
    const code = await ask(operation, PLACE.community)
    const isLetIn = code !== 'auth.helper_only_files'
    if (isLetIn !== (operation.route.helpers === true)) wrong.push(`${operation.id}: ${code}`)
  }
  expect(wrong).toEqual([])
  expect(inCommunity.filter(({ route }) => route.helpers).map(({ id }) => id)).toEqual([
    'communities.get',
    'complaints.file',
    'complaints.assisted',
    'complaints.get',
    'photos.add',
    'photos.get',
    'voices.add',
    'voices.get',
  ])
})

test.each(Object.values(PLACES.community).filter((of) => of !== PLACE.community))(
  'in %s there is nothing to see',
  async (of) => {
    const codes = await Promise.all(inCommunity.slice(0, 10).map((one) => ask(one, of)))
    expect(new Set(codes)).toEqual(new Set(['scope.not_found']))
  },
)
