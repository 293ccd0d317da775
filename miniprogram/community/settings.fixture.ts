import type { ClockRule } from '#shared/clocks/rule.ts'
import {
  DEFAULT_SETTINGS,
  type Settings,
  type SettingsVersion,
} from '#shared/complaints/settings.ts'

export const TWELVE_HOURS: ClockRule = {
  unit: 'hour',
  amount: 12,
  warnings: [{ kind: 'before', hours: 4 }],
  escalatesAfterHours: 0,
  source: '业主大会 2026 年 3 月决议',
  confidence: 'local',
}

export const withReply = (rule: ClockRule): Settings => ({
  ...DEFAULT_SETTINGS,
  periods: { ...DEFAULT_SETTINGS.periods, first_reply: rule },
})

export const versionOf = (
  version: number,
  settings: Settings = DEFAULT_SETTINGS,
): SettingsVersion => ({
  version,
  settings,
  ...(version > 0 && { changedAt: '2026-11-20T02:00:00.000Z', changedBy: '社区 郑*' }),
})
