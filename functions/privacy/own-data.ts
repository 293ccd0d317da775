import { dayOf, formatDay, formatTime } from '#shared/kernel/calendar.ts'
import { purposeOf } from '#shared/privacy/purposes.ts'
import { keptUntil, retentionOf } from '#shared/privacy/retention.ts'
import type { Ports } from '../platform/ports.ts'
import { consentsIn, type StoredAnswer } from './consent-repository.ts'
import type { PersonalData } from './personal-data.ts'
import { listSights, type SightNeeds } from './sights-shown.ts'

const MOST_SIGHTS = 1_000
const ANSWERS: Readonly<Record<StoredAnswer['state'], string>> = {
  given: '同意',
  refused: '不同意',
  withdrawn: '撤回',
}

/** Consents, and who was shown the person's data. */
export function privacyData({ table }: Pick<Ports, 'table'>, needs: SightNeeds): PersonalData {
  const consents = consentsIn(table)
  return {
    feature: 'privacy',
    async export(person, now) {
      const { all } = await consents.find(person)
      const { items: seen } = await listSights(table, person, { limit: MOST_SIGHTS }, needs)
      return [
        {
          feature: 'privacy',
          title: '同意和撤回',
          lines: all.map(({ purpose, state, version, at }) => ({
            label: purposeOf(purpose).title,
            value: `${ANSWERS[state]}（第 ${version} 版），${formatTime(new Date(at), now)}`,
          })),
          data: all,
        },
        {
          feature: 'sights',
          title: '谁看过我的信息',
          lines: seen.map(({ day, who, what }) => ({
            label: formatDay(day, now),
            value: `${who}：${what}`,
          })),
          data: seen,
        },
      ]
    },
    async foresee(person, now) {
      const { all } = await consents.find(person)
      const until = dayOf(keptUntil('consents', now))
      const kept = { what: '同意和撤回的记录', until, ground: retentionOf('consents').source }
      return { erased: [], frozen: all.length === 0 ? [] : [kept] }
    },
    /** Nobody who comes later under the same WeChat account has agreed to anything. */
    async erase(person, now) {
      const found = await consents.find(person)
      if (found.version === 0) return
      const at = now.toISOString()
      const given = found.all.filter(
        ({ purpose, at: when }) =>
          found.answers[purpose]?.state === 'given' && found.answers[purpose].at === when,
      )
      const taken = given.map((one) => ({ ...one, state: 'withdrawn' as const, at }))
      const next = { ...found, all: [...found.all, ...taken] }
      await consents.keepUntil(person, next, keptUntil('consents', now), now)
    },
  }
}
