import type { Correction } from '#shared/privacy/correction-contract.ts'
import type { Tone } from '#miniprogram/platform/ui/tone.ts'

/** What is wrong, as the person says it. */
export const ABOUT_NAMES: Readonly<Record<Correction['about'], string>> = {
  name: '姓名写错了',
  home: '房屋或面积不对',
  phone: '手机号换了',
  other: '其他',
}

export const STATE_WORDS: Readonly<
  Record<Correction['state'], { readonly word: string; readonly tone: Tone }>
> = {
  open: { word: '等待办理', tone: 'amber' },
  done: { word: '已更正', tone: 'jade' },
  declined: { word: '没有更正', tone: 'grey' },
}
