import Taro from '@tarojs/taro'
import { complaints } from '#shared/complaints/contract.ts'
import { people } from '#shared/people/contract.ts'
import { photos } from '#shared/photos/contract.ts'
import { findFile } from '#miniprogram/platform/kept-files.ts'
import { comeToFront, watchNetwork } from '#miniprogram/platform/online.ts'
import { sendPhoto } from '#miniprogram/platform/upload.ts'
import { renderHook } from '@testing-library/react'
import { useIdentity } from '#miniprogram/platform/use-identity.ts'
import { complaintWith } from '../../complaints.fixture.ts'
import {
  answerTo,
  callsOf,
  comeAs,
  loseAnswersTo,
  refuseTo,
  settled,
  startServer,
} from '../../server.fixture.ts'
import { EMPTY, type Form } from './form.ts'
import { complaintDrafts, filed, openOutbox } from './outbox.ts'
import { asked } from './sending.ts'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))
jest.mock('#miniprogram/platform/kept-files.ts', () => ({
  findFile: jest.fn((path: string) => Promise.resolve(path)),
  dropFile: jest.fn(),
}))
jest.mock('#miniprogram/platform/upload.ts', () => ({ sendPhoto: jest.fn() }))

const drafts = complaintDrafts('p1', 'c1')
const WRITTEN: Form = { ...EMPTY, category: 'lift', text: '电梯关门有异响', where: '1-2-801' }
const waiting = (key: string) => ({
  ...{ key, path: `${key}.jpg`, attempts: 0 },
  state: 'waiting' as const,
})
const arrived = (key: string) => ({
  ...{ key, path: `${key}.jpg`, attempts: 0, photo: `ph-${key}` },
  state: 'sent' as const,
})

function written(form: Partial<Form> = {}): string {
  const draft = drafts.begin({ ...WRITTEN, ...form })
  drafts.save(draft)
  return draft.id
}
const formOf = (id: string): Form | undefined => drafts.find(id)?.content
const statesOf = (id: string) => formOf(id)?.photos.map(({ state }) => state)

function network(isOn: boolean): void {
  Object.defineProperty(navigator, 'onLine', { value: isOn, configurable: true })
  window.dispatchEvent(new Event(isOn ? 'online' : 'offline'))
}

beforeAll(() => watchNetwork())

beforeEach(async () => {
  network(true)
  startServer()
  comeAs('owner')
  filed.write([])
  jest.mocked(sendPhoto).mockResolvedValue(undefined)
  jest.mocked(findFile).mockImplementation((path) => Promise.resolve(path))
  answerTo(complaints.file, complaintWith())
  answerTo(photos.add, ({ key }) => ({
    ...{ photo: `ph-${key ?? ''}`, maxBytes: 10 },
    form: { url: '/files/x', fields: {} },
  }))
  renderHook(() => useIdentity())
  await settled()
})

test('photos go one after the other, then what was asked to be sent goes with them', async () => {
  const id = written({ photos: [waiting('a'), waiting('b')] })
  drafts.change(id, (form) => asked(form, false))
  await openOutbox('p1', 'c1').run()
  expect(callsOf(complaints.file)).toMatchObject([{ body: { photos: ['ph-a', 'ph-b'] } }])
  expect(formOf(id)).toBeUndefined()
  expect(filed.read()).toMatchObject([{ draft: id, asBefore: false }])
})

test('what nobody asked to be sent stays, though its photos go ahead', async () => {
  const id = written({ photos: [waiting('a')] })
  await openOutbox('p1', 'c1').run()
  expect(callsOf(complaints.file)).toEqual([])
  expect(statesOf(id)).toEqual(['sent'])
})

test('written offline it waits; once the network is back it goes by itself', async () => {
  network(false)
  const id = written({ photos: [waiting('a')] })
  drafts.change(id, (form) => asked(form, false))
  await openOutbox('p1', 'c1').run()
  expect(callsOf(photos.add)).toEqual([])
  expect(formOf(id)?.sending).toBeDefined()
  network(true)
  await settled()
  expect(callsOf(complaints.file)).toHaveLength(1)
  expect(formOf(id)).toBeUndefined()
})

