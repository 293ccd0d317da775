import { NATIONAL } from './national.ts'
import type { RuleProfile } from './profile.ts'

const incomplete = (province: string): string =>
  `${province}物业管理条例的正文还没有核对，暂按全国规则和纸质表决办理。请社区核对当地规定。`

/** Votes by tap only on the province's own platform: 川建行规〔2022〕9号. */
export const SICHUAN: RuleProfile = {
  id: 'sichuan',
  name: '四川省（全国规则，纸质表决）',
  version: 1,
  fictitious: false,
  incomplete: incomplete('四川省'),
  values: {
    ...NATIONAL.values,
    modes: {
      value: ['advisory', 'paper_assisted', 'official_external'],
      source: '川建行规〔2022〕9号：业主电子投票表决通过省级系统进行',
      confidence: 'quoted',
    },
  },
}

const onPaper = (id: string, province: string): RuleProfile => ({
  id,
  name: `${province}（全国规则，纸质表决）`,
  version: 1,
  fictitious: false,
  incomplete: incomplete(province),
  values: {
    ...NATIONAL.values,
    modes: {
      value: ['advisory', 'paper_assisted'],
      source: '当地有没有电子投票平台还没有查到，先用纸质表决',
      confidence: 'ours',
    },
  },
})

export const NINGXIA = onPaper('ningxia', '宁夏回族自治区')
export const HUNAN = onPaper('hunan', '湖南省')
