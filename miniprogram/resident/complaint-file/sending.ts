import { MINUTE } from '#shared/kernel/calendar.ts'
import type { ApiError } from '#miniprogram/platform/api-error.ts'
import type { Draft } from '#miniprogram/platform/drafts.ts'
import { underWay } from '#miniprogram/platform/photo-queue.ts'
import type { Filing, Form } from './form.ts'

const PAUSES = [5_000, 15_000, MINUTE] as const
const LONGEST = 5 * MINUTE
/** Of what was sent without an answer so much is remembered. */
const TRIED = 5

/** Whether trying again later may help: no answer came, or the server was not well. */
const isPassing = ({ status }: ApiError): boolean => status === 0 || status === 429 || status >= 500

/** From now on it goes as soon as it can. */
export const asked = (form: Form, without: boolean): Form => ({
  ...form,
  sending: { without, attempts: 0 },
  trouble: undefined,
})

/** Nobody asks for it any more: something of it is to be changed first. */
export const stopped = (form: Form, trouble?: string): Form => ({
  ...form,
  sending: undefined,
  trouble,
})

/** The network is there: no pause is waited out. */
export const hurried = (form: Form): Form =>
  form.sending ? { ...form, sending: { ...form.sending, nextAt: undefined } } : form

/** Told before it goes: the app may be closed before the answer comes. */
export const trying = (form: Form, filing: Filing): Form => ({
  ...form,
  tried: [
    ...form.tried.filter((one) => JSON.stringify(one) !== JSON.stringify(filing)),
    filing,
  ].slice(-TRIED),
})

/** No complaint came of it: what passes is tried again later, what does not waits for the person. */
export function afterTrouble(form: Form, trouble: ApiError, now: Date): Form {
  const { sending } = form
  if (!sending || !isPassing(trouble)) return stopped(form, trouble.detail)
  const nextAt = new Date(now.getTime() + (PAUSES[sending.attempts] ?? LONGEST)).toISOString()
  return {
    ...form,
    sending: { ...sending, attempts: sending.attempts + 1, nextAt },
    trouble: trouble.detail,
  }
}

/** What holds it up; nothing where it can go. */
type Hold = 'photos' | 'failed_photos' | 'time'

function holdOf({ photos, sending }: Form, now: Date): Hold | undefined {
  if (sending && !sending.without) {
    if (underWay(photos).length > 0) return 'photos'
    if (photos.some(({ state }) => state === 'failed')) return 'failed_photos'
  }
  return (sending?.nextAt ?? '') > now.toISOString() ? 'time' : undefined
}

/** Drafts whose turn it is. */
export const dueIn = (drafts: readonly Draft<Form>[], now: Date): readonly Draft<Form>[] =>
  drafts.filter(({ content }) => content.sending && holdOf(content, now) === undefined)

/** Those that waited for photos which did not arrive: the person decides whether it goes without them. */
export const leftBehindIn = (drafts: readonly Draft<Form>[], now: Date): readonly Draft<Form>[] =>
  drafts.filter(({ content }) => content.sending && holdOf(content, now) === 'failed_photos')
