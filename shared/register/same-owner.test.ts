import type { NamedOwner } from './owners.ts'
import { needDecision, ownersOf, type Mention } from './same-owner.ts'

/** `name identity phone`, `-` for none; each in a unit of its own. */
const mention = (written: string, i: number): Mention => {
  const [name = '', identity = '-', phone = '-'] = written.split(' ')
  const owner: NamedOwner = {
    name,
    ...(identity !== '-' && { identity }),
    ...(phone !== '-' && { phone }),
  }
  return { ...owner, unit: `1-${i}`, place: 0 }
}

/** Which mentions are one owner: `aab` says the first two are. */
function grouped(written: readonly string[]): string {
  const mentions = written.map(mention)
  const idOf = ownersOf(mentions)
  const ids = mentions.map(idOf)
  return ids.map((id) => String.fromCharCode(97 + [...new Set(ids)].indexOf(id))).join('')
}

test.each([
  ['same name, same identity', ['张三 5103**1', '张三 5103**1'], 'aa'],
  ['same name, same identity, other phone', ['张三 5103**1 P', '张三 5103**1 Q'], 'aa'],
  ['same name, other identity', ['张三 5103**1 P', '张三 5103**2 P'], 'ab'],
  ['same identity, other name: it is masked', ['张三 5103**1', '李四 5103**1'], 'ab'],
  ['same name, same phone, no identity', ['张三 - P', '张三 - P'], 'aa'],
  ['same name, other phone', ['张三 - P', '张三 - Q'], 'ab'],
  ['same phone, other name', ['张三 - P', '李四 - P'], 'ab'],
  ['same name alone', ['张三', '张三'], 'ab'],
  ['same name, one with phone', ['张三', '张三 - P'], 'ab'],
  ['identity on one, same phone', ['张三 5103**1 P', '张三 - P'], 'aa'],
  ['identity on the later, same phone', ['张三 - P', '张三 5103**1 P'], 'aa'],
  ['identity on one, other phone', ['张三 5103**1 P', '张三 - Q'], 'ab'],
  [
    'two identities with one phone: neither',
    ['张三 5103**1 P', '张三 5103**2 P', '张三 - P'],
    'abc',
  ],
  [
    'several phones of one identity',
    ['张三 5103**1 P', '张三 5103**1 Q', '张三 - P', '张三 - Q'],
    'aaaa',
  ],
])('%s', (_, written, groups) => {
  expect(grouped(written)).toBe(groups)
})

test('two owners of the same name in one unit are two', () => {
  const mentions = [0, 1].map((place) => ({ name: '张三', unit: '1-1', place }))
  const [first, second] = mentions.map(ownersOf(mentions))
  expect(first).not.toBe(second)
})

test.each([
  ['one owner', ['1'], false],
  ['no identity on one', ['1', undefined], true],
  ['different identities', ['5103**1', '5103**2'], false],
  ['masked differently, and so perhaps one', ['5103**2614', '510303**14'], true],
  ['masked differently, and not one', ['5103**2614', '510303**15'], false],
  ['different lengths', ['5103**2614', '5103**261'], false],
  ['hundreds', Array.from({ length: 201 }, (_, i) => String(1000 + i)), true],
])('%s: a person decides is %s', (_, identities, needed) => {
  expect(needDecision(identities)).toBe(needed)
})
