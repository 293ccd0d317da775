import { heldRolls } from './held-rolls.ts'

const counting = () => {
  let made = 0
  return { make: () => Promise.resolve((made += 1)), count: () => made }
}

test('made once for what it was made from, also by many at once', async () => {
  const held = heldRolls<number>()
  const { make, count } = counting()
  const got = await Promise.all([1, 2, 3].map(() => held.get('version 1', 10, make)))
  expect([got, count()]).toEqual([[1, 1, 1], 1])
  expect(await held.get('version 2', 10, make)).toBe(2)
  expect(await held.get('version 1', 10, make)).toBe(1)
})

test('the oldest goes where there is no more room', async () => {
  const held = heldRolls<number>()
  const { make } = counting()
  await held.get('old', 40_000, make)
  await held.get('new', 40_000, make)
  expect(await held.get('new', 40_000, make)).toBe(2)
  expect(await held.get('old', 40_000, make)).toBe(3)
})

test('what failed is made again', async () => {
  const held = heldRolls<number>()
  const { make } = counting()
  await expect(held.get('one', 1, () => Promise.reject(new Error('down')))).rejects.toThrow('down')
  expect(await held.get('one', 1, make)).toBe(1)
})
