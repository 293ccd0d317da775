import { ApiError } from '#miniprogram/platform/api-error.ts'
import type { Draft } from '#miniprogram/platform/drafts.ts'
import { complaintWith } from '../../complaints.fixture.ts'
import { startServer } from '../../server.fixture.ts'
import {
  afterTrouble,
  asked,
  dueNotes,
  nextNoteTime,
  nothingYet,
  standingOf,
  textOf,
  type RoundNote,
} from './round-notes.ts'
import { roundOf, STOPS_AT_MOST } from './round.ts'

const NOW = new Date('2026-11-21T02:00:00.000Z')
const note: RoundNote = { ...nothingYet('N'), text: '皮带磨损' }
const draft = (id: string, content: RoundNote): Draft<RoundNote> => ({
  ...{ id, key: id, content },
  savedAt: NOW.toISOString(),
})
const lost = new ApiError('network.unreachable', '没有连上网络。')
const refused = new ApiError('complaints.not_found', '没有找到这件投诉。', 404)

test.each<[string, RoundNote, string]>([
  ['being written', note, 'writing'],
  ['asked to go', asked(note), 'waiting'],
  ['lost on its way', afterTrouble(asked(note), lost, NOW), 'waiting'],
  ['refused', afterTrouble(asked(note), refused, NOW), 'refused'],
  ['asked again', asked(afterTrouble(asked(note), refused, NOW)), 'waiting'],
  ['there', { ...note, sentAt: NOW.toISOString() }, 'sent'],
])('a note that is %s stands as %s', (_, one, standing) => expect(standingOf(one)).toBe(standing))

test('each time it is lost it waits longer, and not for ever', () => {
  let one = asked(note)
  const waits = [1, 2, 3, 4, 5].map(() => {
    one = afterTrouble(one, lost, NOW)
    return (Date.parse(one.sending?.nextAt ?? '') - NOW.getTime()) / 1_000
  })
  expect(waits).toEqual([5, 15, 60, 300, 300])
})

test('the first written goes first; what waits for a time is not due', () => {
  const late = afterTrouble(asked(note), lost, NOW)
  const all = [draft('c', asked(note)), draft('b', late), draft('a', asked(note))]
  expect(dueNotes(all, NOW).map(({ id }) => id)).toEqual(['a', 'c'])
  expect(nextNoteTime(all)).toBe('2026-11-21T02:00:05.000Z')
  expect(nextNoteTime([draft('a', note)])).toBeUndefined()
})

test('a photo alone is enough', () => {
  const photo = { key: 'k', path: 'p', state: 'waiting', attempts: 0 } as const
  expect(textOf({ ...nothingYet('N'), photos: [photo] })).toBe('现场照片')
  expect(textOf(nothingYet('N'))).toBe('')
})

test('a round takes so many; one it has is brought up to date', () => {
  startServer()
  const round = roundOf('p', 'c')
  const keep = (number: string, place = '3幢') => round.keep(complaintWith({ number, place }))
  for (let i = 0; i < STOPS_AT_MOST; i += 1) expect(keep(`N${i}`)).toBe(true)
  expect(keep('one-more')).toBe(false)
  expect(keep('N0', '5幢')).toBe(true)
  expect(round.list()[0]).toMatchObject({ number: 'N0', place: '5幢' })
  expect(round.list()).toHaveLength(STOPS_AT_MOST)
  expect(roundOf('other', 'c').list()).toEqual([])
})
