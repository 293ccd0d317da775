import fc from 'fast-check'
import type { EvidenceKind, Status } from '../terms.ts'
import { COUPLE, NOW, RULES, SOLE } from './bindings.fixture.ts'
import { placeClaim } from './claiming.ts'
import { appeal, confirm, endByOfficer, reject, withdraw } from './deciding.ts'
import { followRegister } from './following.ts'
import {
  EMPTY,
  type Binding,
  holdsPlace,
  isOpen,
  isOwnership,
  type Decided,
  type Home,
  type Registered,
} from './home.ts'

const PERSONS = ['a', 'b', 'c', 'chair'] as const
const OFFICERS = [
  { person: 'chair', role: 'committee' },
  { person: 'w1', role: 'community' },
  { person: 'w2', role: 'community' },
  { person: 'clerk', role: 'property' },
] as const
const REGISTERS: readonly Registered[] = [SOLE, COUPLE, { owners: [] }]
const NAMES: Readonly<Record<string, string>> = {
  'k-zhang': '张三',
  'k-li': '李四',
  'k-wang': '王五',
}
const KEYS = Object.keys(NAMES)
const EVIDENCE: readonly EvidenceKind[] = ['register_match', 'identity_document', 'court_judgment']

const act = fc.record({
  kind: fc.constantFrom('claim', 'confirm', 'reject', 'appeal', 'withdraw', 'end', 'register'),
  who: fc.constantFrom(...PERSONS),
  by: fc.constantFrom(...OFFICERS),
  key: fc.constantFrom(...KEYS),
  match: fc.constantFrom('match', 'name_only', 'none'),
  nth: fc.nat(8),
  replaces: fc.boolean(),
  evidence: fc.constantFrom(...EVIDENCE),
  register: fc.nat(2),
} as const)
type Act = typeof act extends fc.Arbitrary<infer T> ? T : never

type Make = (home: Home, one: Act, registered: Registered, binding: string) => Decided

const MAKE: Readonly<Record<Act['kind'], Make>> = {
  claim: (home, { who, key, match }, registered) =>
    placeClaim(
      home,
      {
        binding: `b${home.bindings.length}`,
        person: who,
        name: NAMES[key] ?? '',
        match,
        owner: match === 'none' ? undefined : key,
        byCode: false,
      },
      registered,
      RULES,
      NOW,
    ),
  confirm(home, { key, by, evidence: kind, replaces }, registered, binding) {
    const held = home.bindings.find((one) => holdsPlace(one) && one.owner === key)
    const confirming = {
      binding,
      owner: key,
      evidence: { kind },
      replaces: replaces ? held?.binding : undefined,
    }
    return confirm(home, confirming, by, registered, RULES, NOW)
  },
  reject: (home, { by }, registered, binding) =>
    reject(home, { binding, reason: 'other', words: '不符' }, by, registered, RULES, NOW),
  appeal: (home, { who }, registered, binding) =>
    appeal(home, { binding, words: '请再看。' }, who, registered, RULES, NOW),
  withdraw: (home, { who }, registered, binding) => withdraw(home, binding, who, registered, NOW),
  end(home, { by, evidence: kind }, registered, binding) {
    const ending = { binding, reason: 'divorced', evidence: { kind }, words: '已离婚' } as const
    return endByOfficer(home, ending, by, registered, RULES, NOW)
  },
  register: (home, _, registered) => ({
    ok: true,
    value: followRegister(home, registered, () => undefined, NOW),
  }),
}

/** What may follow what, whoever acts: nothing else is ever seen. */
const AFTER: Readonly<Record<Status, readonly Status[]>> = {
  waiting: ['claimed', 'verified', 'rejected', 'ended'],
  claimed: ['waiting', 'verified', 'rejected', 'ended'],
  verified: ['ended'],
  rejected: ['appealed'],
  appealed: ['verified', 'rejected', 'ended'],
  // Only what the register itself had ended, and gives back.
  ended: ['claimed', 'verified'],
}

test('whoever does what in which order: one place, one holder; nobody decides for themselves', () => {
  fc.assert(
    fc.property(fc.array(act, { maxLength: 40 }), (acts) => {
      let home = EMPTY
      let registered: Registered = SOLE
      for (const one of acts) {
        if (one.kind === 'register') registered = REGISTERS[one.register] ?? SOLE
        const before = home
        const nth = home.bindings[one.nth % Math.max(1, home.bindings.length)]
        const decided = MAKE[one.kind](home, one, registered, nth?.binding ?? '')
        if (!decided.ok) continue
        home = decided.value.home
        checkPlaces(home, registered)
        checkMoves(before, home, one)
      }
    }),
    { numRuns: 400 },
  )
})

function checkPlaces({ bindings }: Home, { owners }: Registered): void {
  const owning = bindings.filter(isOwnership)
  const places = owning.filter(holdsPlace).map(({ owner }) => owner)
  expect(places).not.toContain(undefined)
  expect(new Set(places).size).toBe(places.length)
  const people = owning.filter(isOpen).map(({ person }) => person)
  expect(new Set(people).size).toBe(people.length)
  if (owners.length === 1) {
    const alone = owning.filter(
      ({ status, owner }) => status === 'verified' && owner === owners[0]?.key,
    )
    expect(alone.length).toBeLessThanOrEqual(1)
  }
}

function checkMoves(before: Home, after: Home, { kind, by }: Act): void {
  for (const one of after.bindings) {
    const was = before.bindings.find(({ binding }) => binding === one.binding)
    if (!was || was.status === one.status) continue
    expect(AFTER[was.status]).toContain(one.status)
    if (was.status === 'ended') expect(was.ended?.reason).toBe('left_register')
    if (was.status === 'rejected') expect(was.rejection?.final).toBe(false)
    if (kind === 'confirm' && one.status === 'verified') checkVerified(was, one, by)
  }
}

function checkVerified(was: Binding, { person }: Binding, by: Act['by']): void {
  expect(person).not.toBe(by.person)
  expect(by.role).not.toBe('property')
  if (was.status !== 'appealed') return
  expect([by.role, was.rejection?.by === by.person]).toEqual(['community', false])
}
