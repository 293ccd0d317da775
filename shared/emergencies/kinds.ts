/** 应急事件清单 (S4 附件1（二）9): the thirteen that are named, then 退管, then what the list leaves open. */
export const KIND_NAMES = {
  power: '大面积停电或电力设备故障',
  water: '大面积停水',
  gas: '大面积天然气中断',
  sewage: '污水堵塞或外溢',
  pipe: '水管爆裂',
  falling: '高空抛物伤人或砸车',
  traffic: '交通事故',
  facade: '楼体外立面脱落',
  fire: '失火',
  shock: '人员触电',
  fight: '打架斗殴',
  theft: '偷盗抢劫',
  flood: '防汛',
  exit: '物业公司撤走',
  other: '其他突发事件',
} as const
export type Kind = keyof typeof KIND_NAMES
export const KINDS = Object.keys(KIND_NAMES) as [Kind, ...Kind[]]

/** What a checklist is made of, in the order in which it is gone through. */
export const STEPS = ['secure', 'call', 'cut', 'warn', 'inform', 'record'] as const
export type Step = (typeof STEPS)[number]

/** Where nothing can be shut off. */
const NOTHING_TO_CUT: readonly Kind[] = ['falling', 'traffic', 'fight', 'theft', 'exit']

export const stepsOf = (kind: Kind): readonly Step[] =>
  STEPS.filter((step) => step !== 'cut' || !NOTHING_TO_CUT.includes(kind))
