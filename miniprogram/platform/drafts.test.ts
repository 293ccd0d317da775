import { act, renderHook } from '@testing-library/react'
import Taro from '@tarojs/taro'
import * as z from '#shared/kernel/zod.ts'
import { draftsOf, useDrafts } from './drafts.ts'

const Form = z.object({ text: z.string() })
const mine = () => draftsOf('p1', 'complaint', Form)

beforeEach(() => Taro.clearStorageSync())

test('a form that was opened and left alone leaves nothing behind', () => {
  mine().begin({ text: '' })
  expect(mine().list()).toEqual([])
})

test('a draft is there again after the app was closed, with the key it was begun with', () => {
  const begun = mine().begin({ text: '电梯' })
  mine().save({ ...begun, content: { text: '电梯异响' } })
  const [found] = mine().list()
  expect(found).toMatchObject({ id: begun.id, key: begun.key, content: { text: '电梯异响' } })
})

test('however often it is changed, its key stays: sent again after a lost answer it makes no second one', () => {
  const begun = mine().begin({ text: '一' })
  const saved = mine().save({ ...begun, content: { text: '二' } })
  expect(saved?.key).toBe(begun.key)
  expect(mine().list()).toHaveLength(1)
})

test('several are kept side by side, the latest first, each with a key of its own', () => {
  const [a, b] = [mine().begin({ text: 'a' }), mine().begin({ text: 'b' })]
  mine().save(a)
  mine().save(b)
  expect(
    mine()
      .list()
      .map(({ content }) => content.text),
  ).toEqual(['b', 'a'])
  expect(new Set([a.id, a.key, b.id, b.key]).size).toBe(4)
  mine().remove(b.id)
  expect(mine().find(b.id)).toBeUndefined()
  expect(mine().find(a.id)).toMatchObject({ content: { text: 'a' } })
})

test('another person on the same phone, and another kind, do not see them', () => {
  mine().save(mine().begin({ text: 'a' }))
  expect(draftsOf('p2', 'complaint', Form).list()).toEqual([])
  expect(draftsOf('p1', 'notice', Form).list()).toEqual([])
})

test('one that an older version left is passed over, the others stay', () => {
  mine().save(mine().begin({ text: 'a' }))
  const kept = Taro.getStorageSync<unknown[]>('drafts:p1:complaint')
  Taro.setStorageSync('drafts:p1:complaint', [{ title: 'old' }, ...kept])
  expect(
    mine()
      .list()
      .map(({ content }) => content.text),
  ).toEqual(['a'])
})

test('a phone without room says so', () => {
  jest.mocked(Taro.setStorageSync).mockImplementationOnce(() => {
    throw new Error('setStorageSync:fail exceed storage limit')
  })
  const begun = mine().begin({ text: 'a' })
  expect(mine().save(begun)).toBeUndefined()
  mine().remove(begun.id)
})

test('what goes on behind a page changes a draft where it lies: neither its time nor its place moves', () => {
  const [a, b] = [mine().begin({ text: 'a' }), mine().begin({ text: 'b' })]
  const saved = mine().save(a)
  mine().save(b)
  expect(mine().change(a.id, ({ text }) => ({ text: `${text}!` }))).toEqual({
    ...saved,
    content: { text: 'a!' },
  })
  expect(
    mine()
      .list()
      .map(({ content }) => content.text),
  ).toEqual(['b', 'a!'])
})

test('one that was given up meanwhile does not come back', () => {
  const begun = mine().begin({ text: 'a' })
  mine().save(begun)
  mine().remove(begun.id)
  expect(mine().change(begun.id, () => ({ text: 'b' }))).toBeUndefined()
  expect(mine().list()).toEqual([])
})

test('what does not fit this version stays for the one that wrote it', () => {
  Taro.setStorageSync('drafts:p1:complaint', [{ id: 'new', pages: 3 }])
  mine().save(mine().begin({ text: 'a' }))
  expect(Taro.getStorageSync<object[]>('drafts:p1:complaint')).toContainEqual({
    id: 'new',
    pages: 3,
  })
})

test('without room a draft lasts until the app is closed, and is kept once there is room', () => {
  const begun = mine().begin({ text: 'a' })
  jest.mocked(Taro.setStorageSync).mockImplementationOnce(() => {
    throw new Error('setStorageSync:fail exceed storage limit')
  })
  mine().save(begun)
  expect(mine().find(begun.id)).toMatchObject({ content: { text: 'a' } })
  expect(Taro.getStorageSync('drafts:p1:complaint')).toBe('')
  mine().change(begun.id, () => ({ text: 'b' }))
  expect(Taro.getStorageSync('drafts:p1:complaint')).toMatchObject([{ content: { text: 'b' } }])
})

test('whoever shows drafts sees each that is written', () => {
  const { result } = renderHook(() => useDrafts(mine()))
  expect(result.current).toEqual([])
  act(() => void mine().save(mine().begin({ text: 'a' })))
  expect(result.current).toMatchObject([{ content: { text: 'a' } }])
})
