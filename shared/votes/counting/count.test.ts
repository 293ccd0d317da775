import type { Mark } from './ballots.ts'
import { ballot, count, home, type Table } from './table.fixture.ts'

const TWELVE = Array.from({ length: 12 }, (_, i) => home(`${i}`, 100, `P${i}`))
const marked = (...marks: Mark[]) => marks.map((mark, i) => ballot(`P${i}`, mark))
const times = <T>(n: number, one: T): T[] => Array.from({ length: n }, () => one)

describe('one voice (rules 9 to 11)', () => {
  const units = [home('1', 30, 'A', 'B'), home('2', 70, 'C')]
  const table = (...ballots: Table['ballots']) => count({ units, ballots })

  test('co-owners who agree are one head', () => {
    const { tally } = table(ballot('A', 'for'), ballot('B', 'for'))
    expect(tally).toMatchObject({ participatingHeads: 1, forHeads: 1, forAreaCenti: 30 })
  })

  test('co-owners who differ take no part', () => {
    const counted = table(ballot('A', 'for'), ballot('B', 'abstain'), ballot('C', 'for'))
    expect(counted.fates).toEqual({ 'A+B': 'void: contradiction', C: 'for' })
    expect(counted.tally).toMatchObject({ participatingHeads: 1, participatingAreaCenti: 70 })
    expect(counted.void).toEqual({ heads: 1, areaCenti: 30 })
  })

  test('blank and double are read as abstaining before they are compared', () => {
    const counted = table(ballot('A', 'blank'), ballot('B', 'double'), ballot('C', 'blank'))
    expect(counted.tally).toMatchObject({ abstainHeads: 2, abstainAreaCenti: 100, forHeads: 0 })
  })

  test('a void ballot beside a standing one changes nothing', () => {
    const { fates } = table(ballot('A', 'for'), ballot('B', 'against', { signed: false }))
    expect(fates).toEqual({ 'A+B': 'for', C: 'absent' })
  })

  test('a void head is not silent, however well it was served', () => {
    const counted = count({
      units,
      ballots: [ballot('A', 'for'), ballot('B', 'against'), ballot('C', 'for', { signed: false })],
      served: ['A', 'B', 'C'],
      silent: 'PARTICIPATES_AS_ABSTAIN',
    })
    expect(counted.fates).toEqual({ 'A+B': 'void: contradiction', C: 'void: ballots_void' })
    expect(counted.void).toEqual({ heads: 2, areaCenti: 100 })
    expect(counted.tally.participatingHeads).toBe(0)
  })
})

describe('silent heads (rule 12)', () => {
  // Two large homes and three small ones: area and heads can point different ways.
  const units = [
    home('1', 500, 'A'),
    home('2', 500, 'B'),
    home('3', 1, 'C'),
    home('4', 1, 'D'),
    home('5', 1, 'E'),
    home('6', 1_000, 'S', 'T'),
  ]
  const cast = (marks: Record<string, Mark>, more: Partial<Table> = {}) =>
    count({
      units,
      ballots: Object.entries(marks).map(([by, mark]) => ballot(by, mark)),
      served: ['S', 'T'],
      silent: 'FOLLOWS_MAJORITY',
      ...more,
    })

  test('every co-owner must have been served', () => {
    expect(cast({ A: 'for' }, { served: ['S'] }).fates['S+T']).toBe('absent')
    expect(cast({ A: 'for' }).fates['S+T']).toBe('silent: for')
  })

  test.each<[string, Record<string, Mark>, string]>([
    ['for leads on both axes', { A: 'for', B: 'for', C: 'against' }, 'for'],
    ['against leads on both axes', { A: 'against', B: 'against', C: 'for' }, 'against'],
    ['the axes disagree', { A: 'for', C: 'against', D: 'against' }, 'abstain'],
    ['for leads in area, heads are level', { A: 'for', C: 'against' }, 'abstain'],
    ['against leads in heads, area is level', { A: 'for', B: 'against', C: 'against' }, 'against'],
    ['both are level', { A: 'for', B: 'against' }, 'abstain'],
    ['abstentions do not count against', { C: 'for', A: 'abstain', B: 'abstain' }, 'for'],
    ['nobody cast', {}, 'abstain'],
  ])('followed: %s', (_, marks, followed) => {
    expect(cast(marks).silentCountedAs).toBe(followed)
  })

  test('both tallies are there, and whether silence decides', () => {
    const counted = cast({ A: 'for', B: 'for', C: 'against' })
    expect(counted.withoutSilent).toMatchObject({ participatingHeads: 3, result: 'NO_QUORUM' })
    expect(counted.tally).toMatchObject({ participatingHeads: 4, forHeads: 3, forAreaCenti: 2_000 })
    expect(counted).toMatchObject({ silenceDecides: true, silent: { heads: 1, areaCenti: 1_000 } })
    expect(counted.tally.result).toBe('PASSED')
  })

  test('left out, both tallies are the same and silence decides nothing', () => {
    const counted = cast({ A: 'for', B: 'for' }, { silent: 'NOT_PARTICIPATING' })
    expect(counted.tally).toEqual(counted.withoutSilent)
    expect(counted).toMatchObject({ silenceDecides: false, silentCountedAs: undefined })
    expect(counted.fates['S+T']).toBe('silent: left out')
  })

  test('as abstaining it makes a quorum and no majority', () => {
    const counted = count({
      units: TWELVE,
      ballots: marked(...times(5, 'for' as const), 'against'),
      served: TWELVE.flatMap(({ owners }) => owners),
      silent: 'PARTICIPATES_AS_ABSTAIN',
    })
    expect(counted.tally).toMatchObject({ participatingHeads: 12, abstainHeads: 6 })
    expect(counted.tally.result).toBe('REJECTED')
    expect(counted.withoutSilent.result).toBe('NO_QUORUM')
  })
})

