import { lengthOf } from '#shared/kernel/text.ts'
import { addDays, dayOf, formatDay } from '#shared/kernel/calendar.ts'
import * as z from '#shared/kernel/zod.ts'
import { NoticeCategory } from '#shared/notices/contract.ts'
import { noticeRefusals } from '#shared/notices/refusals.ts'
import { mayBeValidUntil, type Wording } from '#shared/notices/rules.ts'

const Validity = z.enum(['always', 'week', 'month', 'day'])
export type Validity = z.infer<typeof Validity>

/** A notice as far as it is written. `day` counts only where `validity` asks for it. */
export const Form = z.object({
  category: NoticeCategory.optional(),
  title: z.string(),
  text: z.string(),
  pinned: z.boolean(),
  validity: Validity,
  day: z.string().optional(),
})
export type Form = z.infer<typeof Form>

export const EMPTY: Form = { title: '', text: '', pinned: false, validity: 'always' }

export const TEXT_AT_MOST = 10_000
const TITLE = { least: 2, most: 60 }
const TEXT_AT_LEAST = 5

/** The last day on which it is current, counted from today. */
export function validUntil({ validity, day }: Form, now: Date): string | undefined {
  switch (validity) {
    case 'always':
      return undefined
    case 'week':
      return addDays(dayOf(now), 7)
    case 'month':
      return addDays(dayOf(now), 30)
    case 'day':
      return day
  }
}

export const validityWords = (form: Form, now: Date): string => {
  const day = validUntil(form, now)
  return day === undefined ? '一直有效' : `有效到 ${formatDay(day, now)}`
}

/** What is missing in title or text. */
export function missingInWording({ title, text }: Wording): string | undefined {
  const [ofTitle, ofText] = [lengthOf(title), lengthOf(text)]
  if (ofTitle < TITLE.least) return `请填写标题，至少 ${TITLE.least} 个字`
  if (ofTitle > TITLE.most) return `标题多了 ${ofTitle - TITLE.most} 个字，请删减`
  if (ofText < TEXT_AT_LEAST) return `请填写正文，至少 ${TEXT_AT_LEAST} 个字`
  return ofText > TEXT_AT_MOST ? `正文多了 ${ofText - TEXT_AT_MOST} 个字，请删减` : undefined
}

/** What is missing before it can be published; nothing where it can. */
export function missingIn(form: Form, now: Date): string | undefined {
  if (form.category === undefined) return '请选择类别'
  return missingInWording(form) ?? wrongDay(form, now)
}

function wrongDay(form: Form, now: Date): string | undefined {
  if (form.validity === 'day' && form.day === undefined) return '请选择有效到哪一天'
  const decision = mayBeValidUntil(validUntil(form, now), now)
  return decision.ok ? undefined : noticeRefusals['notices.validity_past'].detail
}

export interface Publication extends Wording {
  readonly category: NoticeCategory
  readonly pinned: boolean
  readonly validUntil?: string
}

/** Ready to be published, or `undefined` while something is missing. */
export function publicationOf(form: Form, now: Date): Publication | undefined {
  const { category, title, text, pinned } = form
  if (missingIn(form, now) !== undefined || category === undefined) return undefined
  const until = validUntil(form, now)
  return { category, title, text, pinned, ...(until !== undefined && { validUntil: until }) }
}
