import { formatArea } from '#shared/kernel/area.ts'
import type { Choice, SilentPolicy } from '../terms.ts'
import { CHOICE_NAMES, SILENCE_NAMES, VERDICT_NAMES } from '../words.ts'

type Verdict = keyof typeof VERDICT_NAMES

interface Silent {
  readonly silentHeads: number
  readonly silentAreaCenti: number
  readonly countedAs?: Choice | undefined
}

/** Which silent owners there were and how they count. */
export function silenceSentence({ silentHeads, silentAreaCenti, countedAs }: Silent): string {
  if (silentHeads === 0) return '没有已送达而没有交回表决票的业主。'
  const who = `已送达、没有交回的有 ${silentHeads} 人、${formatArea(silentAreaCenti)}`
  return countedAs === undefined
    ? `${who}，这一项不计入（交回的票不够，或属于重大事项）。`
    : `${who}，这一项按“${CHOICE_NAMES[countedAs]}”计入。`
}

/** To be said first: silence alone made the difference. */
export const silenceDecidesSentence = (item: number, withIt: Verdict, without: Verdict): string =>
  `第 ${item} 项：把没有交回的表决票计入，结论是“${VERDICT_NAMES[withIt]}”；只算实际交回的票，结论是“${VERDICT_NAMES[without]}”。两种算法结论不同，请注意。`

export const policySentence = (policy: SilentPolicy, clause: string): string =>
  `${SILENCE_NAMES[policy]}（依据：${clause}）。送达有凭据的才计入，计入和不计入的结果都列出。`
