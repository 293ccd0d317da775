import { stepsOf, type Kind, type Step } from './kinds.ts'

/** What to do first of all, in plain words. `law` names the norm a step follows. */
interface Plan {
  readonly secure: string
  readonly call: string
  readonly cut?: string
  readonly warn: string
  /** For who lives there. */
  readonly advice: readonly [string, string]
  /** To be called at once. */
  readonly phones: readonly string[]
  readonly law?: Readonly<Partial<Record<Step, string>>>
}

export interface ChecklistStep {
  readonly step: Step
  readonly text: string
  readonly source: string
  readonly confidence: 'law' | 'ours'
}

const STOP_AND_REPORT = '民法典第 942 条：制止、报告并协助处理'

const PLANS: Readonly<Record<Kind, Plan>> = {
  power: {
    secure: '查看每部电梯，有人被困先安抚，叫维保来救',
    call: '打 95598 报供电故障；小区自己的设备叫值班电工',
    cut: '断开出故障的那一路，挂“有人工作，禁止合闸”',
    warn: '楼梯口放应急灯，提醒不要坐电梯',
    advice: ['不要坐电梯，走楼梯带上手电', '关掉电热器具，来电后再开'],
    phones: ['95598'],
  },
  water: {
    secure: '问一问老人、病人家里有没有急需用水',
    call: '打供水公司抢修电话，问清范围和恢复时间',
    cut: '停水泵，关水箱出水阀，防止来水冲坏',
    warn: '提醒关好龙头，刚来的水先放清',
    advice: ['关好家里的龙头，防止来水漫出来', '刚来的水先放一会儿，清了再用'],
    phones: [],
  },
  gas: {
    secure: '让人离开有气味的地方，不开关电器、不点火',
    call: '到室外打燃气公司抢修电话；有气味同时打 119',
    cut: '关单元燃气总阀；没有燃气公司的人，不得再开',
    warn: '拉警戒线，不让明火和车辆靠近',
    advice: ['闻到气味：开窗，不开灯不点火，到室外再打电话', '等燃气公司恢复，不要自己开总阀'],
    phones: ['119'],
    law: { call: '城镇燃气管理条例第 40 条：发现隐患立即告知、报告' },
  },
  sewage: {
    secure: '围住外溢的地方和打开的井口，谁也不下井',
    call: '叫疏通单位；市政管道堵的打 12345',
    cut: '停堵塞处上游的排水泵',
    warn: '井口放围栏，夜里放警示灯',
    advice: ['暂时少用水、少冲厕所，避免倒灌', '绕开井盖和积水，看好小孩'],
    phones: [],
  },
  pipe: {
    secure: '看有没有人被困，积水带不带电',
    call: '叫值班维修；市政水管打供水公司抢修电话',
    cut: '关最近的阀门；水靠近配电设备，先断电',
    warn: '积水处拉警戒线，提醒防滑、防触电',
    advice: ['远离积水里的电线和插座', '地下车库进水时，不要去开车'],
    phones: [],
  },
  falling: {
    secure: '先救伤者，把人撤离楼下',
    call: '打 110；有人受伤打 120',
    warn: '楼下拉警戒线，安排绕行，保护现场',
    advice: ['不要从这栋楼下面走，按指引绕行', '看见是谁抛的，告诉民警'],
    phones: ['110', '120'],
    law: {
      warn: '民法典第 1254 条：物业采取必要的安全保障措施',
      call: '民法典第 1254 条：公安机关依法及时调查',
    },
  },
  traffic: {
    secure: '护住伤者，不乱搬动，来车方向放警示牌',
    call: '打 122；有人受伤打 120',
    warn: '引导车辆绕行，留出消防车通道',
    advice: ['不要围观，给救护车让路', '按指引绕行'],
    phones: ['122', '120'],
    law: { secure: '道路交通安全法第 70 条：保护现场，抢救伤员' },
  },
  facade: {
    secure: '清空楼下，不让人和车从下面走',
    call: '报街道和住建部门，叫专业单位排险',
    cut: '封闭受影响的出入口和车位',
    warn: '从墙根往外围出足够宽的警戒区',
    advice: ['不要进警戒线，靠外墙的窗暂时不开', '车停到别处'],
    phones: [],
  },
  fire: {
    secure: '叫醒并疏散楼里的人，走楼梯，不坐电梯',
    call: '马上打 119，说清楼栋、楼层、有没有人被困',
    cut: '切断着火处的电和燃气，启动消防泵和排烟',
    warn: '清空消防车通道，派人到路口接车',
    advice: ['走楼梯，弯腰捂住口鼻，不坐电梯', '下不来就关门堵缝，到窗口呼救，打 119'],
    phones: ['119', '120'],
    law: { call: '消防法第 44 条：发现火灾立即报警', secure: '消防法第 44 条：立即组织疏散' },
  },
  shock: {
    secure: '先断电再救人，不用手去拉',
    call: '打 120；供电设施打 95598',
    cut: '拉下这一路电闸，挂牌，派人看守',
    warn: '围住带电的地方，尤其是积水',
    advice: ['离带电的地方和积水远一些', '不要自己合闸'],
    phones: ['120', '95598'],
  },
  fight: {
    secure: '两名以上保安到场劝开，把小孩带走',
    call: '打 110；有人受伤打 120',
    warn: '守住通道，不让更多人围上来',
    advice: ['不要围观，不要上前', '看见经过的，告诉民警'],
    phones: ['110', '120'],
    law: { call: STOP_AND_REPORT, secure: STOP_AND_REPORT },
  },
  theft: {
    secure: '先保证人的安全，不追带凶器的人',
    call: '打 110，派人守住出入口',
    warn: '提醒邻居锁好门窗，保存监控，保护现场',
    advice: ['锁好门窗，不要自己去追', '丢了东西先不动现场，打 110'],
    phones: ['110'],
    law: { call: STOP_AND_REPORT },
  },
  flood: {
    secure: '先转移地下室和低洼处的人',
    call: '报街道防汛值班；水进电房打 95598',
    cut: '水进配电房前断电，停用地下电梯',
    warn: '车库口放挡水板和沙袋，积水处放警示牌',
    advice: ['不要去地下车库挪车', '远离积水里的电线和井盖'],
    phones: [],
  },
  exit: {
    secure: '守住门岗、消防控制室、水泵房、配电房和电梯',
    call: '报街道和区县住建部门，请街道组织应急服务',
    warn: '封存业主资料、钥匙、图纸和账目，清点交接',
    advice: [
      '新物业接管前，原物业应当继续服务（民法典第 950 条）',
      '水、电、电梯有事，照常在这里上报',
    ],
    phones: [],
    law: {
      secure: '民法典第 950 条：接管之前继续处理物业服务事项',
      warn: '民法典第 949 条：移交必需的用房、设施和资料',
    },
  },
  other: {
    secure: '先保证人的安全',
    call: '危及生命打 110、119、120',
    cut: '停用有危险的设备',
    warn: '围住有危险的地方',
    advice: ['离有危险的地方远一些', '听现场工作人员指引'],
    phones: ['110', '119', '120'],
  },
}

const ALWAYS = {
  inform: '写明预计恢复时间，门口和楼栋群同时告诉居民',
  record: '拍照，记下时间、谁到场、做了什么',
} as const

const OURS = '本产品整理的通行做法，文件没有规定；有当地预案的按预案'

/** What staff go through, in order, each step with where it comes from. */
export const checklistOf = (kind: Kind): readonly ChecklistStep[] =>
  stepsOf(kind).map((step) => {
    const law = PLANS[kind].law?.[step]
    const text = step === 'inform' || step === 'record' ? ALWAYS[step] : (PLANS[kind][step] ?? '')
    return { step, text, source: law ?? OURS, confidence: law === undefined ? 'ours' : 'law' }
  })

/** What residents had better do, and whom to call first. */
export const adviceFor = (kind: Kind): Pick<Plan, 'advice' | 'phones'> => PLANS[kind]
