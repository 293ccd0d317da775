import fc from 'fast-check'
import { groupOf } from '../../register.fixture.ts'
import { allOne, allOthers, answerOf, assign, decide, personsOf } from './same-decisions.ts'

const two = groupOf(2)
const three = groupOf(3)

test('nothing is decided until somebody does', () => {
  expect(personsOf(two, [])).toBeUndefined()
  expect(answerOf(undefined)).toBeUndefined()
})

test.each([
  ['one', allOne(two), [['zhang1', 'zhang2']]],
  ['several', allOthers(two), [['zhang1'], ['zhang2']]],
] as const)('%s', (answer, persons, same) => {
  expect(decide(two, [], persons)).toEqual(same)
  expect(personsOf(two, same)).toEqual(persons)
  expect(answerOf(persons)).toBe(answer)
})

test('deciding anew takes the place of what was decided, and leaves other groups alone', () => {
  const others = [['li1', 'li2']]
  const first = decide(two, others, allOne(two))
  expect(decide(two, first, allOthers(two))).toEqual([...others, ['zhang1'], ['zhang2']])
})

test('what was decided in an earlier import is shown, and what is decided now goes before it', () => {
  const owners = two.owners.map((owner) => ({ ...owner, decided: 'p1' }))
  expect(answerOf(personsOf({ ...two, owners }, []))).toBe('one')
  expect(answerOf(personsOf({ ...two, owners }, [['zhang1'], ['zhang2']]))).toBe('several')
})

test('an owner who came to a group since is not decided about', () => {
  const [first, ...rest] = two.owners
  const owners = first ? [{ ...first, decided: 'p1' }, ...rest] : []
  expect(personsOf({ ...two, owners }, [])).toBeUndefined()
})

test.each([
  ['the second joins the first', [0, 1, 2], 1, 0, [0, 0, 2]],
  ['the third joins the first two', [0, 0, 2], 2, 0, [0, 0, 0]],
  ['the third becomes somebody else', [0, 0, 0], 2, 2, [0, 0, 2]],
  ['who was first of two hands over', [0, 1, 1], 1, 0, [0, 0, 2]],
])('one by one: %s', (_, persons, place, as, wanted) => {
  expect(assign(persons, place, as)).toEqual(wanted)
  expect(personsOf(three, decide(three, [], wanted))).toEqual(wanted)
})

test('each owner is always in exactly one list, whatever is chosen in whatever order', () => {
  const choice = fc.tuple(fc.nat(4), fc.nat(4))
  fc.assert(
    fc.property(fc.array(choice, { maxLength: 20 }), (choices) => {
      const group = groupOf(5)
      let persons = allOthers(group)
      for (const [place, as] of choices) {
        persons = assign(persons, Math.max(place, as), Math.min(place, as))
        const same = decide(group, [], persons)
        expect(same.flat().sort()).toEqual(group.owners.map(({ key }) => key))
        expect(personsOf(group, same)).toEqual(persons)
      }
    }),
  )
})
