import fc from 'fast-check'
import type { PhotoReason, PhotoState } from './contract.ts'
import {
  afterArrival,
  afterAsking,
  afterRefusal,
  afterVainLook,
  afterVerdict,
  claimable,
  countable,
  dueAt,
  dutyOf,
  newUpload,
  seenBy,
  type PhotoLife,
} from './rules.ts'

const START = Date.parse('2026-11-21T02:00:00Z')
const at = (minutes: number): Date => new Date(START + minutes * 60_000)
const minutesUntil = (instant: string | undefined): number | undefined =>
  instant === undefined ? undefined : (Date.parse(instant) - START) / 60_000

const fresh = newUpload('photo', 'zhang', at(0))
const checking = afterArrival(fresh, at(0))
const passed = afterVerdict(checking, 'pass', at(1))
const refused = afterRefusal(fresh, 'photos.damaged')
const asked = (times: number): PhotoLife => ({ ...checking, asked: times })

test.each<[string, PhotoLife, 'taken' | 'none', number]>([
  ['taken: as long as WeChat may take', asked(0), 'taken', 35],
  ['not taken the first time', asked(0), 'none', 1],
  ['the second', asked(1), 'none', 5],
  ['the third', asked(2), 'none', 15],
  ['the fourth', asked(3), 'none', 30],
  ['the fifth', asked(4), 'none', 60],
  ['and every hour from then on', asked(400), 'none', 60],
])('asked again after: %s', (_, photo, answer, minutes) => {
  const next = afterAsking(photo, answer, at(0))
  expect(minutesUntil(next.nextAt)).toBe(minutes)
  expect(next.asked).toBe(photo.asked + 1)
})

test.each<[PhotoState, 'pass' | 'review' | 'risky' | 'none', PhotoLife, PhotoState]>([
  ['checking', 'pass', checking, 'passed'],
  ['checking', 'risky', checking, 'refused'],
  ['checking', 'review', checking, 'checking'],
  ['checking', 'none', checking, 'checking'],
  ['passed', 'pass', passed, 'passed'],
  ['passed', 'risky', passed, 'refused'],
  ['passed', 'review', passed, 'passed'],
  ['refused', 'pass', refused, 'refused'],
  ['refused', 'risky', refused, 'refused'],
  ['awaiting', 'pass', fresh, 'awaiting'],
  ['awaiting', 'risky', fresh, 'awaiting'],
])('%s, and WeChat says %s', (_, verdict, photo, state) => {
  const next = afterVerdict(photo, verdict, at(0))
  expect(next.state).toBe(state)
  expect(afterVerdict(next, verdict, at(0))).toEqual(next)
})

test('a reason once given stays', () => {
  expect(afterVerdict(refused, 'risky', at(1)).reason).toBe('photos.damaged')
  expect(afterVerdict(passed, 'risky', at(1)).reason).toBe('photos.content_refused')
})

test.each([
  [1, 60],
  [2, 120],
  [4, 480],
  [6, 1_440],
  [60, 1_440],
])('in doubt after %i questions: asked again after %i minutes', (times, minutes) => {
  expect(minutesUntil(afterVerdict(asked(times), 'review', at(0)).nextAt)).toBe(minutes)
})

test('where it could not download: soon, then ever more slowly', () => {
  const pauses = [0, 1, 4, 9].map((n) => minutesUntil(afterVerdict(asked(n), 'none', at(0)).nextAt))
  expect(pauses).toEqual([1, 5, 60, 60])
})

const DAY = 24 * 60
const used: Partial<PhotoLife> = { use: 'complaint 1' }

test.each<[string, PhotoLife, number, string, number | undefined]>([
  ['awaiting: nothing yet', fresh, 30, 'nothing', 31],
  ['awaiting: look once the form has run out', fresh, 31, 'look', 31],
  ['awaiting: looked for in vain', afterVainLook(fresh), 40, 'nothing', DAY],
  ['awaiting and unused for a day', afterVainLook(fresh), DAY, 'remove', DAY],
  ['awaiting and used for a day', { ...fresh, ...used }, DAY, 'give_up', 31],
  ['awaiting and used, before that', afterVainLook({ ...fresh, ...used }), DAY - 1, 'nothing', DAY],
  ['checking: ask at once', checking, 0, 'ask', 0],
  ['checking: ask when it is time', afterAsking(checking, 'taken', at(0)), 35, 'ask', 35],
  ['checking: not before', afterAsking(checking, 'taken', at(0)), 34, 'nothing', 35],
  ['checking and unused for a day', checking, DAY, 'remove', 0],
  ['checking and used for a day', { ...checking, ...used }, DAY, 'ask', 0],
  ['passed and unused', passed, DAY - 1, 'nothing', DAY],
  ['passed and unused for a day', passed, DAY, 'remove', DAY],
  ['passed and used', { ...passed, ...used }, 9 * DAY, 'nothing', undefined],
  ['refused and unused for a day', refused, DAY, 'remove', DAY],
  ['refused and used', { ...refused, ...used }, DAY, 'nothing', undefined],
  ['lapsed: at once', { ...passed, lapsed: true }, 0, 'remove', 0],
])('%s', (_, photo, minutes, duty, due) => {
  expect(dutyOf(photo, at(minutes))).toBe(duty)
  expect(minutesUntil(dueAt(photo))).toBe(due)
})

