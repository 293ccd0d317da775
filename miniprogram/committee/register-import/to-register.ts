import Taro from '@tarojs/taro'
import { PAGES } from '#miniprogram/features/pages.ts'

/** The wizard was begun from the register: back there, not a second one on top. */
export const toRegister = (): Promise<unknown> =>
  Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.redirectTo({ url: PAGES.register })
