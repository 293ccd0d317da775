import type { SameNames } from '#shared/register/terms.ts'

/** Each list is one person. */
export type Same = readonly (readonly string[])[]

/** By place in the group: the place of the first owner who is the same person; of the first of each person, its own. */
export type Persons = readonly number[]

const keysOf = ({ owners }: SameNames): readonly string[] => owners.map(({ key }) => key)

/** What was decided of a group, now or in an earlier import; `undefined` where nothing was, or not of everybody. */
export function personsOf(group: SameNames, same: Same): Persons | undefined {
  const keys = keysOf(group)
  const place = new Map(same.flatMap((list, i) => list.map((key) => [key, `now ${i}`] as const)))
  const now = keys.map((key) => place.get(key))
  const of = now.some((one) => one !== undefined) ? now : group.owners.map(({ decided }) => decided)
  if (of.some((one) => one === undefined)) return undefined
  return of.map((one) => of.indexOf(one))
}

/** What is decided of one group takes the place of what was before. */
export function decide(group: SameNames, same: Same, persons: Persons): Same {
  const keys = keysOf(group)
  const others = same.filter((list) => !list.some((key) => keys.includes(key)))
  const firsts = [...new Set(persons)]
  const lists = firsts.map((first) => keys.filter((_, i) => persons[i] === first))
  return [...others, ...lists]
}

export const allOne = ({ owners }: SameNames): Persons => owners.map(() => 0)
export const allOthers = ({ owners }: SameNames): Persons => owners.map((_, i) => i)

/** The owner at a place is the same as the one at `as`, or somebody of their own. Others stay with whom they were. */
export function assign(persons: Persons, place: number, as: number): Persons {
  const others = persons.map((person, i) => (i === place ? place : person))
  // Who was the first of several hands over to the next of them.
  const heir = others.findIndex((person, i) => i !== place && person === place)
  const moved = others.map((person, i) => (i !== place && person === place ? heir : person))
  return moved.map((person, i) => (i === place ? (moved[as] ?? as) : person))
}

export type Answer = 'one' | 'several' | 'some'

export function answerOf(persons: Persons | undefined): Answer | undefined {
  if (!persons) return undefined
  const people = new Set(persons).size
  if (people === 1) return 'one'
  return people === persons.length ? 'several' : 'some'
}