test('whatever happens to a photo that is not settled, the clock comes back to it', () => {
  const step = fc.constantFrom<(photo: PhotoLife, now: Date) => PhotoLife>(
    (photo, now) => (photo.state === 'awaiting' ? afterArrival(photo, now) : photo),
    (photo) => (photo.state === 'awaiting' ? afterVainLook(photo) : photo),
    (photo, now) => (photo.state === 'checking' ? afterAsking(photo, 'taken', now) : photo),
    (photo, now) => (photo.state === 'checking' ? afterAsking(photo, 'none', now) : photo),
    (photo, now) => afterVerdict(photo, 'review', now),
    (photo, now) => afterVerdict(photo, 'none', now),
    (photo, now) => afterVerdict(photo, 'pass', now),
    (photo) => ({ ...photo, use: 'x' }),
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(step, fc.nat(600)), { maxLength: 30 }), (steps) => {
      let photo: PhotoLife = fresh
      let minutes = 0
      for (const [apply, pass] of steps) {
        minutes += pass
        photo = apply(photo, at(minutes))
        const isSettled = photo.state === 'passed' && photo.use !== undefined
        expect(dueAt(photo) === undefined).toBe(isSettled)
        const due = new Date(Math.max(Date.parse(dueAt(photo) ?? ''), at(minutes).getTime()))
        if (!isSettled) expect(dutyOf(photo, due)).not.toBe('nothing')
      }
    }),
  )
})

test.each<[string, PhotoLife | undefined, string]>([
  ['photos.not_found', undefined, 'one that is not there'],
  ['photos.not_found', { ...passed, person: 'li' }, 'one of somebody else'],
  ['photos.not_found', { ...passed, lapsed: true }, 'one being removed'],
  ['photos.not_found', { ...passed, sealed: true }, 'one that is sealed'],
  ['photos.used_elsewhere', { ...passed, use: 'complaint 2' }, 'one that is part of another'],
  ...(['photos.damaged', 'photos.content_refused'] satisfies PhotoReason[]).map(
    (reason) =>
      [reason, afterRefusal(fresh, reason), 'one that was refused'] as [string, PhotoLife, string],
  ),
])('%s: %#', (code, photo) => {
  expect(claimable('photo', [passed, photo], 'zhang', 'complaint 1')).toEqual({ ok: false, code })
})

test.each([
  ['on its way', fresh],
  ['being checked', checking],
  ['passed', passed],
  ['part of the same already', { ...passed, ...used }],
])('one that is %s may be claimed', (_, photo) => {
  expect(claimable('photo', [photo], 'zhang', 'complaint 1')).toEqual({ ok: true, value: true })
})

test('a sealed one is checked by nobody, and claimed as one that is sealed', () => {
  const arrived = afterArrival(newUpload('photo', 'zhang', at(0), true), at(1))
  expect(arrived).toMatchObject({ state: 'passed', sealed: true })
  expect(dutyOf({ ...arrived, ...used }, at(10 * 1_440))).toBe('nothing')
  expect(claimable('photo', [arrived], 'zhang', 'sheet 1', true)).toEqual({ ok: true, value: true })
  expect(claimable('photo', [passed], 'zhang', 'sheet 1', true).ok).toBe(false)
})

test('nine at most, each once', () => {
  const nine = Array.from({ length: 9 }, (_, i) => `p${i}`)
  expect(countable(nine)).toEqual({ ok: true, value: true })
  expect(countable([...nine, 'p9'])).toEqual({
    ok: false,
    code: 'photos.too_many',
    params: { max: 9 },
  })
  expect(countable(['p1', 'p1'])).toEqual({ ok: false, code: 'photos.repeated' })
})

describe('who sees what', () => {
  const see = (photo: PhotoLife, person: string) => seenBy(photo, person, () => 'url')
  test.each<[string, PhotoLife, object, object]>([
    ['awaiting', fresh, {}, {}],
    ['checking', checking, { url: 'url' }, {}],
    ['passed', passed, { url: 'url' }, { url: 'url' }],
    ['refused', refused, { reason: 'photos.damaged' }, {}],
    ['passed', { ...passed, sealed: true }, {}, {}],
  ])('%s', (state, photo, own, others) => {
    expect(see(photo, 'zhang')).toEqual({ state, ...own })
    expect(see(photo, 'li')).toEqual({ state, ...others })
  })
})
