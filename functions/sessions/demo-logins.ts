import type { DemoLogin } from '#shared/sessions/contract.ts'
import type { Mode } from '../platform/ports.ts'

/** The demo persons, by login code. They exist on one machine in demo mode only. */
export const DEMO_LOGINS: readonly DemoLogin[] = [
  { code: 'demo:resident', name: '业主（两套房）', shows: '提投诉、投票、看账单' },
  { code: 'demo:coowner', name: '共有业主', shows: '与家人共有一套房，由代表投票' },
  { code: 'demo:tenant', name: '租户', shows: '能投诉、看公告，不能投票' },
  { code: 'demo:committee', name: '业委会主任', shows: '发公告、组织表决' },
  { code: 'demo:property', name: '物业客服', shows: '受理、回复投诉' },
  { code: 'demo:manager', name: '物业经理', shows: '看收费率、发公告' },
  { code: 'demo:community', name: '社区工作者', shows: '查看拿不准的投诉、现场核实、复核' },
  { code: 'demo:street', name: '街道工作人员', shows: '受理和办理上交的投诉、开联席会议' },
  { code: 'demo:district', name: '区县住建工作人员', shows: '看街道逾期没办的、区级联席会议' },
  {
    code: 'demo:newcomer',
    name: '新住户（还没有认领房屋）',
    shows: '从手机号开始，认领 1栋2单元702（名册上是陆娜航）',
  },
  { code: 'demo:admin', name: '平台管理员', shows: '授予、收回各级角色' },
]

export const isDemoCode = (code: string): boolean => code.startsWith('demo:')

export const isOffered = (code: string, mode: Mode): boolean =>
  mode === 'demo' && DEMO_LOGINS.some((login) => login.code === code)
