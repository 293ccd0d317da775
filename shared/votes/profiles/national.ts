import type { RuleProfile } from './profile.ts'

const OURS = { source: '全国性规定没有写明，取稳妥的一种', confidence: 'ours' } as const

/** What holds where no local rule is known. */
export const NATIONAL: RuleProfile = {
  id: 'national',
  name: '全国规则',
  version: 1,
  fictitious: false,
  values: {
    rollObjectionDays: { value: 7, ...OURS },
    // The order is laid down for committees in 吴忠 (宁夏); the days are ours, it names none. Nationally the residents'
    // committee is told and heard: 物业管理条例 arts. 14 and 20.
    gate: {
      value: { steps: ['consultation', 'summary', 'party', 'residents'], consultationDays: 7 },
      source:
        '《物业管理条例》第十四条、第二十条（告知居民委员会并听取建议）；吴忠市《关于进一步加强物业服务管理工作的意见》一（三）；天数没有写明',
      confidence: 'ours',
    },
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
    silentAllowed: {
      value: ['NOT_PARTICIPATING'],
      source: '《民法典》第二百七十八条；建房〔2009〕274号第二十六条交由议事规则约定',
      confidence: 'ours',
    },
    silentNeeds: { value: { numerator: 1, denominator: 2 }, ...OURS },
    silentOnSpecial: { value: false, ...OURS },
    // As for whatever else cannot be taken back: a phone left on a table casts no ballot.
    loginFreshMinutes: { value: 10, ...OURS },
    signatureRequired: {
      value: true,
      source: '建房〔2009〕274号第二十二条：表决票由业主本人签名',
      confidence: 'quoted',
    },
    revote: { value: 'FIRST_FINAL', ...OURS },
    // The cap on agents is local (潍坊: 3).
    proxyCap: {
      value: null,
      source: '《物业管理条例》第十二条只要求书面委托',
      confidence: 'full_text',
    },
    // 舟山 forbids it; nowhere is it asked for, and the provider has an interest in most matters.
    proxyExcluded: { value: ['property_staff'], ...OURS },
    proxyOpinion: { value: 'optional', ...OURS },
    // 珠海 takes a login to the official system for service; that WeChat took a message shows nobody reading it.
    servedBy: {
      value: ['read', 'paper', 'post'],
      source:
        '全国性规定没有写明；上海二中院（2022）沪02民初16号要求有效送达，珠海以登录官方系统为送达',
      confidence: 'ours',
    },
    // 建房〔2009〕274号 art. 30 asks for publication without delay; 北京 and 青岛 name three days.
    resultDays: {
      value: 3,
      source: '建房〔2009〕274号第三十条要求及时公告，没有写明天数',
      confidence: 'ours',
    },
    resultObjectionDays: { value: 7, ...OURS },
    filingDays: { value: 30, source: '《物业管理条例》第十六条', confidence: 'full_text' },
    // 条例 art. 13 names owners; 274号 art. 21 both axes.
    petition: {
      value: { numerator: 1, denominator: 5 },
      source: '《物业管理条例》第十三条；建房〔2009〕274号第二十一条',
      confidence: 'recalled',
    },
    // No law ends a petition. Ours does, so that nobody's name stands under an old question for ever.
    petitionDays: { value: 90, ...OURS },
  },
}
