import fc from 'fast-check'
import { tallyOf, type Shares } from '../counting/tally.ts'
import { neededSentence } from './needed-words.ts'

const sum = (heads: number, areaCenti: number) => ({ heads, areaCenti })
const shares = (yes: Shares['for'], no: Shares['for']): Shares => ({
  ...{ for: yes, against: no, abstain: sum(0, 0) },
})
const TOTAL = sum(12, 120_000)

test.each([
  ['that passed', shares(sum(8, 80_000), sum(1, 1_000)), 'ordinary', undefined],
  [
    'without a quorum on heads',
    shares(sum(6, 90_000), sum(1, 1_000)),
    'ordinary',
    '要形成决定，至少还要有 1 人 参与表决。',
  ],
  [
    'without one on either axis',
    shares(sum(6, 60_000), sum(0, 0)),
    'ordinary',
    '要形成决定，至少还要有 2 人、200 ㎡ 参与表决。',
  ],
  [
    'rejected, which newcomers could have carried',
    shares(sum(6, 60_000), sum(3, 30_000)),
    'special',
    '要通过，已参与的业主里至少还要有 1 人、75 ㎡ 改为同意；或者没有参与的业主里至少再有 3 人、300 ㎡ 投同意。',
  ],
  [
    'rejected whoever else had come',
    shares(sum(4, 40_000), sum(8, 80_000)),
    'ordinary',
    '要通过，已参与的业主里至少还要有 3 人、200.01 ㎡ 改为同意。',
  ],
] as const)('an item %s', (_, cast, itemClass, sentence) => {
  expect(neededSentence(tallyOf(TOTAL, cast, itemClass), itemClass)).toBe(sentence)
})

test('whatever was cast, an item that did not pass is told what it needed, and no other', () => {
  const part = fc.record({ heads: fc.nat(4), areaCenti: fc.nat(40_000) })
  fc.assert(
    fc.property(
      part,
      part,
      part,
      fc.constantFrom('ordinary', 'special'),
      (yes, no, abstain, of) => {
        const tally = tallyOf(TOTAL, { for: yes, against: no, abstain }, of)
        const said = neededSentence(tally, of)
        expect(said === undefined).toBe(tally.result === 'PASSED')
        if (said !== undefined) expect(said).toMatch(/还要有 [\d,.]+ (人|㎡)/)
      },
    ),
  )
})
