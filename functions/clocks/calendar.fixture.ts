import { api } from '#shared/api.ts'
import type { Sent } from '#shared/kernel/route.ts'

/** A table for 2027 such as an officer would type it: no notice has been published. */
export const TABLE_2027: Sent<typeof api.calendar.give> = {
  year: 2027,
  off: ['2027-01-01', '2027-05-01', '2027-05-02', '2027-10-01', '2027-10-02', '2027-10-03'],
  worked: ['2026-12-26'],
  source: '国务院办公厅关于2027年部分节假日安排的通知（测试用）',
  confidence: 'full_text',
}
