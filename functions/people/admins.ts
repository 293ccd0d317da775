import * as z from '#shared/kernel/zod.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { ConflictError, type Key, type Table } from '../platform/table/table.ts'
import { wakeAt } from '../platform/jobs/wake.ts'

// ADMINS#platform | STATE   the administrators: one item, so that two who remove each other meet in it
const FORMAT = 1
const KEY: Key = { pk: 'ADMINS#platform', sk: 'STATE' }
const ATTEMPTS = 8

const Admin = z.object({ person: z.string(), grant: z.string() })
const State = z.object({
  admins: z.array(Admin),
  /** Struck off; none of them comes back by a late repetition. The persons' own items follow. */
  ended: z.array(Admin.extend({ by: z.string(), at: z.string() })),
})
type State = z.infer<typeof State>
export type AdminGrant = z.infer<typeof Admin>

const isSame = (a: AdminGrant, b: AdminGrant): boolean =>
  a.person === b.person && a.grant === b.grant

async function change(
  table: Table,
  now: Date,
  next: (state: State) => State | undefined,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const item = await table.get(KEY)
    const changed = next(item ? State.parse(item.data) : { admins: [], ended: [] })
    if (!changed) return
    try {
      const version = (item?.version ?? 0) + 1
      await table.put({ ...KEY, version, v: FORMAT, data: changed, wake: wakeAt(KEY, now) })
      return
    } catch (err) {
      if (!(err instanceof ConflictError) || attempt === ATTEMPTS) throw err
    }
  }
}

export interface Admins {
  /** Nothing happens where it is there, or was struck off. */
  enter(grant: AdminGrant, now: Date): Promise<void>
  /**
   * From then on the administrator is none, whatever crashes: the sweep ends the role in the person's item.
   * @throws RefusedError where the asker is no administrator any more, or nobody would be left
   */
  strikeOff(grant: AdminGrant, by: string, now: Date): Promise<void>
  /** Those struck off lately. */
  ended(): Promise<State['ended']>
  isAdmin(person: string): Promise<boolean>
}

export const adminsOn = (table: Table): Admins => ({
  enter: (grant, now) =>
    change(table, now, ({ admins, ended }) =>
      [...admins, ...ended].some((one) => isSame(one, grant))
        ? undefined
        : { admins: [...admins, { person: grant.person, grant: grant.grant }], ended },
    ),
  strikeOff: (grant, by, now) =>
    change(table, now, ({ admins, ended }) => {
      if (ended.some((one) => isSame(one, grant))) return undefined
      if (!admins.some(({ person }) => person === by)) throw new RefusedError('people.struck_off')
      const left = admins.filter((one) => !isSame(one, grant))
      if (left.length === 0) throw new RefusedError('people.last_admin')
      return { admins: left, ended: [...ended, { ...grant, by, at: now.toISOString() }] }
    }),
  async ended() {
    const item = await table.get(KEY)
    return item ? State.parse(item.data).ended : []
  },
  async isAdmin(person) {
    const item = await table.get(KEY)
    return item !== undefined && State.parse(item.data).admins.some((one) => one.person === person)
  },
})
