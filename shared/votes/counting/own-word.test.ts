import type { Submission } from './ballots.ts'
import { ownWord } from './own-word.ts'

const ballot = (name: string, at: number, rest: Partial<Submission> = {}) => ({
  ...{ name, at, by: 'a', onBehalfOf: null, units: null },
  ...{ channel: 'electronic' as const, signed: true, ...rest },
})
const paper = { channel: 'paper' as const }

test.each([
  ['nothing', [], 'FIRST_FINAL', undefined],
  ['the first tap', [ballot('one', 1), ballot('two', 2)], 'FIRST_FINAL', 'one'],
  ['the last tap', [ballot('one', 1), ballot('two', 2)], 'LAST_BEFORE_CLOSE', 'two'],
  // Entered after the tap, handed in before it.
  ['paper handed in first', [ballot('tap', 2), ballot('sheet', 1, paper)], 'FIRST_FINAL', 'sheet'],
  [
    'paper, whatever is tapped later',
    [ballot('sheet', 1, paper), ballot('tap', 2)],
    'LAST_BEFORE_CLOSE',
    'sheet',
  ],
  [
    'no unsigned paper',
    [ballot('sheet', 1, { ...paper, signed: false })],
    'FIRST_FINAL',
    undefined,
  ],
] as const)('%s', (_name, own, revote, expected) => {
  expect(ownWord(own, revote)?.name).toBe(expected)
})
