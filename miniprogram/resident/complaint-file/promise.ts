import type { Category } from '#shared/complaints/categories.ts'
import { skipsProperty } from '#shared/complaints/rules/routing.ts'
import { periodsFor, type Settings } from '#shared/complaints/settings.ts'
import { formatPeriod } from '#shared/clocks/words.ts'

/** Who will have to do what within which time once it is filed, in one sentence. */
export function promiseOf(settings: Settings, category: Category, direct: boolean): string {
  const { first_reply: reply, resolve, street_accept: accept } = periodsFor(settings, category)
  const street = accept ? `街道须在 ${formatPeriod(accept)}内受理。` : '由街道受理。'
  if (skipsProperty(category)) return `这一类按规定直接给街道，不经过物业。${street}`
  if (direct) return `直接给街道，不先经过物业。${street}`
  const duties = [
    ...(reply ? [`${formatPeriod(reply)}内答复`] : []),
    ...(resolve ? [`${formatPeriod(resolve)}内办完`] : []),
  ].join('、')
  const otherwise = reply?.escalatesAfterHours === undefined ? '。' : '，逾期自动转街道。'
  return duties === '' ? '由物业办理。' : `物业须在 ${duties}${otherwise}`
}
