import Taro from '@tarojs/taro'
import type { Me } from '#shared/people/contract.ts'
import { choosePlace, hatsOf, identityOf } from './identity.ts'

beforeEach(() => Taro.clearStorageSync())

const me: Me = {
  person: 'p1',
  name: '张三',
  memberships: [
    { community: 'jx', name: '锦绣花园', roles: ['owner', 'committee'], homes: [] },
    { community: 'yg', name: '阳光花园', roles: ['tenant'], homes: [] },
  ],
}

test.each([
  [['owner'], ['resident']],
  [['tenant', 'owner'], ['resident']],
  [
    ['committee', 'owner'],
    ['resident', 'committee'],
  ],
  [['manager', 'property'], ['property']],
  [['street'], ['office']],
  [[], []],
] as const)('who holds %j looks as %j', (roles, hats) => {
  expect(hatsOf(roles)).toEqual(hats)
})

test('a person starts in the first community, as a resident where they live', () => {
  expect(identityOf(me)).toMatchObject({
    community: 'jx',
    hat: 'resident',
    hats: ['resident', 'committee'],
  })
})

test('what they choose is kept on this phone', () => {
  choosePlace('p1', { community: 'jx', hat: 'committee' })
  expect(identityOf(me)).toMatchObject({ community: 'jx', hat: 'committee' })
  expect(identityOf({ ...me, person: 'p2' })).toMatchObject({ hat: 'resident' })
})

test('a role that has ended is chosen no longer', () => {
  choosePlace('p1', { community: 'yg', hat: 'property' })
  expect(identityOf(me)).toMatchObject({ community: 'yg', hat: 'resident' })
})

test('a person registered nowhere has no identity yet', () => {
  expect(identityOf({ ...me, memberships: [] })).toBeUndefined()
})
