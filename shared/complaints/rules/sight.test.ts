import type { Role } from '#shared/kernel/permissions.ts'
import { ComplaintAct, partiesOf, type Viewer } from './acts.ts'
import { actsFor, mayRelease } from './decide.ts'
import { actingAs, inState, TERMS } from './life.fixture.ts'
import { describePlace, placeFor, summarise } from './place.ts'
import { mayList, mayRead, maySee, seesFiler, seesNote, stageOf } from './sight.ts'
import { ComplaintState } from './states.ts'

const person = (isFiler: boolean, ...roles: Role[]): Viewer => ({ isFiler, roles })

test.each([
  ['nobody checked it', { checked: false, held: false }, 'filer helper'],
  ['it is held', { checked: false, held: true }, 'filer helper community street'],
  [
    'it is checked',
    { checked: true, held: false },
    'filer helper property manager community street',
  ],
])('when %s', (_, sight, seers) => {
  const people: Record<string, Viewer> = {
    filer: person(true, 'owner'),
    helper: { ...person(false), isHelper: true },
  }
  for (const role of [
    ...(['tenant', 'owner', 'committee', 'property', 'manager', 'community', 'street'] as const),
  ]) {
    people[role] = person(false, role)
  }
  const { life } = inState('submitted')
  const see = Object.entries(people).filter(([, viewer]) => maySee(sight, viewer))
  expect(see.map(([name]) => name).join(' ')).toBe(seers)
  const read = Object.entries(people).filter(([, viewer]) =>
    mayRead({ ...sight, skipsProperty: false, life }, viewer),
  )
  expect(read).toEqual(see)
})

test('the property lists what waits for it and what is done, not what is held', () => {
  const stages = (role: Role) =>
    (['open', 'done', 'held', 'up'] as const).filter((stage) => mayList(stage, [role]).ok)
  expect(stages('property')).toEqual(['open', 'done', 'up'])
  expect(stages('community')).toEqual(['open', 'done', 'held', 'up'])
  expect(stages('district')).toEqual(['up'])
})

test('what was resolved or has ended waits for the property no more', () => {
  const done = ComplaintState.options.filter((state) => stageOf(state) === 'done')
  expect(done).toEqual([
    ...['resolved', 'confirmed', 'closed', 'not_accepted', 'withdrawn', 'merged'],
  ])
})

describe('a helper who sent it in for the filer', () => {
  const helper = (...roles: Role[]) => ({ isFiler: false, isHelper: true, roles })
  const ask = (
    act: Exclude<ComplaintAct, 'release'>,
    state: ComplaintState,
    roles: readonly Role[] = [],
  ) => {
    const got = inState(state).ask(act, 'neighbour', {}, helper(...roles))
    return got.ok ? 'yes' : got.code.replace('complaints.', '! ')
  }

  test.each([
    ['confirm', '! helper_may_not_close'],
    ['dispute', '! helper_may_not_close'],
    ['withdraw', '! not_filer'],
    ['urge', '! not_filer'],
    ['reply', '! not_handler'],
    ['route', '! not_handler'],
    ['message', '! not_handler'],
  ] as const)('%s → %s', (act, expected) => {
    for (const state of ComplaintState.options) expect(ask(act, state)).toBe(expected)
  })

  test.each([
    ['property', 'accept', 'submitted'],
    ['community', 'route', 'submitted'],
    ['street', 'accept_at_street', 'routed_street'],
    ['street', 'to_litigation', 'mediation'],
  ] as const)('handles it by the office of %s no more than its filer may', (role, act, state) => {
    expect(ask(act, state, [role])).toBe('! own_complaint')
    expect(partiesOf(helper(role))).toEqual([])
    const acting = { ...actingAs('neighbour', new Date('2026-03-12T02:00:00Z')), ...helper(role) }
    expect(actsFor(inState(state).life, true, acting, TERMS)).toEqual([])
    expect(mayRelease(true, helper(role)).ok).toBe(false)
  })

  test('releases nothing', () => {
    expect(mayRelease(true, helper())).toMatchObject({ code: 'complaints.not_office' })
    expect(mayRelease(true, helper('community'))).toMatchObject({
      code: 'complaints.own_complaint',
    })
  })

  test('knows whose it is, also where the property does not, and reads no note', () => {
    const hidden = { hidesName: true, skipsProperty: true }
    expect(seesFiler(hidden, helper('property'))).toBe(true)
    expect(seesFiler(hidden, person(false, 'property'))).toBe(false)
    expect(seesNote('property', helper('property'))).toBe(false)
    expect(seesNote('property', person(false, 'property'))).toBe(true)
  })
})

test.each([
  [{ kind: 'home', unit: '1-1-101' }, undefined],
  [{ kind: 'home', unit: '1-1-102' }, 'complaints.not_your_home'],
  [{ kind: 'building', building: '2幢' }, undefined],
  [{ kind: 'building', building: '9幢' }, 'complaints.unknown_building'],
  [{ kind: 'common', area: '东门' }, undefined],
] as const)('the place %j', (place, code) => {
  const decision = placeFor(place, [{ unit: '1-1-101' }], ['1幢', '2幢'])
  expect(decision.ok ? undefined : decision.code).toBe(code)
})

test('a home that is not of the person helped is refused in the words for helpers', () => {
  const home = { kind: 'home', unit: '1-1-102' } as const
  expect(placeFor(home, [{ unit: '1-1-101' }], [], 'complaints.not_helped_home')).toMatchObject({
    code: 'complaints.not_helped_home',
  })
})

test('words for a list', () => {
  expect(describePlace({ kind: 'home', unit: '1-2-801' })).toBe('1-2-801 室内')
  expect(describePlace({ kind: 'building', building: '3幢' })).toBe('3幢')
  expect(describePlace({ kind: 'common', area: '东门岗亭' })).toBe('公共区域：东门岗亭')
  expect(summarise('电梯\n  坏了')).toBe('电梯 坏了')
  expect(Array.from(summarise('😀'.repeat(70)))).toHaveLength(60)
})