test('behind other apps a phone stops timers: come to the front again, it goes on', async () => {
  jest.mocked(sendPhoto).mockRejectedValueOnce(new Error('uploadFile:fail'))
  const id = written({ photos: [waiting('a')] })
  drafts.change(id, (form) => asked(form, false))
  await openOutbox('p1', 'c1').run()
  expect(callsOf(complaints.file)).toEqual([])
  comeToFront()
  await settled()
  await settled()
  expect(callsOf(complaints.file)).toHaveLength(1)
  expect(formOf(id)).toBeUndefined()
})

test('a photo that does not arrive is tried again later; what goes without it does not wait', async () => {
  jest.mocked(sendPhoto).mockRejectedValue(new Error('uploadFile:fail'))
  const id = written({ photos: [waiting('a')] })
  const outbox = openOutbox('p1', 'c1')
  await outbox.run()
  expect(formOf(id)?.photos).toMatchObject([{ state: 'waiting', attempts: 1 }])
  drafts.change(id, (form) => asked(form, true))
  await outbox.file(id)
  expect(callsOf(complaints.file)).toMatchObject([{ body: { photos: [] } }])
})

test('where a photo was given up, what waited for it does not go without it unasked', async () => {
  jest.mocked(findFile).mockResolvedValue(undefined)
  const id = written({ photos: [waiting('a')] })
  drafts.change(id, (form) => asked(form, false))
  await openOutbox('p1', 'c1').run()
  expect(callsOf(complaints.file)).toEqual([])
  expect(formOf(id)?.sending).toBeUndefined()
  expect(formOf(id)).toMatchObject({
    trouble: expect.stringContaining('有照片没有传上') as string,
    photos: [{ state: 'failed', wrong: expect.stringContaining('找不到') as string }],
  })
})

test('a photo that never ends can be removed, and holds up no other', async () => {
  let isFirst = true
  jest.mocked(sendPhoto).mockImplementation(() => {
    const hangs = isFirst
    isFirst = false
    return hangs ? new Promise<void>(() => undefined) : Promise.resolve()
  })
  const id = written({ photos: [waiting('a'), waiting('b')] })
  const outbox = openOutbox('p1', 'c1')
  const running = outbox.run()
  await settled()
  expect(statesOf(id)).toEqual(['sending', 'waiting'])
  outbox.removePhoto(id, 'a')
  await running
  expect(formOf(id)?.photos).toMatchObject([{ key: 'b', state: 'sent' }])
})

test('the app was closed in the middle of a photo: opened again it is sent under the same key', async () => {
  const id = written({ photos: [{ ...waiting('a'), state: 'sending' }] })
  await openOutbox('p1', 'c1').run()
  expect(callsOf(photos.add)).toMatchObject([{ key: 'a' }])
  expect(statesOf(id)).toEqual(['sent'])
})

test('a photo that the server threw away after a day goes anew, and the complaint with it', async () => {
  refuseTo(photos.get, 'photos.not_found')
  refuseTo(complaints.file, 'photos.not_found')
  const id = written({ photos: [arrived('a')] })
  drafts.change(id, (form) => asked(form, false))
  const outbox = openOutbox('p1', 'c1')
  await outbox.file(id)
  const [again] = formOf(id)?.photos ?? []
  expect(again?.key).not.toBe('a')
  expect(formOf(id)?.sending).toBeDefined()
  answerTo(complaints.file, complaintWith())
  await outbox.run()
  await settled()
  expect(callsOf(complaints.file).at(-1)).toMatchObject({
    body: { photos: [`ph-${again?.key ?? ''}`] },
  })
  expect(formOf(id)).toBeUndefined()
})