describe('the double test (rule 13)', () => {
  const result = (table: Omit<Table, 'units'> & { units?: Table['units'] }) =>
    count({ units: TWELVE, ...table }).tally.result

  test('exactly two thirds take part', () => {
    expect(result({ ballots: marked(...times(8, 'for' as const)) })).toBe('PASSED')
    expect(result({ ballots: marked(...times(7, 'for' as const)) })).toBe('NO_QUORUM')
  })

  test('exactly half is not more than half', () => {
    const half = marked(...times(4, 'for' as const), ...times(4, 'abstain' as const))
    expect(result({ ballots: half })).toBe('REJECTED')
  })

  test('exactly three quarters is enough for a special matter', () => {
    const three = marked(...times(6, 'for' as const), ...times(2, 'against' as const))
    expect(result({ ballots: three, class: 'special' })).toBe('PASSED')
    const less = marked(...times(5, 'for' as const), ...times(3, 'against' as const))
    expect(result({ ballots: less, class: 'special' })).toBe('REJECTED')
    expect(result({ ballots: less })).toBe('PASSED')
  })

  test('one axis alone does not carry', () => {
    const units = [home('1', 1_000, 'P0'), home('2', 1, 'P1'), home('3', 1, 'P2')]
    expect(result({ units, ballots: marked('for', 'against', 'against') })).toBe('REJECTED')
    expect(result({ units, ballots: marked('against', 'for', 'for') })).toBe('REJECTED')
    expect(result({ units, ballots: marked('for') })).toBe('NO_QUORUM')
  })

  test('with nothing in the denominator there is neither quorum nor majority', () => {
    for (const itemClass of ['ordinary', 'special'] as const)
      expect(count({ units: [], ballots: [], class: itemClass }).tally).toMatchObject({
        ...{ totalHeads: 0, quorumArea: false, quorumHeads: false },
        ...{ majorityArea: false, majorityHeads: false, result: 'NO_QUORUM' },
      })
  })

  test('with no participant there is no majority, of either class', () => {
    for (const itemClass of ['ordinary', 'special'] as const)
      expect(count({ units: TWELVE, ballots: [], class: itemClass }).tally).toMatchObject({
        ...{ participatingHeads: 0, majorityArea: false, majorityHeads: false },
      })
  })

  test('areas near the largest exact number are compared exactly', () => {
    const quarter = 2_251_799_813_685_247
    const units = Array.from({ length: 4 }, (_, i) => home(`${i}`, quarter, `P${i}`))
    const three = marked('for', 'for', 'for', 'against')
    expect(result({ units, ballots: three, class: 'special' })).toBe('PASSED')
    const oneLess = units.map((unit, i) => (i === 0 ? { ...unit, areaCenti: quarter - 1 } : unit))
    expect(result({ units: oneLess, ballots: three, class: 'special' })).toBe('REJECTED')
  })
})
