import { auditWake } from '../platform/audit/audit-entry.ts'
import { ConflictError, type Item, type Table } from '../platform/table/table.ts'
import { GRANTS_FORMAT, grantsKey, parseGrants, type HeldGrants } from './grants.ts'

/** Writers of one person's item are few: a claim, a role, the sweep. */
const ATTEMPTS = 8

/**
 * Reads, changes and writes a person's item, anew where somebody else wrote meanwhile.
 * `change` says what is to be written; `undefined` leaves everything as it is. What it throws is thrown.
 * @returns what then stands; `undefined` where there is no such person
 * @throws ConflictError where others kept writing
 */
export async function changeGrants(
  table: Table,
  person: string,
  now: Date,
  change: (held: HeldGrants) => HeldGrants | undefined,
): Promise<HeldGrants | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const item = await table.get(grantsKey(person))
    if (!item) return undefined
    const held = parseGrants(item)
    const next = change(held)
    if (!next) return held
    try {
      await table.put(nextItem(item, next, now))
      return next
    } catch (err) {
      if (!(err instanceof ConflictError) || attempt === ATTEMPTS) throw err
    }
  }
}

/** Due at once while it holds entries of the audit; else as it was. */
function nextItem(item: Item, next: HeldGrants, now: Date): Item {
  const { wake: was, ...rest } = item
  const wake = auditWake(item, next.audit, now) ?? was
  return {
    ...rest,
    version: item.version + 1,
    v: GRANTS_FORMAT,
    data: next,
    ...(wake && { wake }),
  }
}
