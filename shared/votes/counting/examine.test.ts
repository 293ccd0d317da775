import * as fc from 'fast-check'
import type { Mark } from './ballots.ts'
import { countItem } from './count.ts'
import { examineBallots } from './examine.ts'
import { headsOf } from './heads.ts'
import { rollOf } from './roll.ts'
import { ballot, CLOSE, home } from './table.fixture.ts'

const WHOLE_COMMUNITY = { parkingCounted: false, scopeUnits: null }
const RULES = { revote: 'LAST_BEFORE_CLOSE', proxyCap: 3, closesAt: CLOSE } as const

const examine = (size: number, turnout: number) => {
  const units = Array.from({ length: size }, (_, i) =>
    home(`U${i}`, 5_000 + i, `P${i}`, `Q${i % 7}`),
  )
  const roll = rollOf(headsOf(units, WHOLE_COMMUNITY))
  if (!roll.ok) throw new Error(roll.code)
  const ballots = units
    .slice(0, turnout)
    .map((_, i) => ({ ...ballot(`P${i}`, 'for'), choices: [i % 3, i % 5, i % 2] }))
  return examineBallots(roll.value, { ballots, proxies: [], served: new Set() }, RULES)
}

test('one examination serves every item of a ballot', () => {
  const examined = examine(30, 30)
  const forHeads = [0, 1, 2].map((item) => {
    const markOf = (one: { choices: number[] }): Mark => (one.choices[item] === 0 ? 'for' : 'blank')
    return countItem(examined, { class: 'ordinary', markOf }, 'NOT_PARTICIPATING').tally.forHeads
  })
  expect(forHeads).toEqual([10, 6, 15])
})

test('every head is heard, void, silent or absent, and nothing is lost between them', () => {
  fc.assert(
    fc.property(fc.nat(20), fc.nat(20), (size, turnout) => {
      const examined = examine(size, turnout)
      const {
        tally,
        void: voided,
        silent,
        absent,
      } = countItem(
        examined,
        { class: 'special', markOf: (one) => one.choice },
        'NOT_PARTICIPATING',
      )
      const { participatingHeads: heads, participatingAreaCenti: areaCenti } = tally
      const parts = [{ heads, areaCenti }, voided, silent, absent]
      const all = { heads: 0, areaCenti: 0 }
      for (const part of parts) {
        all.heads += part.heads
        all.areaCenti += part.areaCenti
      }
      expect(all).toEqual(examined.roll.total)
    }),
  )
})

test('an owner of very many heads who casts very often costs no more than the pairs there are', () => {
  const units = Array.from({ length: 5_000 }, (_, i) => home(`U${i}`, 1, 'investor', `P${i}`))
  const roll = rollOf(headsOf(units, WHOLE_COMMUNITY))
  if (!roll.ok) throw new Error(roll.code)
  const ballots = units.map(({ id }) => ballot('investor', 'for', { units: [id] }))
  const started = performance.now()
  const examined = examineBallots(roll.value, { ballots, proxies: [], served: new Set() }, RULES)
  expect(examined.heard).toHaveLength(5_000)
  // A scan of every head for every ballot would look at 25 million pairs, which takes seconds.
  expect(performance.now() - started).toBeLessThan(1_000)
})
