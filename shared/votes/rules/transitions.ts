import type { VoteState } from '../terms.ts'

/** Who brings a vote a step on: the committee (or the preparatory group), two people of two offices, the street, time. */
export type Mover = 'committee' | 'two_people' | 'street' | 'clock'

export interface Transition {
  readonly act: string
  /** As `不能…` says it. */
  readonly words: string
  readonly from: readonly VoteState[]
  readonly to: VoteState
  readonly by: Mover
  readonly law: string
  readonly confidence: 'full_text' | 'quoted' | 'recalled' | 'ours'
}

const BEFORE_OPENING = ['roll_published', 'roll_frozen', 'noticed'] as const
const DECIDED = ['result_published', 'final', 'filed', 'executed'] as const

/**
 * Every way from state to state. A consultation of opinion (意向征询) decides nothing: it skips the roll's publication,
 * and its count is final at once.
 */
export const TRANSITIONS = [
  {
    act: 'publishRoll',
    words: '公示业主名册',
    from: ['draft'],
    to: 'roll_published',
    by: 'committee',
    law: '建房〔2009〕274号第十二条、第二十三条：投票权人、人数和面积先公示',
    confidence: 'recalled',
  },
  {
    act: 'freezeRoll',
    words: '冻结业主名册',
    from: ['roll_published'],
    to: 'roll_frozen',
    by: 'committee',
    law: '建房〔2009〕274号第二十三条、第二十四条：以公示无异议的名册计算投票权',
    confidence: 'recalled',
  },
  {
    act: 'freezeAdvisoryRoll',
    words: '冻结业主名册',
    from: ['draft'],
    to: 'roll_frozen',
    by: 'committee',
    law: '意向征询不产生决定，名册不必先公示',
    confidence: 'ours',
  },
  {
    act: 'giveNotice',
    words: '发出公告',
    from: ['roll_frozen'],
    to: 'noticed',
    by: 'committee',
    law: '《物业管理条例》第十四条：会议召开十五日以前通知全体业主',
    confidence: 'full_text',
  },
  {
    act: 'redraftNoticed',
    words: '修改内容',
    from: ['noticed'],
    to: 'roll_frozen',
    by: 'committee',
    law: '《北京市物业管理条例》第三十五条：不得就公告以外的事项表决；改了内容要重新公告',
    confidence: 'full_text',
  },
  {
    act: 'open',
    words: '开始投票',
    from: ['noticed'],
    to: 'open',
    by: 'clock',
    law: '《物业管理条例》第十四条',
    confidence: 'full_text',
  },
  {
    act: 'close',
    words: '截止投票',
    from: ['open'],
    to: 'closed',
    by: 'clock',
    law: '公告写明的截止时间',
    confidence: 'ours',
  },
  {
    act: 'confirmCount',
    words: '确认计票',
    from: ['closed'],
    to: 'counted',
    by: 'two_people',
    law: '建房〔2009〕274号第三十条：会议作书面记录并存档；由业委会和社区各一人核对',
    confidence: 'ours',
  },
  {
    act: 'publishResult',
    words: '公布结果',
    from: ['counted'],
    to: 'result_published',
    by: 'committee',
    law: '建房〔2009〕274号第三十条：表决结果及时公告',
    confidence: 'recalled',
  },
  {
    act: 'publishNoQuorum',
    words: '公布结果',
    from: ['counted'],
    to: 'no_quorum',
    by: 'committee',
    law: '《民法典》第二百七十八条：参与表决的人数、面积没有达到三分之二',
    confidence: 'full_text',
  },
  {
    act: 'countAdvisory',
    words: '计票',
    from: ['closed'],
    to: 'final',
    by: 'clock',
    law: '意向征询不产生决定，截止后即公布',
    confidence: 'ours',
  },
  {
    act: 'endObjections',
    words: '结束异议期',
    from: ['result_published'],
    to: 'final',
    by: 'clock',
    law: '异议期满，没有未答复的异议',
    confidence: 'ours',
  },
  {
    act: 'file',
    words: '登记备案',
    from: ['final', 'executed'],
    to: 'filed',
    by: 'committee',
    law: '《物业管理条例》第十六条：三十日内备案',
    confidence: 'full_text',
  },
  {
    act: 'execute',
    words: '登记执行',
    from: ['final', 'filed'],
    to: 'executed',
    by: 'committee',
    law: '《民法典》第二百八十条：业主大会的决定对业主具有法律约束力',
    confidence: 'full_text',
  },
  {
    act: 'annul',
    words: '登记撤销',
    from: DECIDED,
    to: 'annulled',
    by: 'street',
    law: '《民法典》第二百八十条（人民法院撤销）；《物业管理条例》第十九条（责令改正或者撤销）',
    confidence: 'full_text',
  },
  {
    act: 'cancel',
    words: '取消',
    from: ['draft', ...BEFORE_OPENING, 'open'],
    to: 'cancelled',
    by: 'committee',
    law: '截止以前可以取消并说明理由；截止以后必须公布结果',
    confidence: 'ours',
  },
] as const satisfies readonly Transition[]

export type VoteAct = (typeof TRANSITIONS)[number]['act']

export const transitionOf = (act: VoteAct): Transition => {
  const found: Transition | undefined = TRANSITIONS.find((one) => one.act === act)
  if (!found) throw new Error(`no transition is called ${act}`)
  return found
}
