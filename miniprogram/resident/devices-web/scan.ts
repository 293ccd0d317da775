import Taro from '@tarojs/taro'
import { webCodeIn } from '#shared/sessions/web-link.ts'
import { ApiError } from '#miniprogram/platform/api-error.ts'

/**
 * The short code in what the camera saw; `undefined` where the person closed it.
 * @throws ApiError where the camera does not open, or it is another code
 */
export async function scanWebCode(): Promise<string | undefined> {
  const result = await scanned()
  if (result === undefined) return undefined
  const code = webCodeIn(result)
  if (code !== undefined) return code
  throw new ApiError(
    'client.other_code',
    '扫到的不是“家园”网页的登录码。请对准电脑上“用手机微信登录”下面的二维码，再扫一次。',
  )
}

async function scanned(): Promise<string | undefined> {
  try {
    return (await Taro.scanCode({ scanType: ['qrCode'] })).result
  } catch (err) {
    const { errMsg = '' } = (err ?? {}) as { errMsg?: string }
    if (errMsg.includes('cancel')) return undefined
    throw new ApiError(
      'client.no_camera',
      '没有打开相机。请在微信设置里允许本小程序使用相机，或者在下面填短码。',
    )
  }
}
