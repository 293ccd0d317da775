import Taro from '@tarojs/taro'
import type * as z from '#shared/kernel/zod.ts'

/** One key of the phone's storage. What an older version left there, or somebody changed, reads as nothing. */
export interface Stored<T> {
  read(): T | undefined
  /** `false` where the phone's storage is full or closed to us. */
  write(value: T): boolean
  remove(): void
}

export const stored = <T>(key: string, Value: z.ZodType<T>): Stored<T> => ({
  read() {
    try {
      return Value.safeParse(Taro.getStorageSync(key)).data
    } catch {
      return undefined
    }
  },
  write(value) {
    try {
      Taro.setStorageSync(key, value)
      return true
    } catch {
      return false
    }
  },
  remove() {
    try {
      Taro.removeStorageSync(key)
    } catch {
      // Nothing could be read from it either.
    }
  },
})
