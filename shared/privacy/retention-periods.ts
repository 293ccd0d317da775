export const RETAINED = [
  'complaints',
  'emergencies',
  'photos_unused_bytes',
  'ballots',
  'petitions',
  'bills',
  'corrections',
  'idle_accounts',
  'sights',
  'consents',
  'messages',
  'access_logs',
] as const
export type RetainedId = (typeof RETAINED)[number]

type Length = { readonly years: number } | { readonly days: number }

export interface Retention {
  readonly id: RetainedId
  /** As a person reads it. */
  readonly what: string
  readonly keep: Length
  /** From when it runs. */
  readonly from: string
  readonly source: string
  /** `law` where a norm fixes it, `choice` where we found it the shortest that is needed. */
  readonly confidence: 'law' | 'practice' | 'choice'
  /** Kind of the job that removes it; `expiry` where the store forgets it itself, `log` where the log does. */
  readonly removedBy: string
  /** What puts it off, or what stays of it. */
  readonly besides?: string
}

/** 个人信息保护法 §19: no longer than needed. */
export const PERIODS: { readonly [Id in RetainedId]: Retention & { readonly id: Id } } = {
  complaints: {
    id: 'complaints',
    what: '投诉和经过',
    keep: { years: 3 },
    from: '办结之日',
    source: '民法典第 188 条：诉讼时效三年',
    confidence: 'practice',
    removedBy: 'COMPLAINT',
    besides: '没有办结的不删除；提出人注销账号的，从注销之日算起',
  },
  emergencies: {
    id: 'emergencies',
    what: '突发事件和处置经过',
    keep: { years: 3 },
    from: '复盘或认定不属实之日',
    source: '民法典第 188 条：诉讼时效三年',
    confidence: 'practice',
    removedBy: 'EMERGENCY',
    besides: '没有复盘的不删除；上报人注销账号的，他的姓名和写的话随即删除',
  },
  photos_unused_bytes: {
    id: 'photos_unused_bytes',
    what: '没有通过检查的照片和语音',
    keep: { days: 90 },
    from: '作出决定之日',
    source: '个人信息保护法第 19 条：最短必要',
    confidence: 'choice',
    removedBy: 'PHOTO',
    besides: '只留下“没有通过”的记录',
  },
  ballots: {
    id: 'ballots',
    what: '选票和表决名册',
    keep: { years: 5 },
    from: '计票之日',
    source: '地方业主大会议事规则多为五年',
    confidence: 'practice',
    removedBy: 'VOTE',
    besides: '有争议或撤销之诉未了结的不删除；表决结果的合计永久保留',
  },
  petitions: {
    id: 'petitions',
    what: '联名要求开业主大会的内容和联名的业主',
    keep: { years: 3 },
    from: '达到人数或截止之日',
    source: '民法典第 188 条：诉讼时效三年',
    confidence: 'choice',
    removedBy: 'PETITION',
    besides: '没有截止的，业主可以自己撤回',
  },
  bills: {
    id: 'bills',
    what: '物业费账单和缴费记录',
    keep: { years: 10 },
    from: '缴清之日',
    source: '会计档案管理办法',
    confidence: 'practice',
    removedBy: 'BILLS',
    besides: '没有缴清的不删除',
  },
  corrections: {
    id: 'corrections',
    what: '更正申请和答复',
    keep: { years: 3 },
    from: '答复之日',
    source: '民法典第 188 条：诉讼时效三年',
    confidence: 'choice',
    removedBy: 'CORRECTION',
    besides: '注销账号时一并删除',
  },
  idle_accounts: {
    id: 'idle_accounts',
    what: '没有认领房屋、也不再使用的账号',
    keep: { days: 180 },
    from: '最后一次使用之日',
    source: '个人信息保护法第 19 条：最短必要',
    confidence: 'choice',
    removedBy: 'IDLE',
  },
  sights: {
    id: 'sights',
    what: '谁看过您的信息',
    keep: { years: 1 },
    from: '查看之日',
    source: '网络安全法第 21 条：日志不少于六个月',
    confidence: 'law',
    removedBy: 'expiry',
  },
  consents: {
    id: 'consents',
    what: '同意、撤回和注销的记录',
    keep: { years: 3 },
    from: '注销之日',
    source: '个人信息保护法第 56、69 条：举证',
    confidence: 'practice',
    removedBy: 'expiry',
    besides: '账号存续期间一直保留',
  },
  messages: {
    id: 'messages',
    what: '收到的消息',
    keep: { days: 180 },
    from: '收到之日',
    source: '个人信息保护法第 19 条：最短必要',
    confidence: 'choice',
    removedBy: 'MESSAGE',
    besides: '注销账号时一并删除',
  },
  access_logs: {
    id: 'access_logs',
    what: '系统运行日志（不含姓名和手机号）',
    keep: { days: 365 },
    from: '产生之日',
    source: '网络安全法第 21 条：日志不少于六个月',
    confidence: 'law',
    removedBy: 'log',
  },
}

/** What has no period of its own, and why. */
interface Lasting {
  readonly what: string
  readonly until: string
  readonly why: string
}

export const LASTING: readonly Lasting[] = [
  {
    what: '姓名、房屋、手机号和微信登录标识',
    until: '到解除认领、撤回同意或注销为止',
    why: '没有它们就不能为您办事；注销时由注销任务删除',
  },
  {
    what: '登录过的设备',
    until: '到登录过期为止',
    why: '每次登录自带期限，过期自动删除',
  },
  {
    what: '读过哪些公告',
    until: '到注销为止',
    why: '用来给您标出未读；注销后只留下不带身份的已读人数',
  },
  {
    what: '业主名册的历次版本',
    until: '长期',
    why: '每次表决、每次产权变更都要能还原当日的名册（民法典第 278 条）；只供核实身份，查看有记录',
  },
  {
    what: '操作记录（谁授权、谁核实、谁导出）',
    until: '长期',
    why: '前后相连，删去一条就无法证明其余没有被改；只记编号，不记姓名和手机号',
  },
  {
    what: '任职记录和公告',
    until: '长期',
    why: '履行职务的公开行为，不属于个人生活',
  },
  {
    what: '表决结果、收费率等合计',
    until: '长期',
    why: '只有合计，认不出个人',
  },
]
