import { headsOf, type Unit } from './heads.ts'
import { rollOf } from './roll.ts'
import { home } from './table.fixture.ts'

const EVERYTHING = { parkingCounted: true, scopeUnits: null }

const keysAndAreas = (units: readonly Unit[], denominator = EVERYTHING) =>
  headsOf(units, denominator).map(({ key, areaCenti }) => `${key} ${areaCenti}`)

describe('heads', () => {
  test('homes of one owner are one head, their areas added', () => {
    const units = [home('1', 8_000, 'G'), home('2', 100, 'A'), home('3', 12_000, 'G')]
    expect(keysAndAreas(units)).toEqual(['G 20000', 'A 100'])
  })

  test('the same set of co-owners is one head in whatever order the deed names them', () => {
    const units = [home('1', 1, 'H2', 'H1'), home('2', 2, 'H1', 'H2')]
    expect(keysAndAreas(units)).toEqual(['H1+H2 3'])
  })

  test('a person alone and the same person with another are two heads', () => {
    const units = [home('1', 1, 'A'), home('2', 2, 'A', 'B')]
    expect(keysAndAreas(units)).toEqual(['A 1', 'A+B 2'])
  })

  test('what is unsold or not yet handed over is the developer, with what was delivered to it', () => {
    const units: Unit[] = [
      { ...home('1', 1, 'DEV'), status: 'unsold' },
      { ...home('2', 2, 'buyer'), status: 'sold_undelivered' },
      { ...home('3', 4, 'DEV'), kind: 'commercial' },
      home('4', 8, 'buyer'),
    ]
    expect(keysAndAreas(units)).toEqual(['DEV 7', 'buyer 8'])
  })

  test('several developers are a head each', () => {
    const units: Unit[] = [
      { ...home('1', 1, 'x'), status: 'unsold', developer: 'north' },
      { ...home('2', 2, 'y'), status: 'sold_undelivered', developer: 'south' },
      home('3', 4, 'south'),
    ]
    expect(keysAndAreas(units)).toEqual(['north 1', 'south 6'])
  })

  test('parking counts only where the rules of procedure say so', () => {
    const units: Unit[] = [home('1', 1, 'A'), { ...home('P', 2, 'A'), kind: 'parking' }]
    expect(keysAndAreas(units, { ...EVERYTHING, parkingCounted: false })).toEqual(['A 1'])
    expect(keysAndAreas(units)).toEqual(['A 3'])
  })

  test('with a scope only the units it names count, parking among them only where it counts', () => {
    const units: Unit[] = [
      home('1', 1, 'A'),
      home('2', 2, 'A'),
      { ...home('P', 4, 'A'), kind: 'parking' },
    ]
    const scopeUnits = new Set(['2', 'P'])
    expect(headsOf(units, { parkingCounted: false, scopeUnits })).toEqual([
      { key: 'A', owners: ['A'], units: ['2'], areaCenti: 2, representative: undefined },
    ])
    expect(headsOf(units, { ...EVERYTHING, scopeUnits: new Set() })).toEqual([])
  })

  test('a head carries the representative its co-owners chose', () => {
    const chosen = new Map([['A+B', 'B']])
    const heads = headsOf([home('1', 1, 'B', 'A'), home('2', 1, 'A')], EVERYTHING, chosen)
    expect(heads.map(({ representative }) => representative)).toEqual(['B', undefined])
  })

  test('names from the prototype are names', () => {
    const units = [
      home('1', 1, '__proto__'),
      home('2', 2, 'constructor'),
      home('3', 4, '__proto__'),
    ]
    expect(keysAndAreas(units)).toEqual(['__proto__ 5', 'constructor 2'])
  })
})

describe('the roll', () => {
  const rollOfAreas = (...areas: number[]) =>
    rollOf(
      headsOf(
        areas.map((area, i) => home(`${i}`, area, `P${i}`)),
        EVERYTHING,
      ),
    )

  test('adds up heads and area', () => {
    const roll = rollOfAreas(33_334, 33_333, 33_334)
    expect(roll.ok && roll.value.total).toEqual({ heads: 3, areaCenti: 100_001 })
  })

  test('takes the largest exact total and refuses one hundredth more', () => {
    expect(rollOfAreas(Number.MAX_SAFE_INTEGER - 1, 1).ok).toBe(true)
    expect(rollOfAreas(Number.MAX_SAFE_INTEGER - 1, 2)).toEqual({
      ok: false,
      code: 'votes.area_too_large',
    })
    expect(rollOfAreas(Number.MAX_SAFE_INTEGER, 1, 1, 1).ok).toBe(false)
  })
})
