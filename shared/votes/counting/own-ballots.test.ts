import {
  ballot,
  CLOSE,
  CO_OWNED,
  home,
  testFates,
  TWO_HOMES_OF_A,
  type FateTable,
} from './table.fixture.ts'

const forA = ballot('A', 'for')
const againstByAgent = ballot('X', 'against', { onBehalfOf: 'A' })

const OWN_BALLOT: FateTable = {
  "an owner's ballot removes the agent's, before or after": {
    proxies: { X: ['A', 'B'] },
    ballots: [
      ballot('X', 'against', { onBehalfOf: 'A', at: 900 }),
      forA,
      ballot('X', 'against', { onBehalfOf: 'B', at: 1 }),
      ballot('B', 'for'),
    ],
    fates: { A: 'for', B: 'for', C: 'absent' },
    setAside: ['X: own_ballot_wins', 'X: own_ballot_wins'],
  },
  'also where the agent named other homes, and under a first-final rule': {
    units: TWO_HOMES_OF_A,
    revote: 'FIRST_FINAL',
    proxies: { X: ['A'] },
    ballots: [
      ballot('X', 'against', { onBehalfOf: 'A', units: ['1'], at: 1 }),
      ballot('A', 'for', { units: ['2'] }),
    ],
    fates: { A: 'for' },
    setAside: ['X: own_ballot_wins'],
  },
  'also for a head the owner passed over: that head then has none': {
    units: CO_OWNED,
    proxies: { X: ['A'] },
    ballots: [ballot('A', 'for', { units: ['1'] }), againstByAgent],
    served: ['A', 'B'],
    silent: 'PARTICIPATES_AS_ABSTAIN',
    fates: { A: 'for', 'A+B': 'silent: abstain', B: 'silent: abstain' },
    setAside: ['X: own_ballot_wins', 'X: own_ballot_wins'],
  },
  'also a void one: it does not make that head void': {
    units: CO_OWNED,
    proxies: { X: ['A'] },
    ballots: [
      ballot('A', 'for', { units: ['1'] }),
      ballot('X', 'against', { onBehalfOf: 'A', units: ['2'], signed: false }),
    ],
    fates: { A: 'for', 'A+B': 'absent', B: 'absent' },
    setAside: ['X: own_ballot_wins'],
  },
  'an own ballot that is late, unsigned or names nothing removes none': {
    proxies: { X: ['A', 'B', 'C'] },
    ballots: [
      againstByAgent,
      ballot('A', 'for', { at: CLOSE + 1 }),
      ballot('X', 'against', { onBehalfOf: 'B' }),
      ballot('B', 'for', { signed: false }),
      ballot('X', 'against', { onBehalfOf: 'C' }),
      ballot('C', 'for', { units: ['1'] }),
    ],
    fates: { A: 'against', B: 'against', C: 'against' },
    setAside: ['B: unsigned', 'A: late', 'C: names_no_counted_unit'],
  },
  'an agent passed over by the representative stays passed over': {
    units: CO_OWNED,
    representatives: { 'A+B': 'B' },
    proxies: { X: ['A'] },
    ballots: [forA, againstByAgent],
    fates: { A: 'for', 'A+B': 'absent', B: 'absent' },
    setAside: ['X: own_ballot_wins', 'A: not_the_representative', 'X: not_the_representative'],
  },
  'nor does the ballot of a co-owner who is not the representative': {
    units: [home('1', 10, 'A', 'B'), home('2', 10, 'C')],
    representatives: { 'A+B': 'B' },
    proxies: { X: ['A', 'B'] },
    ballots: [forA, ballot('X', 'against', { onBehalfOf: 'B' })],
    fates: { 'A+B': 'against', C: 'absent' },
    setAside: ['A: not_the_representative'],
  },
}

describe("an owner's own ballot (rule 7)", () => testFates(OWN_BALLOT))
