import type { Choice, SilentPolicy, VoteMode, VoteState } from './terms.ts'

export const STATE_NAMES: Readonly<Record<VoteState, string>> = {
  draft: '草稿',
  roll_published: '名册公示中',
  roll_frozen: '名册已冻结',
  noticed: '已公告',
  open: '投票中',
  closed: '已截止',
  counted: '已计票',
  result_published: '结果已公布',
  final: '结果已确定',
  filed: '已备案',
  executed: '已执行',
  no_quorum: '参与不足，没有形成决定',
  annulled: '已撤销',
  cancelled: '已取消',
}

export const MODE_NAMES: Readonly<Record<VoteMode, string>> = {
  advisory: '意向征询',
  paper_assisted: '纸质表决',
  official_external: '政府电子投票平台',
  local_electronic: '本小区电子表决',
}

export const CHOICE_NAMES: Readonly<Record<Choice, string>> = {
  for: '同意',
  against: '反对',
  abstain: '弃权',
}

export const CHANNEL_NAMES: Readonly<Record<'electronic' | 'paper', string>> = {
  electronic: '手机投票',
  paper: '纸质投票',
}

export const VERDICT_NAMES = {
  PASSED: '通过',
  REJECTED: '未通过',
  NO_QUORUM: '参与不足，不能形成决定',
} as const

export const SILENCE_NAMES: Readonly<Record<SilentPolicy, string>> = {
  NOT_PARTICIPATING: '没有交回表决票的，不算参与',
  PARTICIPATES_AS_ABSTAIN: '已送达没有交回的，算参与、按弃权计',
  FOLLOWS_MAJORITY: '已送达没有交回的，随已投票的多数',
}
