import * as fc from 'fast-check'
import type { NaiveBallot, NaiveCase, NaiveUnit } from './naive-counter.fixture.ts'

// Few names, few instants, few homes: so that nearly every case has ties, co-owners and quarrels.
const PEOPLE = ['A', 'B', 'C', 'D', 'DEV']
const UNIT_IDS = ['1', '2', '3', '4', '5', '6', '7']
const INSTANTS = [1, 2, 2, 3, 4].map((second) => `2026-03-20T10:00:0${second}Z`)
const CLOSES_AT = '2026-03-20T10:00:03Z'

const person = fc.constantFrom(...PEOPLE)
const someUnits = fc.subarray(UNIT_IDS)

const unit = (id: string): fc.Arbitrary<NaiveUnit> =>
  fc.record({
    id: fc.constant(id),
    areaCenti: fc.integer({ min: 1, max: 4 }),
    owners: fc.shuffledSubarray(PEOPLE, { minLength: 1, maxLength: 2 }),
    status: fc.constantFrom('delivered', 'delivered', 'delivered', 'unsold', 'sold_undelivered'),
    kind: fc.constantFrom('home', 'home', 'home', 'commercial', 'parking'),
  })

const units: fc.Arbitrary<NaiveUnit[]> = someUnits.chain((ids) => fc.tuple(...ids.map(unit)))

/** The usual value three times in four. */
const mostly = <T>(usual: T, rarely: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: rarely })
const maybe = <T>(given: fc.Arbitrary<T>) => fc.oneof(fc.constant(null), given)

const ballot: fc.Arbitrary<NaiveBallot> = fc.record({
  by: person,
  onBehalfOf: maybe(person),
  units: maybe(fc.shuffledSubarray([...UNIT_IDS, 'nowhere'], { minLength: 1, maxLength: 4 })),
  choice: mostly('for', fc.constantFrom('against', 'abstain', 'blank', 'double')),
  channel: fc.constantFrom('electronic', 'paper'),
  signed: mostly(true, fc.constant(false)),
  at: fc.constantFrom(...INSTANTS),
})

const proxy = fc.record({
  principal: person,
  agent: person,
  written: mostly(true, fc.constant(false)),
})

const representatives = fc
  .array(fc.shuffledSubarray(PEOPLE, { minLength: 1, maxLength: 2 }), { maxLength: 2 })
  .map((sets) => {
    const chosen: Record<string, string> = {}
    for (const set of sets) chosen[set.toSorted().join('+')] = set[0] ?? ''
    return chosen
  })

const voteCase: fc.Arbitrary<NaiveCase> = fc.record({
  id: fc.constant('X'),
  community: fc.constant('C'),
  item: fc.record({
    class: fc.constantFrom('ordinary', 'special'),
    scopeUnits: mostly<string[] | null>(null, someUnits),
  }),
  policy: fc.record({
    parkingCounted: fc.boolean(),
    silent: fc.constantFrom('NOT_PARTICIPATING', 'PARTICIPATES_AS_ABSTAIN', 'FOLLOWS_MAJORITY'),
    revote: fc.constantFrom('LAST_BEFORE_CLOSE', 'FIRST_FINAL'),
    proxyCap: fc.constantFrom(null, 0, 1, 2, 3),
    closesAt: fc.constant(CLOSES_AT),
  }),
  served: mostly(PEOPLE, fc.subarray(PEOPLE)),
  representatives,
  proxies: fc.array(proxy, { minLength: 4, maxLength: 12 }),
  ballots: fc.array(ballot, { maxLength: 12 }),
})

/** Units and a case upon them; the scope names only units that exist. */
export const table = fc.tuple(units, voteCase).map(([given, one]) => {
  const ids = given.map(({ id }) => id)
  const scopeUnits = one.item.scopeUnits?.filter((id) => ids.includes(id)) ?? null
  return { units: given, case: { ...one, item: { ...one.item, scopeUnits } } }
})
