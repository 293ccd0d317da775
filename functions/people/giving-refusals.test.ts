import { GIVINGS } from '#shared/people/giving.ts'
import { here, send, type Gift, type PeopleApp } from './people.fixture.ts'
import { openWatched, type Watched } from './unchanged.fixture.ts'

let app: PeopleApp
let refused: Watched['refused']
beforeEach(async () => {
  ;({ app, refused } = await openWatched())
})
afterEach(() => app.close())

const chair: Gift = { role: 'committee', post: 'chair', lastDay: '2029-11-23' }
const inJinxiu = here('community')

test.each<[string, string, Gift, number, string]>([
  ['a post that is needed', 'the-street', { role: 'community' }, 422, 'people.post_needed'],
  ['a post it has not', 'the-street', { ...chair, post: 'grid' }, 422, 'people.post_unknown'],
  [
    'a post where there is none',
    'the-company',
    { role: 'manager', post: 'chair' },
    422,
    'people.post_unknown',
  ],
  [
    'a term that is needed',
    'the-street',
    { role: 'committee', post: 'chair' },
    422,
    'people.term_needed',
  ],
  [
    'a term that is over',
    'the-street',
    { ...chair, lastDay: '2026-11-23' },
    422,
    'people.term_backwards',
  ],
  [
    'a term that ends before it begins',
    'the-street',
    { ...chair, firstDay: '2027-01-02', lastDay: '2027-01-01' },
    422,
    'people.term_backwards',
  ],
  [
    'a committee of more than five years',
    'the-street',
    { ...chair, lastDay: '2031-11-29' },
    422,
    'people.term_too_long',
  ],
  [
    'an interim body of more than three',
    'the-street',
    { role: 'interim', post: 'member', lastDay: '2029-11-28' },
    422,
    'people.term_too_long',
  ],
  [
    'an administrator with an end',
    'the-admin',
    { role: 'admin', lastDay: '2027-01-01' },
    422,
    'people.term_not_for_admins',
  ],
  ['a committee by the community', 'the-community', chair, 403, 'people.not_yours_to_give'],
  [
    'a community worker by the community',
    'the-community',
    { role: 'community', post: 'worker' },
    403,
    'people.not_yours_to_give',
  ],
  ['a manager by the manager', 'the-manager', { role: 'manager' }, 403, 'people.not_yours_to_give'],
  [
    'property staff by the street',
    'the-street',
    { role: 'property', post: 'desk' },
    403,
    'people.not_yours_to_give',
  ],
  ['a committee by the company', 'the-company', chair, 403, 'people.not_yours_to_give'],
  ['a committee by itself', 'the-committee', chair, 403, 'auth.not_permitted'],
  ['anything by an owner', 'resident', chair, 403, 'auth.not_permitted'],
])('%s is refused, and nothing is stored', async (_, giver, gift, status, code) => {
  expect(await refused(() => send(app, giver, gift))).toEqual([status, code])
})

test.each<[string, string, Gift, Parameters<typeof send>[3], number, string]>([
  [
    'a street officer in a community',
    'the-street',
    { role: 'street' },
    inJinxiu,
    422,
    'people.role_not_here',
  ],
  [
    'an owner, who comes with a home',
    'the-street',
    { role: 'owner' },
    inJinxiu,
    422,
    'people.role_not_here',
  ],
  [
    'a district by the district',
    'the-district',
    { role: 'district' },
    here('district'),
    403,
    'people.not_yours_to_give',
  ],
  [
    'a street by itself',
    'the-street',
    { role: 'street' },
    here('street'),
    403,
    'people.not_yours_to_give',
  ],
  [
    'what lies in another street',
    'the-street',
    chair,
    { scope: 'community', of: 'hill' },
    404,
    'scope.not_found',
  ],
  [
    'what another company manages',
    'the-company',
    { role: 'manager' },
    { scope: 'community', of: 'yunxi' },
    404,
    'scope.not_found',
  ],
  [
    'what lies above: the district',
    'the-street',
    { role: 'district' },
    here('district'),
    404,
    'scope.not_found',
  ],
  [
    'what lies above: the platform',
    'the-district',
    { role: 'admin' },
    here('platform'),
    404,
    'scope.not_found',
  ],
])('%s is not given', async (_, giver, gift, at, status, code) => {
  expect(await refused(() => send(app, giver, gift, at))).toEqual([status, code])
})

test('nobody gives their own role, but for administrators, who start each line', () => {
  const own = GIVINGS.filter(({ by, roles, posts }) => !posts && roles.includes(by))
  expect(own.map(({ by }) => by)).toEqual(['admin'])
})
