import type { RuleProfile } from './profile.ts'

const OURS = { source: '全国性规定没有写明，取稳妥的一种', confidence: 'ours' } as const

/** What holds where no local rule is known. */
export const NATIONAL: RuleProfile = {
  id: 'national',
  name: '全国规则',
  version: 1,
  fictitious: false,
  values: {
    noticeDays: { value: 15, source: '《物业管理条例》第十四条', confidence: 'full_text' },
    // Local rules differ (杭州 5 to 60 days); what is written in the rules of procedure comes with a later version.
    windowDaysAtLeast: { value: 1, ...OURS },
    windowDaysAtMost: { value: 60, ...OURS },
    // No national law makes a mini-program's tap a ballot; signed paper always is one.
    modes: {
      value: ['advisory', 'paper_assisted', 'official_external'],
      source: '《物业管理条例》第十二条，建房〔2009〕274号第二十二条',
      confidence: 'quoted',
    },
    electronicBasis: { value: null, ...OURS },
    parkingCounted: {
      value: false,
      source: '建房〔2009〕274号第二十五条交由议事规则约定，未约定的不计入',
      confidence: 'ours',
    },
    silent: {
      value: 'NOT_PARTICIPATING',
      source: '《民法典》第二百七十八条；建房〔2009〕274号第二十六条交由议事规则约定',
      confidence: 'ours',
    },
    revote: { value: 'FIRST_FINAL', ...OURS },
    // The cap on agents is local (潍坊: 3).
    proxyCap: {
      value: null,
      source: '《物业管理条例》第十二条只要求书面委托',
      confidence: 'full_text',
    },
  },
}
