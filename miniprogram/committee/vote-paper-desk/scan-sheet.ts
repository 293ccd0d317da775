import Taro from '@tarojs/taro'
import { ApiError } from '#miniprogram/platform/api-error.ts'

/**
 * What the camera saw; `undefined` where the person closed it.
 * @throws ApiError where the camera does not open
 */
export async function scanSheet(): Promise<string | undefined> {
  try {
    return (await Taro.scanCode({ scanType: ['qrCode'] })).result
  } catch (err) {
    const { errMsg = '' } = (err ?? {}) as { errMsg?: string }
    if (errMsg.includes('cancel')) return undefined
    throw new ApiError(
      'client.no_camera',
      '没有打开相机。请在微信设置里允许本小程序使用相机，或者在下面填票号和验证码。',
    )
  }
}
