/** Roles of the seeds (业主, 使用人, 业委会, 物业, 项目负责人, 社区, 街道); one person may hold several. */
export const ROLES = [
  'owner',
  'tenant',
  'committee',
  'property',
  'manager',
  'community',
  'street',
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
}

const EVERYBODY = ROLES
const HOUSEHOLD = ['owner', 'tenant'] as const
const PROPERTY = ['property', 'manager'] as const
const OFFICES = ['community', 'street'] as const

/** Who may do what, by role. What depends on the object (whose complaint, which home) is a rule of its feature. */
export const PERMISSIONS = {
  'community:read': EVERYBODY,
  'photo:add': EVERYBODY,
  'complaint:file': HOUSEHOLD,
  'complaint:read': [...HOUSEHOLD, ...PROPERTY, ...OFFICES],
  'complaint:queue': [...PROPERTY, ...OFFICES],
  'complaint:handle': PROPERTY,
  'complaint:close': HOUSEHOLD,
  'complaint:release': OFFICES,
  'notice:read': EVERYBODY,
  'notice:publish': ['committee', 'manager', 'property'],
  'vote:read': EVERYBODY,
  'vote:conduct': ['committee'],
  'vote:cast': ['owner'],
  'fee:read': HOUSEHOLD,
  'fee:standard': EVERYBODY,
  'fee:collection': ['committee', ...PROPERTY],
} as const satisfies Readonly<Record<string, readonly Role[]>>

export type Permission = keyof typeof PERMISSIONS

export const PERMISSION_NAMES: Readonly<Record<Permission, string>> = {
  'community:read': '查看小区',
  'photo:add': '上传照片',
  'complaint:file': '提交投诉',
  'complaint:read': '查看投诉',
  'complaint:queue': '查看待办投诉',
  'complaint:handle': '办理投诉',
  'complaint:close': '确认或提出异议',
  'complaint:release': '放行待审内容',
  'notice:read': '查看公告',
  'notice:publish': '发布公告',
  'vote:read': '查看表决',
  'vote:conduct': '组织表决',
  'vote:cast': '投票',
  'fee:read': '查看账单',
  'fee:standard': '查看收费标准',
  'fee:collection': '查看收费率',
}

export const can = (roles: readonly Role[], permission: Permission): boolean =>
  roles.some((role) => (PERMISSIONS[permission] as readonly Role[]).includes(role))

/** The role by which a person does it, of several held: what others are shown beside the name. */
export const actingRole = (roles: readonly Role[], permission: Permission): Role | undefined =>
  roles.find((role) => can([role], permission))
