import {
  ballot,
  CO_OWNED,
  home,
  testFates,
  THREE_HOMES,
  TWO_HOMES_OF_A,
  type FateTable,
} from './table.fixture.ts'

const forA = ballot('A', 'for')

const WHOSE_HEAD: FateTable = {
  'a ballot is cast for every head of its voter': {
    units: CO_OWNED,
    ballots: [forA],
    fates: { A: 'for', 'A+B': 'for', B: 'absent' },
  },
  'one that names homes, for the heads that hold one of them, and for their whole area': {
    units: [...TWO_HOMES_OF_A, home('3', 40, 'A', 'B')],
    ballots: [ballot('A', 'for', { units: ['2'] })],
    fates: { A: 'for', 'A+B': 'absent' },
  },
  'a home of somebody else, unknown, or outside the count names nothing': {
    units: [...THREE_HOMES, { ...home('P', 5, 'A'), kind: 'parking' }],
    ballots: [
      ballot('A', 'for', { units: ['2', 'P', 'nowhere'] }),
      ballot('B', 'for', { units: ['1', '2'] }),
    ],
    fates: { A: 'absent', B: 'for', C: 'absent' },
    setAside: ['A: names_no_counted_unit'],
  },
  'the buyer of a home not yet handed over owns no head, the developer does': {
    units: [{ ...home('1', 10, 'buyer'), status: 'sold_undelivered' }],
    ballots: [ballot('buyer', 'for'), ballot('DEV', 'against', { units: ['1'] })],
    fates: { DEV: 'against' },
    setAside: ['buyer: owns_no_head'],
  },
  'a stranger owns no head': {
    ballots: [ballot('nobody', 'for'), ballot('constructor', 'for')],
    fates: { A: 'absent', B: 'absent', C: 'absent' },
    setAside: ['nobody: owns_no_head', 'constructor: owns_no_head'],
  },
  'where co-owners chose a representative, nobody else speaks for that head': {
    units: CO_OWNED,
    representatives: { 'A+B': 'A' },
    ballots: [forA, ballot('B', 'against')],
    fates: { A: 'for', 'A+B': 'for', B: 'against' },
    setAside: ['B: not_the_representative'],
  },
  'the others leave it as if it had none, even unsigned': {
    units: CO_OWNED,
    representatives: { 'A+B': 'A' },
    served: ['A', 'B'],
    silent: 'PARTICIPATES_AS_ABSTAIN',
    ballots: [ballot('B', 'against', { signed: false })],
    fates: { A: 'silent: abstain', 'A+B': 'silent: abstain', B: 'void: ballots_void' },
    setAside: ['B: not_the_representative', 'B: unsigned'],
  },
  'an agent of the representative speaks for the head': {
    units: CO_OWNED,
    representatives: { 'A+B': 'A' },
    proxies: { B: ['A'] },
    ballots: [ballot('B', 'for', { onBehalfOf: 'A' })],
    fates: { A: 'for', 'A+B': 'for', B: 'absent' },
  },
}

describe('whose head (rule 5)', () => testFates(WHOSE_HEAD))
