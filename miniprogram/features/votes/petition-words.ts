import { formatArea } from '#shared/kernel/area.ts'
import { formatDay, dayOf, addDays, formatTime } from '#shared/kernel/calendar.ts'
import type {
  Petition,
  PetitionCard,
  PetitionCheck,
  PetitionRule,
  PetitionState,
  PetitionSupport,
} from '#shared/votes/petitions/petition.ts'
import type { Tone } from '#miniprogram/platform/ui/tone.ts'
import type { Axis } from '#miniprogram/platform/ui/two-axis-bar.tsx'
import { heads } from './words.ts'

const PETITION_WORDS: Readonly<Record<PetitionState, { word: string; tone: Tone }>> = {
  open: { word: '正在联名', tone: 'amber' },
  reached: { word: '人数已达到', tone: 'jade' },
  lapsed: { word: '人数没有达到', tone: 'grey' },
}

type Standing = Pick<PetitionCard, 'state' | 'check'>

export const petitionWord = ({ state, check }: Standing): { word: string; tone: Tone } =>
  check === undefined ? PETITION_WORDS[state] : CHECK_WORDS[check]

const CHECK_WORDS: Readonly<Record<PetitionCheck, { word: string; tone: Tone }>> = {
  checking: { word: '正在检查', tone: 'grey' },
  held: { word: '待社区查看', tone: 'grey' },
}

/** To whoever wrote it: who sees it when. */
export const CHECK_SENTENCES: Readonly<Record<PetitionCheck, string>> = {
  checking: '文字正在自动检查，一般几分钟就好。通过以后邻居才能看到、才能联名。',
  held: '文字没有通过自动检查，社区会来看，没有问题就放行。您也可以换个说法，重新发起一件。',
}

/** `已有 3 人联名，要 20 人。`: heads decide. */
export const supportNote = ({ heads: n, neededHeads }: PetitionSupport): string =>
  `已有 ${heads(n)}联名，要 ${heads(neededHeads)}`

/** Until when one may join, or since when it is enough. */
export function petitionTime({ state, until, reachedAt }: PetitionCard, now: Date): string {
  if (reachedAt !== undefined) return `${formatTime(new Date(reachedAt), now)} 达到人数`
  const lastDay = formatDay(addDays(dayOf(new Date(until)), -1), now)
  return state === 'open' ? `联名到 ${lastDay}` : `${lastDay} 已截止`
}

const DIGITS = '零一二三四五六七八九十'

/** `五分之一`, as a law writes it. */
const shareWords = ({
  numerator,
  denominator,
}: Pick<PetitionRule, 'numerator' | 'denominator'>): string => {
  const [over, under] = [denominator, numerator].map((n) => DIGITS[n] ?? ` ${n} `)
  return `${over}分之${under}`
}

/** What there is to know before anybody has asked for one. */
export const ruleNote = (rule: PetitionRule): string =>
  `业主联名达到全体业主人数的${shareWords(rule)}，业委会就要组织业主大会临时会议。联名开放 ${rule.days} 天。`

interface Amounts {
  readonly have: number
  readonly needed: number
  readonly all: number
}

function axis(
  name: string,
  { have, needed, all }: Amounts,
  { numerator, denominator }: Petition['rule'],
  say: (n: number) => string,
): Axis {
  const missing = needed - have
  const stands = `全体 ${say(all)}中已有 ${say(have)}联名，`
  return {
    name,
    base: all,
    threshold: { numerator, denominator },
    parts: [{ kind: 'for', amount: have, words: say(have), name: '联名' }],
    sentence:
      missing <= 0
        ? `${stands}达到要求的 ${say(needed)}。`
        : `${stands}要 ${say(needed)}，还差 ${say(missing)}。`,
  }
}

export const petitionAxes = ({ support, rule }: Pick<Petition, 'support' | 'rule'>) => {
  const { heads: n, neededHeads, totalHeads, areaCenti, neededAreaCenti, totalAreaCenti } = support
  const byHeads = { have: n, needed: neededHeads, all: totalHeads }
  const byArea = { have: areaCenti, needed: neededAreaCenti, all: totalAreaCenti }
  return {
    heads: axis('人数', byHeads, rule, heads),
    area: axis('面积', byArea, rule, formatArea),
  }
}
