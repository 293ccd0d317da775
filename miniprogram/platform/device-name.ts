import Taro from '@tarojs/taro'

const LONGEST = 60

/** How the phone or browser calls itself, for the person's own list of devices; `undefined` where it does not say. */
export function deviceName(): string | undefined {
  const name = (__TARGET__ === 'weapp' ? phoneName() : browserName()).trim()
  return name === '' ? undefined : name.slice(0, LONGEST)
}

function phoneName(): string {
  try {
    const { brand, model } = Taro.getDeviceInfo()
    return model.toLowerCase().includes(brand.toLowerCase()) ? model : `${brand} ${model}`
  } catch {
    // WeChat before 2.20.1 does not know the question.
    return '微信'
  }
}

const BROWSERS = [
  ['Edg', 'Edge 浏览器'],
  ['MicroMessenger', '微信里的网页'],
  ['Firefox', 'Firefox 浏览器'],
  ['Chrome', 'Chrome 浏览器'],
  ['Safari', 'Safari 浏览器'],
] as const
const SYSTEMS = [
  ['iPhone', 'iPhone'],
  ['iPad', 'iPad'],
  ['Android', '安卓手机'],
  ['Windows', 'Windows 电脑'],
  ['Mac OS', '苹果电脑'],
  ['Linux', 'Linux 电脑'],
] as const

function browserName(): string {
  const agent = typeof navigator === 'undefined' ? '' : navigator.userAgent
  const named = (list: readonly (readonly [string, string])[]): string | undefined =>
    list.find(([mark]) => agent.includes(mark))?.[1]
  return [named(BROWSERS) ?? '浏览器', named(SYSTEMS)].filter(Boolean).join('，')
}
