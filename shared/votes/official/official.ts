import { Day, Instant } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'

/** The government's own system in which a vote is held: 北京, 杭州 and 四川 take a vote by tap nowhere else. */
export const OfficialSystem = z.strictObject({
  name: text(2, 40),
  /** Where owners find it; copied by hand, since a mini-program opens no foreign page. */
  link: z
    .string()
    .max(300)
    .regex(/^https:\/\/[^\s]+$/, '网址要以 https:// 开头')
    .optional(),
})
export type OfficialSystem = z.infer<typeof OfficialSystem>

const Figure = z.int().min(0).max(Number.MAX_SAFE_INTEGER)
const Both = z.strictObject({ heads: Figure, areaCenti: Figure })
export type Both = z.infer<typeof Both>

export const OfficialVerdict = z.enum(['PASSED', 'REJECTED', 'NO_QUORUM'])
export type OfficialVerdict = z.infer<typeof OfficialVerdict>

/** One item as the official announcement has it. Area in 0.01 m². */
export const OfficialItem = z.strictObject({
  item: z.int().min(1),
  participating: Both,
  for: Both,
  against: Both,
  abstain: Both,
  verdict: OfficialVerdict,
})
export type OfficialItem = z.infer<typeof OfficialItem>

export const officialFigures = {
  /** All who could vote, by the official system. */
  total: Both,
  items: z.array(OfficialItem).min(1).max(20),
  /** Number of the official announcement, and its day. */
  document: text(2, 60),
  day: Day,
  /** SHA-256 of the announcement's file, where there is one. */
  attachment: z
    .string()
    .regex(/^[0-9a-f]{64}$/, '文件校验码格式不对')
    .optional(),
  /** Why the official totals are not those of the roll. */
  explanation: text(5, 300).optional(),
}
export const OfficialFigures = z.strictObject(officialFigures)
export type OfficialFigures = z.infer<typeof OfficialFigures>

/** Where the official verdict and the law's arithmetic on the official figures part, and where the totals do. */
export const OfficialDifference = z.object({
  /** Absent where it is the totals. */
  item: z.int().optional(),
  sentence: z.string(),
})
export type OfficialDifference = z.infer<typeof OfficialDifference>

/** What was taken over from outside, as the result shows it. */
export const OfficialSource = z.object({
  system: z.string(),
  link: z.string().optional(),
  document: z.string(),
  day: Day,
  attachment: z.string().optional(),
  explanation: z.string().optional(),
  recordedBy: z.string(),
  recordedAt: Instant,
  verdicts: z.array(OfficialVerdict),
  /** To be shown before anything else. */
  differences: z.array(OfficialDifference),
})
export type OfficialSource = z.infer<typeof OfficialSource>
