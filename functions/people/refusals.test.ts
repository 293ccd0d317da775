import { api } from '#shared/api.ts'
import { ended, here, invited, joined, send, type Gift, type PeopleApp } from './people.fixture.ts'
import { personsIn } from './repository.ts'
import { openWatched, type Watched } from './unchanged.fixture.ts'

let app: PeopleApp
let refused: Watched['refused']
beforeEach(async () => {
  ;({ app, refused } = await openWatched())
})
afterEach(() => app.close())

const chair: Gift = { role: 'committee', post: 'chair', lastDay: '2029-11-23' }
const inJinxiu = here('community')

const giveBack = async (person: string, grant: string) =>
  (await app.as(person)).send(api.people.resign, { grant })

const CODES: readonly (readonly [string, number, string, () => Promise<[string, string]>])[] = [
  ['what is no code', 404, 'people.code_unknown', () => Promise.resolve(['nobody', 'ABC'])],
  [
    'a code nobody made',
    404,
    'people.code_unknown',
    () => Promise.resolve(['nobody', '3333-3333-3333']),
  ],
  [
    'one’s own',
    403,
    'people.own_invitation',
    async () => ['the-street', await invited(app, 'the-street', chair)],
  ],
  [
    'one that was used',
    409,
    'people.code_used',
    async () => {
      const code = await invited(app, 'the-street', chair)
      await joined(app, 'somebody', code)
      return ['nobody', code]
    },
  ],
  [
    'one that was withdrawn',
    409,
    'people.code_withdrawn',
    async () => {
      const answer = await send(app, 'the-street', chair)
      const { invitation } = answer.body.invitation
      const street = await app.as('the-street')
      await street.send(api.communityRoles.withdraw, { community: 'jinxiu', invitation })
      return ['nobody', answer.body.code]
    },
  ],
  [
    'one of a week ago',
    409,
    'people.code_expired',
    async () => {
      const code = await invited(app, 'the-street', chair)
      app.clock.advance(7 * 86_400_000)
      return ['nobody', code]
    },
  ],
  [
    'one for somebody of another name',
    403,
    'people.for_another',
    async () => ['resident', await invited(app, 'the-street', chair)],
  ],
  [
    'one whose giver’s role ended a second ago',
    409,
    'people.giver_ended',
    async () => {
      const code = await invited(app, 'the-street', chair)
      await ended(app, 'the-district', here('street'), 'the-street', 'street-street-1')
      app.clock.advance(1_000)
      return ['nobody', code]
    },
  ],
  [
    'a role one has already',
    409,
    'people.already_holds',
    async () => {
      await joined(app, 'nobody', await invited(app, 'the-street', chair))
      return ['nobody', await invited(app, 'the-street', { ...chair, post: 'member' })]
    },
  ],
]

test.each(CODES)('%s is not taken', async (_, status, code, prepare) => {
  const [person, typed] = await prepare()
  await app.sweep()
  expect(await refused(() => joined(app, person, typed))).toEqual([status, code])
})

test('thirty roles are enough for anybody', async () => {
  const grants = Array.from({ length: 30 }, (_, n) => ({
    scope: 'community' as const,
    of: `c${n}`,
    role: 'property' as const,
    from: '2026-01-01T00:00:00.000Z',
  }))
  await personsIn(app.ports.table).add('busy', { name: '钱进', grants, homes: [] })
  const code = await invited(app, 'the-street', chair)
  expect(await refused(() => joined(app, 'busy', code))).toEqual([409, 'people.too_many_roles'])
})

test.each<[string, number, string, () => ReturnType<typeof ended>]>([
  [
    'a role nobody has',
    404,
    'people.role_not_found',
    () => ended(app, 'the-street', inJinxiu, 'the-committee', 'none'),
  ],
  [
    'a role of nobody',
    404,
    'people.role_not_found',
    () => ended(app, 'the-street', inJinxiu, 'no-one', 'none'),
  ],
  [
    'a role of elsewhere',
    404,
    'people.role_not_found',
    () =>
      ended(
        app,
        'the-admin',
        { scope: 'community', of: 'far' },
        'the-committee',
        'committee-jinxiu',
      ),
  ],
  [
    'what one could not give',
    403,
    'people.not_yours_to_give',
    () => ended(app, 'the-community', inJinxiu, 'the-committee', 'committee-jinxiu'),
  ],
  [
    'the street above',
    404,
    'scope.not_found',
    () => ended(app, 'the-community', here('street'), 'the-street', 'street-street-1'),
  ],
  [
    'the last administrator',
    409,
    'people.last_admin',
    () => ended(app, 'the-admin', here('platform'), 'the-admin', 'admin-platform'),
  ],
])('%s is not ended', async (_, status, code, end) => {
  expect(await refused(end)).toEqual([status, code])
})

test('what one has not, or no longer, is not given back', async () => {
  expect(await refused(() => giveBack('resident', 'none'))).toEqual([404, 'people.role_not_found'])
  await ended(app, 'the-district', here('street'), 'the-street', 'street-street-1')
  await app.sweep()
  expect(await refused(() => giveBack('the-street', 'street-street-1'))).toEqual([
    409,
    'people.role_ended',
  ])
})

test('a used invitation is not withdrawn, nor one of another place', async () => {
  const answer = await send(app, 'the-street', chair)
  const { invitation } = answer.body.invitation
  const withdrawIn = async (community: string, by: string) =>
    (await app.as(by)).send(api.communityRoles.withdraw, { community, invitation })
  const elsewhere = await refused(() => withdrawIn('yunxi', 'the-street'))
  expect(elsewhere).toEqual([404, 'people.invitation_not_found'])
  await joined(app, 'nobody', answer.body.code)
  await app.sweep()
  const used = await refused(() => withdrawIn('jinxiu', 'the-street'))
  expect(used).toEqual([409, 'people.invitation_closed'])
})
