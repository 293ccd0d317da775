import { ballot, home, testFates, TWO_HOMES_OF_A, type FateTable } from './table.fixture.ts'

const forA = ballot('A', 'for')
const at = (instant: number, channel: 'paper' | 'electronic' = 'electronic') => ({
  at: instant,
  channel,
})

const REPEATS: FateTable = {
  'the last before the close counts, by time and not by file': {
    ballots: [ballot('A', 'against', at(200)), ballot('A', 'for', at(100))],
    fates: { A: 'against', B: 'absent', C: 'absent' },
    setAside: ['A: cast_again'],
  },
  'or the first, where the first is final': {
    revote: 'FIRST_FINAL',
    ballots: [ballot('A', 'against', at(200)), ballot('A', 'for', at(100))],
    fates: { A: 'for', B: 'absent', C: 'absent' },
    setAside: ['A: first_is_final'],
  },
  'at the same instant the last in the file': {
    ballots: [ballot('A', 'for'), ballot('A', 'abstain'), ballot('A', 'against')],
    fates: { A: 'against', B: 'absent', C: 'absent' },
    setAside: ['A: cast_again', 'A: cast_again'],
  },
  'or the first in the file': {
    revote: 'FIRST_FINAL',
    ballots: [ballot('A', 'for'), ballot('A', 'abstain'), ballot('A', 'against')],
    fates: { A: 'for', B: 'absent', C: 'absent' },
    setAside: ['A: first_is_final', 'A: first_is_final'],
  },
  'after a paper ballot an electronic one changes nothing': {
    ballots: [ballot('A', 'for', at(100, 'paper')), ballot('A', 'against', at(200))],
    fates: { A: 'for', B: 'absent', C: 'absent' },
    setAside: ['A: paper_wins'],
  },
  'at the same instant paper wins, wherever it stands and whatever the rule': {
    revote: 'FIRST_FINAL',
    ballots: [ballot('A', 'against', at(100)), ballot('A', 'for', at(100, 'paper'))],
    fates: { A: 'for', B: 'absent', C: 'absent' },
    setAside: ['A: paper_wins'],
  },
  'the first paper ballot draws the line, not the last': {
    ballots: [
      ballot('A', 'abstain', at(300, 'paper')),
      ballot('A', 'against', at(200)),
      ballot('A', 'for', at(100, 'paper')),
    ],
    fates: { A: 'abstain', B: 'absent', C: 'absent' },
    setAside: ['A: paper_wins', 'A: cast_again'],
  },
  'an electronic ballot before the paper one is final where the first is': {
    revote: 'FIRST_FINAL',
    ballots: [ballot('A', 'for', at(100, 'paper')), ballot('A', 'against', at(50))],
    fates: { A: 'against', B: 'absent', C: 'absent' },
    setAside: ['A: first_is_final'],
  },
  'an unsigned paper ballot draws no line': {
    ballots: [
      ballot('A', 'for', { ...at(100, 'paper'), signed: false }),
      ballot('A', 'against', at(200)),
    ],
    fates: { A: 'against', B: 'absent', C: 'absent' },
    setAside: ['A: unsigned'],
  },
  'all homes, named or not and in any order, are the same homes': {
    units: TWO_HOMES_OF_A,
    ballots: [
      ballot('A', 'for', { units: ['2', '1', '2'] }),
      ballot('A', 'abstain', { units: ['1', '2', 'elsewhere'], at: 150 }),
      ballot('A', 'against', { at: 200 }),
    ],
    fates: { A: 'against' },
    setAside: ['A: cast_again', 'A: cast_again'],
  },
  'different homes are not a repeat: where they differ the head is void': {
    units: TWO_HOMES_OF_A,
    ballots: [ballot('A', 'for', { units: ['1'] }), ballot('A', 'against', { at: 200 })],
    fates: { A: 'void: contradiction' },
  },
  'what the whole roll calls two sets can be one within the scope': {
    units: TWO_HOMES_OF_A,
    scope: ['2'],
    ballots: [ballot('A', 'for', { units: ['1', '2'] }), ballot('A', 'against', { at: 200 })],
    fates: { A: 'against' },
    setAside: ['A: cast_again'],
  },
  'two agents of one owner are one voter': {
    proxies: { X: ['A'], Y: ['A'] },
    ballots: [
      ballot('X', 'for', { onBehalfOf: 'A' }),
      ballot('Y', 'against', { onBehalfOf: 'A', at: 200 }),
    ],
    fates: { A: 'against', B: 'absent', C: 'absent' },
    setAside: ['X: cast_again'],
  },
  'co-owners do not replace each other': {
    units: [home('1', 10, 'A', 'B')],
    ballots: [forA, ballot('B', 'against', { at: 200 })],
    fates: { 'A+B': 'void: contradiction' },
  },
}

describe('repeats (rule 8)', () => testFates(REPEATS))
