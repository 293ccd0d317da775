import { act, renderHook } from '@testing-library/react'
import { complaints } from '#shared/complaints/contract.ts'
import { photos } from '#shared/photos/contract.ts'
import { findFile } from '#miniprogram/platform/kept-files.ts'
import { watchNetwork } from '#miniprogram/platform/online.ts'
import { sendPhoto } from '#miniprogram/platform/upload.ts'
import { forgetIdentity, useIdentity } from '#miniprogram/platform/use-identity.ts'
import { complaintWith } from '../../complaints.fixture.ts'
import {
  answerTo,
  callsOf,
  comeAs,
  loseAnswersTo,
  settled,
  startServer,
} from '../../server.fixture.ts'
import { asked, nothingYet, standingOf, withoutFailed } from './round-notes.ts'
import { roundOutbox } from './round-outbox.ts'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))
jest.mock('#miniprogram/platform/kept-files.ts', () => ({
  findFile: jest.fn((path: string) => Promise.resolve(path)),
  dropFile: jest.fn(),
}))
jest.mock('#miniprogram/platform/upload.ts', () => ({ sendPhoto: jest.fn() }))

const outbox = roundOutbox('p1', 'c1')
const { notes } = outbox
const photo = (key: string) => ({
  ...{ key, path: `${key}.jpg`, attempts: 0 },
  state: 'waiting' as const,
})

function network(isOn: boolean): void {
  Object.defineProperty(navigator, 'onLine', { value: isOn, configurable: true })
  window.dispatchEvent(new Event(isOn ? 'online' : 'offline'))
}
/** Written on site with two photos, and asked to go. */
function written(): string {
  const draft = notes.begin(asked({ ...nothingYet('N1'), photos: [photo('a'), photo('b')] }))
  notes.save(draft)
  return draft.id
}
const standing = (id: string) => {
  const found = notes.find(id)
  return found && standingOf(found.content)
}

beforeAll(() => watchNetwork())
beforeEach(async () => {
  network(true)
  startServer()
  comeAs('property')
  jest.mocked(sendPhoto).mockResolvedValue(undefined)
  jest.mocked(findFile).mockImplementation((path) => Promise.resolve(path))
  answerTo(complaints.note, complaintWith())
  answerTo(photos.add, ({ key }) => ({
    ...{ photo: `ph-${key ?? ''}`, maxBytes: 10 },
    form: { url: '/files/x', fields: {} },
  }))
  renderHook(() => useIdentity())
  await settled()
})
afterEach(() => {
  for (const { id } of notes.list()) notes.remove(id)
})

test('without a network nothing is tried; once it is back, photos go and then the words', async () => {
  network(false)
  const id = written()
  await outbox.run()
  expect([callsOf(photos.add).length, standing(id)]).toEqual([0, 'waiting'])
  network(true)
  await outbox.run()
  await settled()
  expect(standing(id)).toBe('sent')
  expect(callsOf(complaints.note)).toMatchObject([
    { body: { text: '现场照片', photos: ['ph-a', 'ph-b'] } },
  ])
})

test('a photo that is lost on its way goes again under its own key, those that arrived do not', async () => {
  const id = written()
  jest.mocked(sendPhoto).mockResolvedValueOnce(undefined)
  jest.mocked(sendPhoto).mockRejectedValueOnce(new Error('uploadFile:fail'))
  await outbox.run()
  expect(standing(id)).toBe('waiting')
  expect(callsOf(complaints.note)).toEqual([])
  outbox.hurry()
  await outbox.run()
  await settled()
  expect(standing(id)).toBe('sent')
  expect(callsOf(photos.add).map(({ key }) => key)).toEqual(['a', 'b', 'b'])
})

test('a photo that is gone from the phone stops its note, which never goes without it unasked', async () => {
  jest
    .mocked(findFile)
    .mockImplementation((path) => Promise.resolve(path === 'a.jpg' ? undefined : path))
  const id = written()
  await outbox.run()
  expect(standing(id)).toBe('refused')
  expect(notes.find(id)?.content.wrong).toContain('找不到了')
  notes.change(id, asked)
  await outbox.run()
  expect([standing(id), callsOf(complaints.note).length]).toEqual(['refused', 0])
  notes.change(id, (note) => asked(withoutFailed(note)))
  await outbox.run()
  await settled()
  expect(standing(id)).toBe('sent')
  expect(callsOf(complaints.note)).toMatchObject([{ body: { photos: ['ph-b'] } }])
})

test('a lost answer is asked for again under the same key', async () => {
  loseAnswersTo(complaints.note)
  const id = written()
  await outbox.run()
  expect(standing(id)).toBe('waiting')
  answerTo(complaints.note, complaintWith())
  outbox.hurry()
  await outbox.run()
  await settled()
  expect(standing(id)).toBe('sent')
  expect(new Set(callsOf(complaints.note).map(({ key }) => key)).size).toBe(1)
})

test('nothing goes in the name of somebody else', async () => {
  const id = written()
  act(forgetIdentity)
  await outbox.run()
  expect([callsOf(photos.add).length, standing(id)]).toEqual([0, 'waiting'])
})
