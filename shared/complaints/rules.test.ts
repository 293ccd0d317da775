import fc from 'fast-check'
import type { Role } from '#shared/kernel/permissions.ts'
import { ComplaintAct, ComplaintState } from './contract.ts'
import { complaintRefusals } from './refusals.ts'
import {
  actsFor,
  decide,
  describePlace,
  maySee,
  mayList,
  MOST_ENTRIES,
  placeFor,
  stageOf,
  summarise,
  type Standing,
  type Viewer,
} from './rules.ts'

const person = (isFiler: boolean, ...roles: Role[]): Viewer => ({ isFiler, roles })
const FILER = person(true, 'owner')
const HANDLER = person(false, 'property')

const standing = (state: ComplaintState, rest: Partial<Standing> = {}): Standing => ({
  state,
  disputesLeft: 1,
  held: false,
  timeline: { length: 3 },
  ...rest,
})

/** The state an act leads to, or the refusal without its feature. */
const outcome = (act: ComplaintAct, complaint: Standing, viewer: Viewer): string => {
  const decision = decide(act, complaint, viewer)
  return decision.ok ? decision.value : decision.code.replace('complaints.', '! ')
}

const table = (text: string) =>
  text
    .trim()
    .split('\n')
    .map((line) => line.split('|').map((cell) => cell.trim()))

describe('each act in each state, by the person it belongs to', () => {
  const [[, ...acts] = [], ...rows] = table(`
              | accept               | reply                | resolve              | confirm              | dispute
    submitted | accepted             | ! not_accepted       | ! not_accepted       | ! not_resolved       | ! not_resolved
    accepted  | ! already_accepted   | replied              | resolved             | ! not_resolved       | ! not_resolved
    replied   | ! already_accepted   | replied              | resolved             | ! not_resolved       | ! not_resolved
    resolved  | ! already_resolved   | ! already_resolved   | ! already_resolved   | confirmed            | disputed
    disputed  | accepted             | replied              | resolved             | ! not_resolved       | ! already_disputed
    confirmed | ! already_confirmed  | ! already_confirmed  | ! already_confirmed  | ! already_confirmed  | ! already_confirmed
  `)
  const cases = rows.flatMap(([state, ...cells]) =>
    cells.map((expected, i) => [state, acts[i], expected] as const),
  )

  test('the table holds every state and act', () => {
    expect(rows.map(([state]) => state).sort()).toEqual([...ComplaintState.options].sort())
    expect([...acts, 'release'].sort()).toEqual([...ComplaintAct.options].sort())
  })
  test.each(cases)('%s: %s → %s', (state, act, expected) => {
    const isFilers = act === 'confirm' || act === 'dispute'
    const viewer = isFilers ? FILER : HANDLER
    expect(outcome(act as ComplaintAct, standing(state as ComplaintState), viewer)).toBe(expected)
  })
})

describe('each act by everybody it does not belong to, in every state', () => {
  const PEOPLE: Readonly<Record<string, Viewer>> = {
    filer: FILER,
    'filing tenant': person(true, 'tenant'),
    neighbour: person(false, 'owner'),
    committee: person(false, 'committee'),
    property: HANDLER,
    manager: person(false, 'manager'),
    'filing clerk': person(true, 'owner', 'property'),
    community: person(false, 'community'),
    street: person(false, 'street'),
  }
  const [[, ...acts] = [], ...rows] = table(`
                  | accept          | reply           | resolve         | confirm     | dispute     | release
    filer         | ! not_handler   | ! not_handler   | ! not_handler   | yes         | yes         | ! not_office
    filing tenant | ! not_handler   | ! not_handler   | ! not_handler   | yes         | yes         | ! not_office
    neighbour     | ! not_handler   | ! not_handler   | ! not_handler   | ! not_filer | ! not_filer | ! not_office
    committee     | ! not_handler   | ! not_handler   | ! not_handler   | ! not_filer | ! not_filer | ! not_office
    property      | yes             | yes             | yes             | ! not_filer | ! not_filer | ! not_office
    manager       | yes             | yes             | yes             | ! not_filer | ! not_filer | ! not_office
    filing clerk  | ! own_complaint | ! own_complaint | ! own_complaint | yes         | yes         | ! not_office
    community     | ! not_handler   | ! not_handler   | ! not_handler   | ! not_filer | ! not_filer | ! nothing_held
    street        | ! not_handler   | ! not_handler   | ! not_handler   | ! not_filer | ! not_filer | ! nothing_held
  `)
  const theirs = ['! not_handler', '! own_complaint', '! not_filer', '! not_office']
  const cases = rows.flatMap(([who, ...cells]) =>
    cells.flatMap((expected, i) =>
      ComplaintState.options.map((state) => [who, acts[i], state, expected] as const),
    ),
  )

  test.each(cases)('%s: %s when %s → %s', (who, act, state, expected) => {
    const got = outcome(act as ComplaintAct, standing(state), PEOPLE[who ?? ''] ?? FILER)
    if (expected === 'yes') expect(theirs).not.toContain(got)
    else expect(got).toBe(expected)
  })
})

