import { act, renderHook } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { chooseElder, readElder, useElder, useElderSetting } from './elder.ts'

const weixin = (font: object) => {
  Object.assign(globalThis, { __TARGET__: 'weapp' })
  jest.mocked(Taro.getAppBaseInfo).mockReturnValue(font as never)
}
const elder = (): boolean => renderHook(useElder).result.current

beforeEach(() => {
  Taro.clearStorageSync()
  weixin({})
})

test.each([
  ['nothing said', {}, false],
  ['the usual size', { fontSizeScaleFactor: 1, fontSizeSetting: 17 }, false],
  ['one step up', { fontSizeScaleFactor: 1.12 }, false],
  ['关怀模式 on Android', { fontSizeScaleFactor: 1.4 }, true],
  ['关怀模式 on an older iOS, which tells only the size', { fontSizeSetting: 23.8 }, true],
  ['the usual size on Android', { fontSizeSetting: 16 }, false],
])('follows WeChat: %s', (_, font, expected) => {
  weixin(font)
  act(readElder)
  expect(elder()).toBe(expected)
})

test('follows the size of letters a person set in the browser', () => {
  Object.assign(globalThis, { __TARGET__: 'h5' })
  document.documentElement.style.fontSize = '24px'
  act(readElder)
  expect(elder()).toBe(true)
  document.documentElement.style.fontSize = '16px'
  act(readElder)
  expect(elder()).toBe(false)
})

test('what is set in 我的 goes before, and stays', () => {
  act(readElder)
  act(() => chooseElder('on'))
  expect(elder()).toBe(true)
  weixin({ fontSizeScaleFactor: 1.4 })
  act(() => chooseElder('off'))
  act(readElder)
  expect(elder()).toBe(false)
  expect(renderHook(useElderSetting).result.current).toBe('off')
})
