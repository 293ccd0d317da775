import { ballot, CLOSE, testFates, type FateTable } from './table.fixture.ts'

const forA = ballot('A', 'for')
const againstByAgent = ballot('X', 'against', { onBehalfOf: 'A' })

const TIME: FateTable = {
  'a ballot at the closing instant is in time': {
    ballots: [ballot('A', 'for', { at: CLOSE })],
    fates: { A: 'for', B: 'absent', C: 'absent' },
  },
  'a ballot after it is ignored, and does not replace the one before': {
    ballots: [
      forA,
      ballot('A', 'against', { at: CLOSE + 1 }),
      ballot('B', 'for', { at: CLOSE + 1 }),
    ],
    fates: { A: 'for', B: 'absent', C: 'absent' },
    setAside: ['A: late', 'B: late'],
  },
  'a late ballot leaves its served head silent': {
    ballots: [ballot('B', 'for', { at: CLOSE + 1 })],
    served: ['B'],
    silent: 'PARTICIPATES_AS_ABSTAIN',
    fates: { A: 'absent', B: 'silent: abstain', C: 'absent' },
    setAside: ['B: late'],
  },
}

const PROXIES: FateTable = {
  'an agent with a written proxy speaks for the principal': {
    ballots: [againstByAgent],
    proxies: { X: ['A'] },
    fates: { A: 'against', B: 'absent', C: 'absent' },
  },
  'without one, or with one from somebody else, the ballot is ignored': {
    ballots: [againstByAgent, ballot('B', 'for', { onBehalfOf: 'C' })],
    proxies: { X: ['C'], C: ['B'] },
    fates: { A: 'absent', B: 'absent', C: 'absent' },
    setAside: ['X: no_written_proxy', 'B: no_written_proxy'],
  },
  'a proxy does not pass on: the agent of an agent has none': {
    ballots: [ballot('Y', 'for', { onBehalfOf: 'A' })],
    proxies: { X: ['A'], Y: ['X'] },
    fates: { A: 'absent', B: 'absent', C: 'absent' },
    setAside: ['Y: no_written_proxy'],
  },
  'beyond the cap the later principals are void, by time and not by file': {
    proxyCap: 1,
    proxies: { X: ['A', 'B'] },
    ballots: [
      ballot('X', 'for', { onBehalfOf: 'A', at: 200 }),
      ballot('X', 'for', { onBehalfOf: 'B', at: 100 }),
    ],
    fates: { A: 'void: ballots_void', B: 'for', C: 'absent' },
    setAside: ['X: beyond_proxy_cap'],
  },
  'at the same instant the file decides who is within the cap': {
    proxyCap: 1,
    proxies: { X: ['A', 'B'] },
    ballots: [ballot('X', 'for', { onBehalfOf: 'B' }), ballot('X', 'for', { onBehalfOf: 'A' })],
    fates: { A: 'void: ballots_void', B: 'for', C: 'absent' },
    setAside: ['X: beyond_proxy_cap'],
  },
  'a second ballot for the same principal takes no second place': {
    proxyCap: 2,
    proxies: { X: ['A', 'B', 'C'] },
    ballots: [
      ballot('X', 'for', { onBehalfOf: 'A', at: 1 }),
      ballot('X', 'against', { onBehalfOf: 'A', at: 2 }),
      ballot('X', 'for', { onBehalfOf: 'B', at: 3 }),
      ballot('X', 'for', { onBehalfOf: 'C', at: 4 }),
      ballot('X', 'for', { onBehalfOf: 'A', at: 5 }),
    ],
    fates: { A: 'for', B: 'for', C: 'void: ballots_void' },
    setAside: ['X: cast_again', 'X: cast_again', 'X: beyond_proxy_cap'],
  },
  'an unsigned ballot takes a place': {
    proxyCap: 1,
    proxies: { X: ['A', 'B'] },
    ballots: [
      ballot('X', 'for', { onBehalfOf: 'A', at: 1, signed: false }),
      ballot('X', 'for', { onBehalfOf: 'B', at: 2 }),
    ],
    fates: { A: 'void: ballots_void', B: 'void: ballots_void', C: 'absent' },
    setAside: ['X: unsigned', 'X: beyond_proxy_cap'],
  },
  'a principal outside the scope takes a place': {
    proxyCap: 1,
    scope: ['2'],
    proxies: { X: ['A', 'B'] },
    ballots: [
      ballot('X', 'for', { onBehalfOf: 'A', at: 1 }),
      ballot('X', 'for', { onBehalfOf: 'B', at: 2 }),
    ],
    fates: { B: 'void: ballots_void' },
    setAside: ['X: beyond_proxy_cap', 'X: owns_no_head'],
  },
  'a late ballot and one without a proxy take none': {
    proxyCap: 1,
    proxies: { X: ['A', 'B'] },
    ballots: [
      ballot('X', 'for', { onBehalfOf: 'C', at: 1 }),
      ballot('X', 'for', { onBehalfOf: 'B', at: 2 }),
      ballot('X', 'for', { onBehalfOf: 'A', at: CLOSE + 1 }),
    ],
    fates: { A: 'absent', B: 'for', C: 'absent' },
    setAside: ['X: no_written_proxy', 'X: late'],
  },
  'each agent has a cap of their own, and nobody needs one for themselves': {
    proxyCap: 1,
    proxies: { A: ['B'], X: ['C'] },
    ballots: [
      ballot('A', 'for', { onBehalfOf: 'B' }),
      forA,
      ballot('X', 'for', { onBehalfOf: 'C' }),
    ],
    fates: { A: 'for', B: 'for', C: 'for' },
  },
  'a cap of 0 lets no agent speak': {
    proxyCap: 0,
    proxies: { X: ['A'] },
    ballots: [againstByAgent],
    fates: { A: 'void: ballots_void', B: 'absent', C: 'absent' },
    setAside: ['X: beyond_proxy_cap'],
  },
}

describe('time (rule 3)', () => testFates(TIME))
describe('proxies (rule 4)', () => testFates(PROXIES))