test('a second dispute is refused, however it was resolved again', () => {
  const again = standing('resolved', { disputesLeft: 0 })
  expect(outcome('dispute', again, FILER)).toBe('! already_disputed')
  expect(outcome('confirm', again, FILER)).toBe('confirmed')
})

test('a full timeline takes no reply, yet can be resolved', () => {
  const full = standing('replied', { timeline: { length: MOST_ENTRIES } })
  expect(decide('reply', full, HANDLER)).toEqual({
    ok: false,
    code: 'complaints.too_many_replies',
    params: { most: MOST_ENTRIES },
  })
  expect(outcome('resolve', full, HANDLER)).toBe('resolved')
})

test('the community office releases what is held, in any state, and changes nothing else', () => {
  for (const state of ComplaintState.options) {
    expect(outcome('release', standing(state, { held: true }), person(false, 'community'))).toBe(
      state,
    )
  }
})

test('whatever is tried: one dispute at most, nothing after a confirmation, nothing resolved before it was accepted', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...ComplaintAct.options), { maxLength: 40 }), (acts) => {
      let complaint = standing('submitted', { timeline: { length: 1 } })
      const done: ComplaintAct[] = []
      for (const act of acts) {
        const viewer = act === 'confirm' || act === 'dispute' ? FILER : HANDLER
        const offered = actsFor(complaint, viewer)
        const decision = decide(act, complaint, viewer)
        expect(offered.includes(act)).toBe(decision.ok)
        if (!decision.ok) continue
        done.push(act)
        const disputesLeft = complaint.disputesLeft - (act === 'dispute' ? 1 : 0)
        complaint = { ...complaint, state: decision.value, disputesLeft }
      }
      expect(done.filter((act) => act === 'dispute').length).toBeLessThanOrEqual(1)
      expect([-1, done.length - 1]).toContain(done.indexOf('confirm'))
      if (done.length > 0) expect(done[0]).toBe('accept')
    }),
  )
})

test.each([
  ['nobody checked it', { checked: false, held: false }, 'filer'],
  ['it is held', { checked: false, held: true }, 'filer community street'],
  ['it is checked', { checked: true, held: false }, 'filer property manager community street'],
])('when %s', (_, sight, seers) => {
  const people = { filer: FILER } as Record<string, Viewer>
  for (const role of ['tenant', 'owner', 'committee', 'property', 'manager'] as const) {
    people[role] = person(false, role)
  }
  people['community'] = person(false, 'community')
  people['street'] = person(false, 'street')
  const see = Object.entries(people).filter(([, viewer]) => maySee(sight, viewer))
  expect(see.map(([name]) => name).join(' ')).toBe(seers)
})

test('the property lists what waits for it and what is done, not what is held', () => {
  const stages = (role: Role) =>
    (['open', 'done', 'held'] as const).filter((stage) => mayList(stage, [role]).ok)
  expect(stages('property')).toEqual(['open', 'done'])
  expect(stages('community')).toEqual(['open', 'done', 'held'])
})

test('resolved and confirmed wait for the property no more', () => {
  const done = ComplaintState.options.filter((state) => stageOf(state) === 'done')
  expect(done).toEqual(['resolved', 'confirmed'])
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

test('words for a list', () => {
  expect(describePlace({ kind: 'home', unit: '1-2-801' })).toBe('1-2-801 室内')
  expect(describePlace({ kind: 'building', building: '3幢' })).toBe('3幢')
  expect(describePlace({ kind: 'common', area: '东门岗亭' })).toBe('公共区域：东门岗亭')
  expect(summarise('电梯\n  坏了')).toBe('电梯 坏了')
  expect(Array.from(summarise('😀'.repeat(70)))).toHaveLength(60)
})

test('every refusal has a whole sentence', () => {
  for (const { detail } of Object.values(complaintRefusals)) expect(detail).toMatch(/^\p{L}.*。$/u)
})

describe('a helper who sent it in for the filer', () => {
  const helper = (...roles: Role[]): Viewer => ({ isFiler: false, isHelper: true, roles })

  test.each([
    ['confirm', '! helper_may_not_close'],
    ['dispute', '! helper_may_not_close'],
    ['reply', '! not_handler'],
    ['release', '! not_office'],
  ] as const)('%s → %s', (act, expected) => {
    expect(outcome(act, standing('resolved'), helper())).toBe(expected)
  })

  test('reads it before the check and after, and handles it no more than its filer may', () => {
    expect(maySee({ checked: false, held: false }, helper())).toBe(true)
    expect(maySee({ checked: true, held: false }, helper())).toBe(true)
    expect(outcome('accept', standing('submitted'), helper('property'))).toBe('! own_complaint')
  })
})
