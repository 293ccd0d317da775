import type {
  DifferenceKind,
  EntryState,
  PaperFigures,
  SheetMark,
  SheetState,
  SheetWay,
} from './terms.ts'

export const SHEET_STATE_NAMES: Readonly<Record<SheetState, string>> = {
  printed: '已印，未发出',
  issued: '已发出',
  returned: '已收回',
  void: '已作废',
  missing: '已登记遗失',
}

export const WAY_NAMES: Readonly<Record<SheetWay, string>> = {
  desk: '到办理点领取',
  door: '上门送达',
  post: '邮寄',
}

export const MARK_NAMES: Readonly<Record<SheetMark, string>> = {
  for: '同意',
  against: '反对',
  abstain: '弃权',
  blank: '没有选',
  double: '选了多项',
}

export const ENTRY_NAMES: Readonly<Record<EntryState, string>> = {
  none: '等第一人录入',
  one: '等第二人录入',
  differs: '两次录入不一致',
  settled: '两人录入一致',
}

export const DIFFERENCE_NAMES: Readonly<Record<DifferenceKind, string>> = {
  unprinted: '没有印表决票的业主',
  kept: '印了没有发出的表决票',
  out: '发出没有收回的表决票',
  missing: '登记遗失的表决票',
  late: '截止后才收回、不计票的表决票',
  unissued: '没有发出记录却收回的表决票',
}

/** The columns of the reconciliation, in their order. */
export const FIGURE_NAMES = {
  heads: '人数',
  unprinted: '未印',
  printed: '印制',
  issued: '发出过',
  kept: '未发出',
  out: '已发未收',
  returned: '收回',
  void: '作废',
  missing: '遗失',
  late: '迟交',
  entered: '已录入',
  waiting: '待录入',
} as const satisfies Partial<Record<keyof PaperFigures, string>>
