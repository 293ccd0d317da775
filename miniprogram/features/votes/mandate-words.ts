import type { Mandate, MandateState } from '#shared/votes/mandates/mandate.ts'
import { CHOICE_NAMES } from '#shared/votes/words.ts'
import type { Tone } from '#miniprogram/platform/ui/tone.ts'

export const MANDATE_WORDS: Readonly<
  Record<MandateState, { readonly word: string; readonly tone: Tone }>
> = {
  recorded: { word: '待核对', tone: 'amber' },
  offered: { word: '待接受', tone: 'amber' },
  accepted: { word: '已接受', tone: 'jade' },
  used: { word: '已投票', tone: 'jade' },
  ended: { word: '已结束', tone: 'grey' },
}

/** Who can do what now, to the one who gave it. */
export function givenSentence({ state, agent }: Pick<Mandate, 'state' | 'agent'>): string {
  switch (state) {
    case 'recorded':
      return `纸质委托书已登记，受托人是${agent}，等另一位工作人员核对。`
    case 'offered':
      return `您已委托${agent}，等对方输入委托码接受。`
    case 'accepted':
      return `${agent}可以替您投这一票。投票之前您随时可以撤回；您本人投的票总是以您的为准。`
    case 'used':
      return `${agent}已经替您投票。您还可以本人投，以您本人的为准。`
    case 'ended':
      return `委托${agent}的这一份已经结束。`
  }
}

/** `第 1 项同意，第 2 项反对`. */
export const opinionWords = ({ choices = [] }: Pick<Mandate, 'choices'>): string =>
  choices.map(({ item, choice }) => `第 ${item} 项${CHOICE_NAMES[choice]}`).join('，')