test('a photo that was refused says why, and the complaint waits for the person', async () => {
  refuseTo(complaints.file, 'photos.not_a_photo')
  answerTo(photos.get, { photo: 'ph-a', state: 'refused', reason: 'photos.not_a_photo' })
  const id = written({ photos: [arrived('a')] })
  drafts.change(id, (form) => asked(form, false))
  await openOutbox('p1', 'c1').file(id)
  expect(formOf(id)?.sending).toBeUndefined()
  expect(formOf(id)).toMatchObject({
    photos: [{ state: 'failed', wrong: expect.stringContaining('这不是照片') as string }],
  })
})

test('what passes is tried again, what does not waits for the person with its words', async () => {
  loseAnswersTo(complaints.file)
  const id = written()
  drafts.change(id, (form) => asked(form, false))
  const outbox = openOutbox('p1', 'c1')
  await outbox.file(id)
  expect(formOf(id)?.sending).toMatchObject({ attempts: 1 })
  refuseTo(complaints.file, 'complaints.unknown_category')
  await outbox.file(id)
  expect(formOf(id)?.sending).toBeUndefined()
  expect(formOf(id)).toMatchObject({
    text: WRITTEN.text,
    trouble: expect.stringContaining('已经停用') as string,
  })
})

test('after a lost answer and a change, it is the complaint that had arrived, and nobody makes a second', async () => {
  loseAnswersTo(complaints.file)
  const id = written()
  drafts.change(id, (form) => asked(form, false))
  const outbox = openOutbox('p1', 'c1')
  await outbox.file(id)
  const sent = callsOf(complaints.file)[0]
  drafts.change(id, (form) => asked({ ...form, text: '电梯关门有异响，今天又响了' }, false))
  // The first had arrived: under its key the server knows one content only.
  answerTo(complaints.file, complaintWith())
  jest.mocked(Taro.request).mockImplementation(reusedUnless(sent?.body) as never)
  await outbox.file(id)
  expect(filed.read()).toMatchObject([{ draft: id, asBefore: true }])
  expect(formOf(id)).toBeUndefined()
})

const reusedUnless = (body: unknown) => (call: { url: string; data?: string }) => {
  const isSame = JSON.stringify(JSON.parse(call.data ?? '{}')) === JSON.stringify(body)
  const refused = { code: 'request.idempotency_key_reused', detail: '已用过' }
  return Promise.resolve(
    isSame
      ? { header: {}, statusCode: 201, data: JSON.stringify(complaintWith()) }
      : { header: {}, statusCode: 422, data: JSON.stringify(refused) },
  )
}

test('however often it is asked at once, it is sent once', async () => {
  const id = written()
  drafts.change(id, (form) => asked(form, false))
  const outbox = openOutbox('p1', 'c1')
  await Promise.all([outbox.file(id), outbox.run(), outbox.file(id)])
  expect(callsOf(complaints.file)).toHaveLength(1)
})

test('somebody else on the same phone sends nothing of it', async () => {
  const id = written({ photos: [waiting('a')] })
  drafts.change(id, (form) => asked(form, false))
  answerTo(people.me, { person: 'p2', name: '李四', memberships: [] })
  renderHook(() => useIdentity())
  await settled()
  await openOutbox('p1', 'c1').run()
  expect(callsOf(complaints.file)).toEqual([])
  expect(callsOf(photos.add)).toEqual([])
  expect(formOf(id)?.sending).toBeDefined()
})

test('given up it is gone with its photos, also with one that arrives later', async () => {
  let land: () => void = () => undefined
  jest
    .mocked(sendPhoto)
    .mockReturnValue(new Promise((resolve) => (land = () => resolve(undefined))))
  const id = written({ photos: [waiting('a')] })
  const outbox = openOutbox('p1', 'c1')
  const running = outbox.run()
  await settled()
  outbox.discard(id)
  land()
  await running
  expect(drafts.list()).toEqual([])
})
