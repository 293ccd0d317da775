const YEARS = 1

/**
 * The last day of the year in which an owner who knew of a decision on `known` may ask a court to annul it
 * (法释〔2009〕7号 art. 12): the same day of the next year, or the last of its month where that has none (民法典 §202).
 */
export function lastDayToAnnul(known: string): string {
  const [year = 0, month = 1, day = 1] = known.split('-').map(Number)
  const lastOfMonth = new Date(Date.UTC(year + YEARS, month, 0)).getUTCDate()
  const to = [year + YEARS, month, Math.min(day, lastOfMonth)]
  return to.map((part) => String(part).padStart(2, '0')).join('-')
}
