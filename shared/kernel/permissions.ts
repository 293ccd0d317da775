/**
 * Every role of the domain, in the order in which a matrix shows them; one person may hold several.
 * `interim` acts where there is no committee (物管会, 环物会), `preparatory` until the first meeting or a re-election (筹备组、换届小组),
 * `community` covers the community's workers and its grid workers (网格员), which a post tells apart.
 * Owners and tenants hold theirs by their homes; every other one is given.
 */
export const ROLES = [
  'owner',
  'tenant',
  'committee',
  'property',
  'manager',
  'community',
  'street',
  'interim',
  'preparatory',
  'company',
  'district',
  'admin',
  'representative',
  'party',
  'mediator',
  'developer',
  'utility',
  'department',
  'evaluator',
  'city',
] as const
export type Role = (typeof ROLES)[number]

export const ROLE_NAMES: Readonly<Record<Role, string>> = {
  owner: '业主',
  tenant: '租户',
  committee: '业委会',
  property: '物业客服',
  manager: '物业经理',
  community: '社区',
  street: '街道',
  interim: '物管会（环物会）',
  preparatory: '筹备组',
  company: '物业企业',
  district: '区县住建',
  admin: '平台管理员',
  representative: '业主代表',
  party: '社区党组织',
  mediator: '调解员',
  developer: '建设单位',
  utility: '水电气暖等专业单位',
  department: '有关部门',
  evaluator: '评估机构',
  city: '市住建',
}

const HOUSEHOLD = ['owner', 'tenant'] as const
const COMMITTEE = ['committee', 'interim'] as const
const PROPERTY = ['property', 'manager'] as const
const OFFICES = ['community', 'street'] as const
/** Who takes part in a community's life; the rest are recorded and may do nothing yet. */
const PRESENT = [...HOUSEHOLD, ...COMMITTEE, 'preparatory', ...PROPERTY, ...OFFICES] as const
/** Who looks at a community from above it: what is published there, and its figures. */
const ABOVE = ['company', 'district'] as const
const GIVERS = ['manager', 'community', 'street', 'company', 'district', 'admin'] as const

/** Who may do what, by role. What depends on the object (whose complaint, which home) is a rule of its feature. */
export const PERMISSIONS = {
  'community:read': [...PRESENT, ...ABOVE, 'admin'],
  'photo:add': PRESENT,
  'complaint:file': HOUSEHOLD,
  'complaint:read': [...HOUSEHOLD, ...PROPERTY, ...OFFICES, 'district'],
  'complaint:queue': [...PROPERTY, ...OFFICES, 'district'],
  'complaint:handle': PROPERTY,
  // Who has what is the property's own affair.
  'complaint:assign': PROPERTY,
  'complaint:close': HOUSEHOLD,
  'complaint:release': OFFICES,
  'complaint:frozen': OFFICES,
  'complaint:answer': [...PROPERTY, 'street', 'district'],
  'complaint:route': [...HOUSEHOLD, ...OFFICES],
  'complaint:street': ['street'],
  'complaint:district': ['district'],
  'complaint:settings': OFFICES,
  'complaint:visit': OFFICES,
  'complaint:meet': ['street', 'district'],
  'complaint:elsewhere': [...HOUSEHOLD, 'street', 'district'],
  'complaint:merge': [...PROPERTY, ...OFFICES],
  'complaint:close_unanswered': ['community'],
  'complaint:review': [...OFFICES, 'district'],
  // Whoever sits at a public window files for who has no phone; the property is the one complained of.
  'complaint:window': OFFICES,
  // Made one's own by the paper of the window: to read it takes a home of the community.
  'complaint:claim': HOUSEHOLD,
  // Whoever may read it may take it to court; the mediator while it is with them.
  'complaint:evidence': [...HOUSEHOLD, ...PROPERTY, ...OFFICES, 'district', 'mediator'],
  'notice:read': [...PRESENT, ...ABOVE],
  'notice:publish': [...COMMITTEE, 'manager', 'property'],
  'vote:read': [...PRESENT, ...ABOVE],
  'vote:conduct': [...COMMITTEE, 'preparatory'],
  // Whose head it is, is the vote's rule: a tenant casts as well where an owner gave them a written mandate.
  'vote:cast': HOUSEHOLD,
  // Papers of a vote come in over a desk: the committee's or the community's, never the property's.
  'vote:assist': [...COMMITTEE, 'preparatory', 'community'],
  // Ballots on paper go through two offices' hands; whoever works for the property has none in them, whatever else they are.
  'vote:paper': [...COMMITTEE, 'preparatory', 'community'],
  'vote:object': ['owner'],
  // 物业管理条例 art. 13: owners ask for an assembly. Not before the eyes of the property, which they may want to change.
  'vote:petition': ['owner'],
  'vote:petitions': ['owner', ...COMMITTEE, 'preparatory', ...OFFICES],
  // Who has to check that they are enough.
  'vote:petitioners': [...COMMITTEE, 'preparatory', 'community'],
  // Two people of two offices look at a count before anybody else: who conducted it, and the community.
  'vote:confirm': [...COMMITTEE, 'preparatory', 'community'],
  'vote:annul': ['street'],
  'vote:dispute': OFFICES,
  'fee:read': HOUSEHOLD,
  'fee:standard': [...PRESENT, ...ABOVE],
  'fee:collection': [...COMMITTEE, ...PROPERTY, ...ABOVE],
  'register:read': [...COMMITTEE, 'preparatory', ...PROPERTY, 'community'],
  'register:import': [...COMMITTEE, 'preparatory', ...PROPERTY],
  'register:export': [...COMMITTEE, 'preparatory', 'manager'],
  'binding:confirm': [...COMMITTEE, 'community'],
  'binding:assist': [...COMMITTEE, ...PROPERTY, 'community'],
  'role:read': [...COMMITTEE, ...GIVERS],
  'role:give': GIVERS,
  'audit:read': [...COMMITTEE, ...OFFICES, ...ABOVE, 'admin'],
  'calendar:read': [...COMMITTEE, ...PROPERTY, ...OFFICES, ...ABOVE, 'admin'],
  'calendar:edit': ['admin'],
  // Whoever is there says so; whoever takes part in the community's life knows what is confirmed.
  'emergency:report': [...HOUSEHOLD, ...COMMITTEE, ...PROPERTY, ...OFFICES],
  'emergency:read': [...PRESENT, ...ABOVE],
  // Who is told at once is who confirms, acts and says when it is over; the offices look back at it.
  'emergency:handle': [...PROPERTY, ...OFFICES],
  'emergency:review': OFFICES,
  'emergency:area': ['street', 'district'],
} as const satisfies Readonly<Record<string, readonly Role[]>>

