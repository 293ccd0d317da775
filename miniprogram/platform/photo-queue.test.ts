import fc from 'fast-check'
import {
  afterEvent,
  ATTEMPTS,
  nextTime,
  nextToSend,
  PHOTOS_AT_MOST,
  QueuedPhoto,
  sentIds,
  staleIn,
  underWay,
  type PhotoEvent,
  type PhotoQueue,
} from './photo-queue.ts'

const START = new Date('2026-11-21T02:00:00.000Z')
const later = (seconds: number): Date => new Date(START.getTime() + seconds * 1_000)
const after = (...events: readonly PhotoEvent[]): PhotoQueue =>
  events.reduce<PhotoQueue>(afterEvent, [])

const added = (key: string): PhotoEvent => ({ kind: 'added', key, path: `${key}.jpg` })
const begun = (key: string): PhotoEvent => ({ kind: 'begun', key })
const arrived = (key: string, at = START): PhotoEvent => ({
  ...{ kind: 'arrived', key, at },
  photo: `ph-${key}`,
})
const stopped = (key: string, at = START, lasting = false): PhotoEvent => ({
  ...{ kind: 'stopped', key, at, lasting },
  wrong: '没有连上网络。',
})

test('one after the other, in the order they were taken', () => {
  const queue = after(added('a'), added('b'))
  expect(nextToSend(queue, START)).toMatchObject({ key: 'a' })
  const sending = afterEvent(queue, begun('a'))
  expect(nextToSend(sending, START)).toBeUndefined()
  const sent = afterEvent(sending, arrived('a'))
  expect(nextToSend(sent, START)).toMatchObject({ key: 'b' })
  expect(sentIds(sent)).toEqual(['ph-a'])
  expect(underWay(sent)).toMatchObject([{ key: 'b' }])
})

test.each([
  [1, 5],
  [2, 15],
  [3, 60],
  [4, 300],
])('after attempt %i it waits %i seconds, others go first', (attempts, seconds) => {
  const tries = Array.from({ length: attempts }, () => [begun('a'), stopped('a')]).flat()
  const queue = after(added('a'), added('b'), ...tries)
  expect(nextToSend(queue, START)).toMatchObject({ key: 'b' })
  const alone = afterEvent(queue, { kind: 'removed', key: 'b' })
  expect(nextToSend(alone, later(seconds - 1))).toBeUndefined()
  expect(nextToSend(alone, later(seconds))).toMatchObject({ key: 'a' })
  expect(nextTime(alone)).toBe(later(seconds).toISOString())
})

test('then it waits for the person, says why, and begins anew when asked', () => {
  const tries = Array.from({ length: ATTEMPTS }, () => [begun('a'), stopped('a')]).flat()
  const queue = after(added('a'), ...tries)
  expect(queue).toMatchObject([{ state: 'failed', wrong: '没有连上网络。' }])
  expect(nextToSend(queue, later(1e6))).toBeUndefined()
  const again = afterEvent(queue, { kind: 'asked_again', key: 'a' })
  expect(again).toEqual([{ key: 'a', path: 'a.jpg', state: 'waiting', attempts: 0 }])
})

test('what sending again would not mend stops at once', () => {
  expect(after(added('a'), begun('a'), stopped('a', START, true))).toMatchObject([
    { state: 'failed', attempts: 1 },
  ])
})

test('the network returns: no pause is waited out', () => {
  const queue = after(added('a'), begun('a'), stopped('a'), { kind: 'network_returned' })
  expect(nextToSend(queue, START)).toMatchObject({ key: 'a', attempts: 1 })
})

test('the app was closed in the middle: it is sent again, under the same key', () => {
  const queue = after(added('a'), begun('a'), { kind: 'app_opened' })
  expect(nextToSend(queue, START)).toMatchObject({ key: 'a', state: 'waiting' })
})

test('removed while it is being sent, it stays away when it arrives after all', () => {
  expect(after(added('a'), begun('a'), { kind: 'removed', key: 'a' }, arrived('a'))).toEqual([])
})

test('what lay too long is sent anew, as another photo', () => {
  const queue = after(added('a'), begun('a'), arrived('a'))
  expect(staleIn(queue, later(21 * 3_600))).toEqual([])
  expect(staleIn(queue, later(23 * 3_600))).toMatchObject([{ key: 'a' }])
  expect(afterEvent(queue, { kind: 'lapsed', key: 'a', anew: 'a2' })).toEqual([
    { key: 'a2', path: 'a.jpg', state: 'waiting', attempts: 0 },
  ])
})

