import { stableToken } from './stable-token.ts'

const MINUTE = 60_000
function world(expiresIn = 7_200) {
  let time = 0
  let issued = 0
  const token = stableToken(
    () => Promise.resolve({ token: `t${(issued += 1)}`, expiresIn }),
    () => new Date(time),
  )
  return { token, issued: () => issued, pass: (ms: number) => void (time += ms) }
}

test('is asked for once, however many wait', async () => {
  const { token, issued } = world()
  expect(await Promise.all([token.get(), token.get(), token.get()])).toEqual(['t1', 't1', 't1'])
  expect(issued()).toBe(1)
})

test('is renewed in the last five minutes, when WeChat gives out the next one', async () => {
  const { token, pass } = world()
  await token.get()
  pass(115 * MINUTE - 1)
  expect(await token.get()).toBe('t1')
  pass(1)
  expect(await token.get()).toBe('t2')
})

test('with 345 seconds left, as in the documents, is kept for 45', async () => {
  const { token, pass } = world(345)
  await token.get()
  pass(44_999)
  expect(await token.get()).toBe('t1')
  pass(1)
  expect(await token.get()).toBe('t2')
})

test('with hardly anything left is still not asked for on every call', async () => {
  const { token, issued } = world(10)
  await token.get()
  await token.get()
  expect(issued()).toBe(1)
})

test('one that WeChat does not take is dropped; a newer one stays', async () => {
  const { token } = world()
  const old = await token.get()
  token.drop(old)
  const fresh = await token.get()
  token.drop(old)
  expect(await token.get()).toBe(fresh)
})

test('a failure is told to all who wait, and the next one asks again', async () => {
  let calls = 0
  const token = stableToken(
    () =>
      (calls += 1) === 1
        ? Promise.reject(new Error('away'))
        : Promise.resolve({ token: 't', expiresIn: 7_200 }),
    () => new Date(0),
  )
  const first = await Promise.allSettled([token.get(), token.get()])
  expect(first.map((one) => one.status)).toEqual(['rejected', 'rejected'])
  expect(await token.get()).toBe('t')
})
