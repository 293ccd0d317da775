import { auditTrail } from '../platform/audit/audit.ts'
import { auditWake } from '../platform/audit/audit-entry.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Job } from '../platform/jobs/sweep.ts'
import type { Ports } from '../platform/ports.ts'
import type { Item, Table } from '../platform/table/table.ts'
import { adminsOn } from './admins.ts'
import { GRANTS_FORMAT, grantsKey, parseGrants, type StoredGrant } from './grants.ts'
import { invitationsOn, StoredInvitation } from './invitation-items.ts'
import { finish } from './join.ts'
import { rosterOn } from './roster.ts'
import { endRole, hasEnded } from './take-role.ts'

type Needs = Pick<Ports, 'table' | 'now' | 'newId'>

/** A role that is over stays in the item for a day, so that no late repetition gives it again; then in the list only. */
const KEPT_MS = 86_400_000

/** What was changed about roles goes to the audit; the lists follow; what was left half done is done. */
export const peopleJobs = (ports: Needs): readonly Job[] => [
  { kind: 'PERSON', visit: (item, now) => visitGrants(ports, item, now) },
  { kind: 'INVITE', visit: (item, now) => visitInvitation(ports, item, now) },
  { kind: 'ADMINS', visit: (item, now) => visitAdmins(ports, item, now) },
]

async function visitGrants(ports: Needs, item: Item, now: Date): Promise<void> {
  const { table } = ports
  const person = item.pk.slice('PERSON#'.length)
  const held = parseGrants(item)
  await auditTrail(ports).append(held.audit)
  const roster = rosterOn(table)
  for (const grant of held.grants) {
    await roster.show(person, held.name, grant)
    if (grant.role === 'admin' && !hasEnded(grant, now)) {
      await adminsOn(table).enter({ person, grant: grant.id }, now)
    }
  }
  const grants = held.grants.filter((grant) => goneAt(grant) > now.getTime())
  const next = Math.min(...grants.map(goneAt))
  const wake = auditWake(item, [], now, Number.isFinite(next) ? new Date(next) : undefined)
  await table.put({
    ...grantsKey(person),
    version: item.version + 1,
    v: GRANTS_FORMAT,
    data: { ...held, grants, audit: [] },
    ...(wake && { wake }),
  })
}

const goneAt = ({ until }: StoredGrant): number =>
  until === undefined ? Infinity : Date.parse(until) + KEPT_MS

async function visitInvitation(ports: Needs, item: Item, now: Date): Promise<void> {
  const found = { stored: StoredInvitation.parse(item.data), version: item.version }
  const { stored } = found
  if (stored.audit.length > 0) {
    await auditTrail(ports).append(stored.audit)
    await invitationsOn(ports.table).save({ ...stored, audit: [] }, found, now)
    return
  }
  if (stored.state !== 'claimed') return
  await finish(found, now, ports).catch((err: unknown) => {
    // Refused, it is used up: there is nothing left to finish.
    if (!(err instanceof RefusedError)) throw err
  })
}

/** Whoever was struck off loses the role in their own item, also where the server stopped in between. */
async function visitAdmins({ table, newId }: Needs, item: Item, now: Date): Promise<void> {
  for (const { person, grant, by } of await adminsOn(table).ended()) {
    await endStruckOff({ table, newId }, person, grant, by, now)
  }
  const { pk, sk, version, v, data } = item
  await table.put({ pk, sk, version: version + 1, v, data })
}

async function endStruckOff(
  ports: { readonly table: Table; readonly newId: () => string },
  person: string,
  grant: string,
  by: string,
  now: Date,
): Promise<void> {
  await endRole(ports, person, grant, { by, reason: '已收回' }, now).catch((err: unknown) => {
    // It ended with the request that struck them off.
    if (!(err instanceof RefusedError)) throw err
  })
}
