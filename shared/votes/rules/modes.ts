import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { VoteMode } from '../terms.ts'
import type { RuleValues } from '../profiles/profile.ts'
import { MODE_NAMES } from '../words.ts'

/** The rules a vote stands under, as far as words need them. */
export interface NamedRules extends Pick<RuleValues, 'modes' | 'electronicBasis'> {
  readonly name: string
  readonly fictitious: boolean
}

/** An opinion may always be asked for; a tap is a ballot only where the rules of the place say so (电子签名法 art. 3). */
export function canBeHeldIn(
  mode: VoteMode,
  rules: NamedRules,
): Decision<VoteMode, 'votes.mode_not_allowed'> {
  const params = { mode: MODE_NAMES[mode], rules: rules.name }
  return rules.modes.includes(mode) ? accept(mode) : refuse('votes.mode_not_allowed', params)
}

const TAKEN_BY_TAP: readonly VoteMode[] = ['advisory', 'local_electronic']

/** Where a tap is no ballot, none is taken: nobody is to believe they have voted. */
export const canBeCastByTap = (
  mode: VoteMode,
  rules: NamedRules,
): Decision<VoteMode, 'votes.not_by_tap'> =>
  TAKEN_BY_TAP.includes(mode)
    ? accept(mode)
    : refuse('votes.not_by_tap', { sentence: modeSentence(mode, rules) })

/** What a tap legally is. */
export function modeSentence(mode: VoteMode, rules: NamedRules): string {
  const fiction = rules.fictitious ? '本小区用的是虚构的示范规则，现实中没有法律效力。' : ''
  return fiction + SENTENCES[mode](rules)
}

const SENTENCES: Readonly<Record<VoteMode, (rules: NamedRules) => string>> = {
  advisory: () => '这是意向征询，只用来了解大家的想法：您的选择不是正式投票，结果不产生约束力。',
  paper_assisted: () => '这是纸质表决：本人签名的纸质表决票才有效，在手机上点选不算投票。',
  official_external: () => '这次表决在政府的电子投票平台上进行，在这里点选不算投票。',
  local_electronic: ({ electronicBasis }) =>
    `这是正式表决：您点“确认投票”，就是投出本人的一票，与在纸质表决票上签名相同（依据：${electronicBasis ?? '本小区议事规则'}）。`,
}
