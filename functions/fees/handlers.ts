import type { fees, Bill } from '#shared/fees/contract.ts'
import { collectionOf, openFen } from '#shared/fees/rules.ts'
import { dayOf } from '#shared/kernel/calendar.ts'
import type { Feature } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { feesIn, partsOfBillId } from './repository.ts'

type Repository = ReturnType<typeof feesIn>

const PAGE = 30
/** A home is billed at most once a month: three years of bills say what is due. */
const LOOKED_BACK = 36
const PERIODS = 12

export const feeFeature: Feature<typeof fees, Repository> = {
  open({ table }, scope) {
    if (!scope) throw new RefusedError('scope.not_found')
    return feesIn(table, scope.community)
  },
  handlers: {
    async mine({ limit = PAGE, cursor }, { homes, repository, now }) {
      const units = homes.map((home) => home.unit)
      const today = dayOf(now)
      const found = await Promise.all(
        units.map((unit) => repository.billsOf(unit, today, LOOKED_BACK)),
      )
      const all = found.flat().sort(latestFirst)
      const start = cursor === undefined ? 0 : all.findIndex((bill) => placeOf(bill) > cursor)
      const items = start < 0 ? [] : all.slice(start, start + limit)
      const last = items.at(-1)
      const isMore = last !== undefined && last !== all.at(-1)
      return {
        items,
        ...(isMore ? { cursor: placeOf(last) } : {}),
        dueFen: all.reduce((sum, bill) => sum + openFen(bill), 0),
      }
    },

    async get({ bill }, { homes, repository, now }) {
      const { unit, from } = partsOfBillId(bill)
      // Somebody else's bill is answered as one that does not exist.
      const isMine = homes.some((home) => home.unit === unit)
      const found = isMine ? await repository.bill(unit, from, dayOf(now)) : undefined
      if (!found) throw new RefusedError('fees.not_found')
      return found
    },

    standards: async (_, { repository }) => ({ items: await repository.standards() }),

    collection: async (_, { repository, now }) =>
      collectionOf(await repository.billed(PERIODS), dayOf(now)),
  },
}

const latestFirst = (a: Bill, b: Bill): number => (placeOf(a) < placeOf(b) ? -1 : 1)

/** Sorts later periods first, then by home; digits are turned over so that text order is the list's order. */
const placeOf = ({ from, unit }: Bill): string =>
  `${from.replace(/\d/g, (digit) => String(9 - Number(digit)))}#${unit}`