test('one that arrived and was refused says why', () => {
  const refused: PhotoEvent = { kind: 'refused', key: 'a', wrong: '这不是照片。' }
  expect(after(added('a'), begun('a'), arrived('a'), refused)).toEqual([
    { key: 'a', path: 'a.jpg', state: 'failed', attempts: 0, wrong: '这不是照片。' },
  ])
  expect(after(added('a'), refused)).toMatchObject([{ state: 'waiting' }])
})

test(`no more than ${PHOTOS_AT_MOST}, each once`, () => {
  const keys = ['a', 'a', ...'bcdefghijkl'.split('')]
  expect(after(...keys.map(added))).toHaveLength(PHOTOS_AT_MOST)
})

describe('however photos come, arrive, stop and are removed', () => {
  const key = fc.constantFrom('a', 'b', 'c')
  const at = fc.integer({ min: 0, max: 100_000 }).map(later)
  const event: fc.Arbitrary<PhotoEvent> = fc.oneof(
    key.map(added),
    key.map(begun),
    fc.tuple(key, at).map(([one, time]) => arrived(one, time)),
    fc.tuple(key, at, fc.boolean()).map(([one, time, lasting]) => stopped(one, time, lasting)),
    key.map((one): PhotoEvent => ({ kind: 'asked_again', key: one })),
    key.map((one): PhotoEvent => ({ kind: 'removed', key: one })),
    fc.tuple(key, key).map(([one, two]): PhotoEvent => ({
      ...{ kind: 'lapsed', key: one },
      anew: `${one}${two}`,
    })),
    key.map((one): PhotoEvent => ({ kind: 'refused', key: one, wrong: '这不是照片。' })),
    fc.constant<PhotoEvent>({ kind: 'app_opened' }),
    fc.constant<PhotoEvent>({ kind: 'network_returned' }),
  )
  // As the sender begins them: only what is next.
  const apply = (queue: PhotoQueue, one: PhotoEvent): PhotoQueue =>
    one.kind === 'begun' && nextToSend(queue, later(1e6))?.key !== one.key
      ? queue
      : afterEvent(queue, one)

  test('each is in one state, with what belongs to it and nothing else; one is sent at a time', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        const queue = events.reduce<PhotoQueue>(apply, [])
        expect(queue.filter(({ state }) => state === 'sending').length).toBeLessThanOrEqual(1)
        for (const photo of queue) {
          expect(QueuedPhoto.safeParse(photo).success).toBe(true)
          expect(photo.photo !== undefined).toBe(photo.state === 'sent')
          expect(photo.sentAt !== undefined).toBe(photo.state === 'sent')
          expect(photo.wrong !== undefined).toBe(photo.state === 'failed')
          if (photo.nextAt !== undefined) expect(photo.state).toBe('waiting')
          expect(photo.attempts).toBeLessThanOrEqual(ATTEMPTS)
        }
      }),
      { numRuns: 200 },
    )
  })

  test('once the network holds, everything that waits is there after one attempt each', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 40 }), (events) => {
        let queue = afterEvent(events.reduce<PhotoQueue>(apply, []), { kind: 'app_opened' })
        const waiting = underWay(queue).length
        for (let sent = 0; sent < waiting; sent += 1) {
          const next = nextToSend(queue, later(1e6))
          if (!next) throw new Error('something waits and nothing is next')
          queue = [begun(next.key), arrived(next.key)].reduce(afterEvent, queue)
        }
        expect(underWay(queue)).toEqual([])
      }),
      { numRuns: 200 },
    )
  })

  test('once it never holds, everything comes to rest and says so', () => {
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (events) => {
        let queue = afterEvent(events.reduce<PhotoQueue>(apply, []), { kind: 'app_opened' })
        for (let left = queue.length * ATTEMPTS; left > 0; left -= 1) {
          const next = nextToSend(queue, later(1e6))
          if (next) queue = [begun(next.key), stopped(next.key)].reduce(afterEvent, queue)
        }
        expect(underWay(queue)).toEqual([])
      }),
      { numRuns: 100 },
    )
  })
})
