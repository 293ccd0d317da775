import { remembered } from './remembered.ts'

test('is made once, however many ask at the same time', async () => {
  const make = jest.fn(() => Promise.resolve({}))
  const get = remembered(make)
  const [first, second] = await Promise.all([get(), get()])
  expect(first).toBe(second)
  expect(await get()).toBe(first)
  expect(make).toHaveBeenCalledTimes(1)
})

test('a failure is told to everybody who waited, and not kept', async () => {
  let answers = 0
  const get = remembered(() =>
    (answers += 1) === 1 ? Promise.reject(new Error('not yet')) : Promise.resolve(answers),
  )
  const both = await Promise.allSettled([get(), get()])
  expect(both.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  expect(await get()).toBe(2)
  expect(await get()).toBe(2)
})
