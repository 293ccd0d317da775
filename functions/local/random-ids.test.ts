import { randomIds } from './random-ids.ts'

test('every id is 128 bits in base64url, and none comes twice', () => {
  const [one, other] = [randomIds(), randomIds()]
  const ids = Array.from({ length: 1_000 }, (_, n) => (n % 2 === 0 ? one() : other()))
  expect(ids.filter((id) => !/^[A-Za-z0-9_-]{22}$/.test(id))).toEqual([])
  expect(new Set(ids).size).toBe(1_000)
})
