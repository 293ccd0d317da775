import type { calendar } from '#shared/clocks/contract.ts'
import { missingSentence, missingYear } from '#shared/clocks/giving-a-table.ts'
import type { Feature } from '../platform/http/call.ts'
import { giveTable } from './give-table.ts'
import { allVersions, currentOnes, tablesOn, type Tables } from './tables.ts'

export const calendarFeature: Feature<typeof calendar, Tables> = {
  open: ({ table }) => tablesOn(table),
  handlers: {
    async read(_, { repository, now }) {
      const versions = currentOnes(allVersions(await repository.given()))
      const years = versions.map(({ year, version, source, off, worked }) => ({
        ...{ year, version, source, off, worked },
      }))
      return { years, ...missingIn(versions, now) }
    },
    async list(_, { repository, now }) {
      const versions = allVersions(await repository.given())
      return { versions: [...versions], ...missingIn(versions, now) }
    },
    give: giveTable,
  },
}

function missingIn(versions: readonly { readonly year: number }[], now: Date) {
  const year = missingYear(
    versions.map((one) => one.year),
    now,
  )
  return year === undefined ? {} : { missing: { year, sentence: missingSentence(year) } }
}
