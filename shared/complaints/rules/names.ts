import type { EventKind } from './acts.ts'
import { DEPARTMENTS } from './routing.ts'

/** What happened, as the history says it. */
export const EVENT_NAMES: Readonly<Record<EventKind, string>> = {
  filed: '提交',
  accepted: '受理',
  replied: '回复',
  resolved: '办完',
  disputed: '提出异议',
  confirmed: '确认办结',
  opened: '内容检查通过，已送达',
  routed: '转街道',
  accepted_at_street: '街道受理',
  onsite_recorded: '现场核实',
  handling: '开始办理',
  found: '写明结论',
  escalated: '上交一级',
  timed_out: '逾期自动转街道',
  meeting_recorded: '联席会议决议',
  mediation_begun: '转调解',
  litigation_begun: '走诉讼途径',
  taken_back: '转回街道办理',
  referred: '转有关部门',
  declined: '不予受理',
  withdrawn: '撤回',
  merged: '并入更早的一件',
  closed_unanswered: '未答复结案',
  reviewed: '复核',
  urged: '催办',
  paused: '暂停计时',
  resumed: '恢复计时',
  noted: '内部备注',
  said: '留言',
  warned: '临近期限提醒',
  breached: '已过期限',
  reminded: '提醒确认',
  recomputed: '期限按新节假日重算',
  came_back: '恢复单独办理',
  clocks_begun: '开始计算期限',
}

/** Of departments of the community's routing table, by id; of one it no longer has, as it is called everywhere. */
export const departmentName = (
  departments: readonly { readonly id: string; readonly name: string }[],
  id: string | undefined,
): string => [...departments, ...DEPARTMENTS].find((one) => one.id === id)?.name ?? id ?? ''
