import { addDays, dayOf, startOfDay } from '#shared/kernel/calendar.ts'

export const RETAINED = [
  'complaints',
  'photos_unused_bytes',
  'ballots',
  'idle_accounts',
  'sights',
  'consents',
  'messages',
] as const
export type RetainedId = (typeof RETAINED)[number]

interface Retention {
  readonly id: RetainedId
  /** As a person reads it. */
  readonly what: string
  readonly days: number
  readonly period: string
  /** From when it runs. */
  readonly from: string
  readonly source: string
  /** `law` where a norm fixes it, `choice` where we found it the shortest that is needed. */
  readonly confidence: 'law' | 'practice' | 'choice'
}

const YEAR = 365

/** 个人信息保护法 §19: no longer than needed. A change is a new version of the profile. */
const RETENTION_PROFILE = {
  id: 'china-2026',
  version: 1,
  periods: [
    {
      id: 'complaints',
      what: '投诉和经过',
      days: 3 * YEAR,
      period: '3 年',
      from: '办结之日',
      source: '民法典第 188 条：诉讼时效三年',
      confidence: 'practice',
    },
    {
      id: 'photos_unused_bytes',
      what: '没有通过检查的照片',
      days: 90,
      period: '90 天',
      from: '作出决定之日',
      source: '个人信息保护法第 19 条：最短必要',
      confidence: 'choice',
    },
    {
      id: 'ballots',
      what: '选票和表决名册',
      days: 5 * YEAR,
      period: '5 年',
      from: '计票之日',
      source: '地方业主大会议事规则多为五年',
      confidence: 'practice',
    },
    {
      id: 'idle_accounts',
      what: '没有认领房屋、也不再使用的账号',
      days: 180,
      period: '180 天',
      from: '最后一次使用之日',
      source: '个人信息保护法第 19 条：最短必要',
      confidence: 'choice',
    },
    {
      id: 'sights',
      what: '谁看过您的信息',
      days: YEAR,
      period: '12 个月',
      from: '查看之日',
      source: '网络安全法第 21 条：日志不少于六个月',
      confidence: 'law',
    },
    {
      id: 'consents',
      what: '同意和撤回的记录',
      days: 3 * YEAR,
      period: '账号注销后 3 年',
      from: '注销之日',
      source: '个人信息保护法第 56、69 条：举证',
      confidence: 'practice',
    },
    {
      id: 'messages',
      what: '收到的消息',
      days: 180,
      period: '180 天',
      from: '收到之日',
      source: '个人信息保护法第 19 条：最短必要',
      confidence: 'choice',
    },
  ],
} as const satisfies { id: string; version: number; periods: readonly Retention[] }

export function retentionOf(id: RetainedId): Retention {
  const found = RETENTION_PROFILE.periods.find((period) => period.id === id)
  if (!found) throw new Error(`no retention period for ${id}`)
  return found
}

/** 00:00 in Shanghai on the first day on which it is kept no longer. */
export const keptUntil = (id: RetainedId, since: Date): Date =>
  startOfDay(addDays(dayOf(since), retentionOf(id).days + 1))
