import type { Acting } from '#shared/complaints/rules/life.ts'
import { isClosed } from '#shared/complaints/rules/states.ts'
import type { Complaints } from './repository.ts'

/** Merges lead to ever earlier ones, so there is an end; more than this are a fault of ours. */
const MOST_HOPS = 50

/** With the home its own filer counts by. */
export type MergeTarget = NonNullable<Acting['target']> & { readonly unit?: string | undefined }

/** The complaint at the end of all merges, in the same community; `undefined` where there is none. */
export async function mergeTarget(
  into: string | undefined,
  repository: Complaints,
): Promise<MergeTarget | undefined> {
  let number = into
  for (let hop = 0; number !== undefined && hop < MOST_HOPS; hop += 1) {
    const found = await repository.find(number)
    if (!found || found.stored.frozen) return undefined
    const { life, filedAt, unit } = found.stored
    if (life.mergedInto === undefined) {
      return { number, filedAt, unit, isOpen: !isClosed(life.state) }
    }
    number = life.mergedInto
  }
  return undefined
}