export type Permission = keyof typeof PERMISSIONS

export const PERMISSION_NAMES: Readonly<Record<Permission, string>> = {
  'community:read': '查看小区',
  'photo:add': '上传照片',
  'complaint:file': '提交投诉',
  'complaint:read': '查看投诉',
  'complaint:queue': '查看待办投诉',
  'complaint:handle': '办理投诉',
  'complaint:assign': '交办投诉',
  'complaint:close': '确认或提出异议',
  'complaint:release': '放行待审内容',
  'complaint:frozen': '调阅封存的投诉',
  'complaint:answer': '答复、办结、上交投诉',
  'complaint:route': '把投诉转街道',
  'complaint:street': '街道受理和办理投诉',
  'complaint:district': '查看区县投诉',
  'complaint:settings': '修改投诉设置',
  'complaint:visit': '记录现场核实',
  'complaint:meet': '召开联席会议、转有关部门',
  'complaint:elsewhere': '转调解或诉讼',
  'complaint:merge': '合并投诉',
  'complaint:close_unanswered': '按未答复结案',
  'complaint:review': '复核投诉',
  'complaint:window': '在窗口替人提交投诉',
  'complaint:claim': '凭回执认领投诉',
  'complaint:evidence': '导出投诉案卷',
  'notice:read': '查看公告',
  'notice:publish': '发布公告',
  'vote:read': '查看表决',
  'vote:conduct': '组织表决',
  'vote:cast': '投票',
  'vote:assist': '登记表决的送达和委托',
  'vote:paper': '办理纸质表决票',
  'vote:object': '对名册或结果提出异议',
  'vote:petition': '联名要求开会',
  'vote:petitions': '查看联名',
  'vote:petitioners': '查看联名业主',
  'vote:confirm': '核对计票结果',
  'vote:annul': '登记撤销表决',
  'vote:dispute': '登记表决争议',
  'fee:read': '查看账单',
  'fee:standard': '查看收费标准',
  'fee:collection': '查看收费率',
  'register:read': '查看业主名册',
  'register:import': '导入业主名册',
  'register:export': '导出业主名册',
  'binding:confirm': '核实房屋',
  'binding:assist': '帮居民登记房屋',
  'role:read': '查看角色与授权',
  'role:give': '授予或收回角色',
  'audit:read': '查看操作记录',
  'calendar:read': '查看工作日历',
  'calendar:edit': '录入放假安排',
  'emergency:report': '上报突发事件',
  'emergency:read': '查看突发事件',
  'emergency:handle': '处置突发事件',
  'emergency:review': '复盘突发事件',
  'emergency:area': '查看辖区突发事件',
}

export const can = (roles: readonly Role[], permission: Permission): boolean =>
  roles.some((role) => (PERMISSIONS[permission] as readonly Role[]).includes(role))

/** The role by which a person does it, of several held: what others are shown beside the name. */
export const actingRole = (roles: readonly Role[], permission: Permission): Role | undefined =>
  roles.find((role) => can([role], permission))
