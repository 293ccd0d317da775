import { entryState, nextEntry, type Entry } from './entries.ts'

/** `a=1` is an entry by a that reads 1; a number before it is the round. */
const entries = (...said: string[]): Entry[] =>
  said.map((one) => {
    const [, round = '1', person = '', digest = ''] = /^(\d)(\w)=(\w)$/.exec(one) ?? []
    return { round: Number(round), person, digest }
  })

test.each([
  [[], 'a', '1', 'round 1 first'],
  [['1a=1'], 'a', '1', 'votes.entered_by_you'],
  [['1a=1'], 'a', '2', 'votes.entered_by_you'],
  [['1a=1'], 'b', '1', 'round 1 settled with a'],
  [['1a=1'], 'b', '2', 'round 1 differs'],
  // A third person decides.
  [['1a=1', '1b=2'], 'c', '1', 'round 1 settled with a'],
  [['1a=1', '1b=2'], 'c', '2', 'round 1 settled with b'],
  [['1a=1', '1b=2'], 'c', '3', 'round 1 differs'],
  // Or both begin anew, and nobody alone enters until it fits.
  [['1a=1', '1b=2'], 'b', '1', 'round 2 first'],
  [['1a=1', '1b=2', '2b=1'], 'b', '1', 'votes.entered_by_you'],
  [['1a=1', '1b=2', '2b=1'], 'a', '1', 'round 2 settled with b'],
  [['1a=1', '1b=2', '1c=3'], 'd', '1', 'round 2 first'],
] as const)('after %j, %s reads %s: %s', (before, person, digest, expected) => {
  const decision = nextEntry(entries(...before), person, digest)
  const said = decision.ok
    ? `round ${decision.value.round} ${decision.value.outcome}${decision.value.equalTo ? ` with ${decision.value.equalTo}` : ''}`
    : decision.code
  expect(said).toBe(expected)
})

test.each([
  [[], 'none'],
  [['1a=1'], 'one'],
  [['1a=1', '1b=2'], 'differs'],
  [['1a=1', '1b=2', '2a=1'], 'one'],
  [['1a=1', '1b=2', '1c=2'], 'settled'],
])('%j is %s', (said, expected) => {
  expect(entryState(entries(...said))).toBe(expected)
})
