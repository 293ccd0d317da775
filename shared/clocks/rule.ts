import * as z from '#shared/kernel/zod.ts'

/** The clocks a matter may have. Several run side by side; of one name never two at once. */
export const CLOCK_NAMES = [
  'first_reply',
  'resolve',
  'street_accept',
  'onsite',
  'street_handling',
  'joint_meeting',
  'review',
  'petition_inform',
  'petition_conclude',
] as const
export const ClockName = z.enum(CLOCK_NAMES)
export type ClockName = z.infer<typeof ClockName>

/** What a period is counted in. */
export const ClockUnit = z.enum(['hour', 'working_day', 'calendar_day'])
export type ClockUnit = z.infer<typeof ClockUnit>

/** When somebody is told beforehand: half-way through, or hours before it is due. */
export const Warning = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('half') }),
  z.object({ kind: z.literal('before'), hours: z.int().min(1).max(720) }),
])
export type Warning = z.infer<typeof Warning>

const isEachOnce = (warnings: readonly Warning[]): boolean =>
  new Set(warnings.map((one) => (one.kind === 'half' ? 0 : one.hours))).size === warnings.length

/** On what a period rests: the law, a rule of the place, or nothing but our own choice. */
const RuleConfidence = z.enum(['statute', 'local', 'ours'])

/** How long somebody has. A clock keeps a copy: a later change of the settings does not move it. */
export const ClockRule = z.object({
  unit: ClockUnit,
  /** Of the unit. */
  amount: z.int().min(1).max(1_000),
  warnings: z.array(Warning).max(4).refine(isEachOnce, '同一个提醒写了两次'),
  /** Hours after the due time at which it goes up by itself; without it, it never does. */
  escalatesAfterHours: z.int().min(0).max(720).optional(),
  source: z.string().max(200),
  confidence: RuleConfidence,
})
export type ClockRule = z.infer<typeof ClockRule>

const MinuteOfDay = z.int().min(0).max(1_440)

/** Business hours of the acting office, in minutes since midnight in Shanghai. */
export const OfficeHours = z
  .object({ opens: MinuteOfDay, closes: MinuteOfDay })
  .refine(({ opens, closes }) => opens < closes, '下班时间要晚于上班时间')
export type OfficeHours = z.infer<typeof OfficeHours>
