import { CHAIR, claimBy, COUPLE, done, homeWith, NOW, RULES, SOLE } from './bindings.fixture.ts'
import { placeClaim } from './claiming.ts'
import { confirm } from './deciding.ts'
import { followRegister } from './following.ts'
import { find, type Home, type Registered } from './home.ts'

const BUYER: Registered = { owners: [{ key: 'k-qian', name: '钱七' }] }
const nothingNew = () => undefined
const follow = (home: Home, registered: Registered, matchNow = nothingNew as never) =>
  followRegister(home, registered, matchNow, NOW)
const verified = (home: Home, registered = SOLE, owner = 'k-zhang', binding = 'b-a') =>
  done(
    confirm(
      home,
      { binding, owner, evidence: { kind: 'register_match' } },
      CHAIR,
      registered,
      RULES,
      NOW,
    ),
  )

const bound = verified(homeWith([claimBy('a')]))

test('nothing changed: nothing happens', () => {
  expect(follow(bound, SOLE)).toEqual({ home: bound, happened: [] })
})

test('a sold flat: the seller is bound no longer, whether claimed or verified', () => {
  for (const home of [homeWith([claimBy('a')]), bound]) {
    const { home: next, happened } = follow(home, BUYER)
    expect(find(next, 'b-a')?.ended).toMatchObject({ reason: 'left_register' })
    expect(happened).toMatchObject([{ kind: 'ended', binding: 'b-a', reason: 'left_register' }])
  }
})

test('the buyer who waited is claimed when the register has the sale', () => {
  const buyer = claimBy('q', { name: '钱七', match: 'none', owner: undefined, ground: 'bought' })
  const both = done(placeClaim(bound, buyer, SOLE, RULES, NOW))
  const matched = (() => ({ match: 'match', owner: 'k-qian' })) as never
  const { home } = follow(both, BUYER, matched)
  expect(home.bindings.map(({ status, contested }) => [status, contested])).toEqual([
    ['ended', false],
    ['claimed', false],
  ])
})

test('two who wait for one place both go on waiting', () => {
  const home = homeWith([claimBy('a'), claimBy('b')])
  const matched = (() => ({ match: 'match', owner: 'k-zhang' })) as never
  expect(follow(home, SOLE, matched).home.bindings.map(({ status }) => status)).toEqual([
    'waiting',
    'waiting',
  ])
})

test('a divorced couple: who keeps the flat is the owner, the other is bound no longer', () => {
  let home = homeWith(
    [
      claimBy('a', { name: '李四', owner: 'k-li' }),
      claimBy('b', { name: '王五', owner: 'k-wang' }),
    ],
    COUPLE,
  )
  home = verified(verified(home, COUPLE, 'k-li'), COUPLE, 'k-wang', 'b-b')
  const { home: next } = follow(home, { owners: [{ key: 'k-li', name: '李四' }] })
  expect(next.bindings.map(({ status, relation }) => [status, relation])).toEqual([
    ['verified', 'owner'],
    ['ended', 'co_owner'],
  ])
})

test('a wrong import that is undone ends nobody for good', () => {
  const gone = follow(bound, BUYER).home
  const { home, happened } = follow(gone, SOLE)
  expect(find(home, 'b-a')).toMatchObject({ status: 'verified', owner: 'k-zhang' })
  expect(find(home, 'b-a')?.ended).toBeUndefined()
  expect(happened).toEqual([{ kind: 'reinstated', binding: 'b-a' }])
})

test('nobody comes back into a place that somebody else holds by now', () => {
  const gone = follow(bound, BUYER).home
  const other = verified(
    done(placeClaim(gone, claimBy('z'), SOLE, RULES, NOW)),
    SOLE,
    'k-zhang',
    'b-z',
  )
  const { home } = follow(other, SOLE)
  expect([find(home, 'b-a')?.status, find(home, 'b-z')?.status]).toEqual(['ended', 'verified'])
})

test('who was ended by an officer does not come back with the register', () => {
  const ended: Home = {
    ...bound,
    bindings: bound.bindings.map((one) => ({
      ...one,
      status: 'ended',
      ended: { at: '', reason: 'sold', was: 'verified' },
    })),
  }
  expect(follow(ended, SOLE).happened).toEqual([])
})
