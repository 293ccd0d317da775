import Taro from '@tarojs/taro'
import { ApiError, asApiError } from './api-error.ts'

/**
 * The one door to whatever reaches for data on the phone: photos, files, the clipboard. WeChat asks the person first,
 * once; what they then see is its own sheet, which leads to the contract filed with it.
 * @throws ApiError `client.privacy_refused` where they say no: nothing was touched
 */
export async function privately<T>(call: () => Promise<T>): Promise<T> {
  if (__TARGET__ === 'weapp') await authorized()
  return call()
}

// Before 2.32.3 WeChat has no such question: there it asks when the interface is called.
const canAsk = (): boolean =>
  (Taro as Partial<Pick<typeof Taro, 'requirePrivacyAuthorize'>>).requirePrivacyAuthorize !==
  undefined

function authorized(): Promise<void> {
  if (!canAsk()) return Promise.resolve()
  return new Promise((resolve, reject) => {
    Taro.requirePrivacyAuthorize({
      success: () => resolve(),
      fail: () =>
        reject(
          new ApiError(
            'client.privacy_refused',
            '您没有同意微信的隐私授权，所以没有打开相册、文件或剪贴板。需要时再点一次，就会再问您。',
          ),
        ),
    })
  })
}

/** To the clipboard; where the person does not allow it, they are told that nothing was copied. */
export async function copyText(data: string): Promise<void> {
  await privately(() => Taro.setClipboardData({ data })).catch((err: unknown) =>
    Taro.showModal({ title: '没有复制', content: asApiError(err).detail, showCancel: false }),
  )
}

/** WeChat's page with the contract filed with it; in a browser there is none. */
export const openContract = (): void => {
  if (__TARGET__ === 'weapp') Taro.openPrivacyContract({})
}
