import { NATIONAL } from './national.ts'
import type { RuleProfile } from './profile.ts'

/** The city votes by tap on its own platform only; here that result is recorded. */
export const BEIJING: RuleProfile = {
  id: 'beijing',
  name: '北京市规则',
  version: 1,
  fictitious: false,
  values: {
    ...NATIONAL.values,
    modes: {
      value: ['advisory', 'paper_assisted', 'official_external'],
      source: '《北京市物业管理条例》第三十五条：互联网表决应当使用市电子投票系统',
      confidence: 'full_text',
    },
    resultDays: {
      value: 3,
      source: '《北京市物业管理条例》第三十七条',
      confidence: 'full_text',
    },
    filingDays: {
      value: 30,
      source: '《物业管理条例》第十六条；街道五个工作日内答复（《北京市物业管理条例》第四十三条）',
      confidence: 'full_text',
    },
  },
}

/** Agents vote as the principal said; the rest is the national rule. */
export const SHANGHAI: RuleProfile = {
  id: 'shanghai',
  name: '上海市规则',
  version: 1,
  fictitious: false,
  values: {
    ...NATIONAL.values,
    proxyOpinion: {
      value: 'required',
      source: '上海市业主大会议事规则示范文本：受托人按委托人的书面意见投票',
      confidence: 'quoted',
    },
    // 上海 courts respect a clause of the rules of procedure; it must be adopted, served and pointed out.
    silentAllowed: {
      value: ['NOT_PARTICIPATING', 'PARTICIPATES_AS_ABSTAIN', 'FOLLOWS_MAJORITY'],
      source: '上海市第二中级人民法院（2022）沪02民初16号（案例评析）',
      confidence: 'quoted',
    },
  },
}

/** The city's free platform is the rule there, paper on request. */
export const HANGZHOU: RuleProfile = {
  id: 'hangzhou',
  name: '杭州市规则',
  version: 1,
  fictitious: false,
  values: {
    ...NATIONAL.values,
    // Regular meetings 15 days; 7 days for extraordinary ones is less than the national rule and not used here.
    noticeDays: {
      value: 15,
      source: '《杭州市物业管理条例》第十九条，《物业管理条例》第十四条',
      confidence: 'full_text',
    },
    windowDaysAtLeast: {
      value: 5,
      source: '《杭州市物业管理条例》：表决期限五日至六十日',
      confidence: 'full_text',
    },
    windowDaysAtMost: {
      value: 60,
      source: '《杭州市物业管理条例》：表决期限五日至六十日',
      confidence: 'full_text',
    },
    modes: {
      value: ['advisory', 'paper_assisted', 'official_external'],
      source: '《杭州市物业管理条例》：电子表决用市电子表决系统，业主可以要求用纸质表决票',
      confidence: 'full_text',
    },
  },
}
