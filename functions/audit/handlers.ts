import { actName } from '#shared/audit/acts.ts'
import type { audit, AuditRecord } from '#shared/audit/contract.ts'
import { maskName } from '#shared/people/rules.ts'
import type { Persons } from '../people/offers.ts'
import { auditTrail, type AuditTrail } from '../platform/audit/audit.ts'
import type { Link } from '../platform/audit/link.ts'
import type { Feature } from '../platform/http/call.ts'

const PAGE = 20

export interface CommunityAudit {
  latest(page: {
    readonly limit: number
    readonly cursor?: string
  }): ReturnType<AuditTrail['latest']>
}

interface Needs {
  readonly persons: Pick<Persons, 'grantsOf'>
}

export const auditFeature = ({ persons }: Needs): Feature<typeof audit, CommunityAudit> => ({
  open(ports, scope) {
    if (!scope) throw new Error('an audit trail belongs to a community')
    return { latest: (page) => auditTrail(ports).latest(scope.community, page) }
  },
  handlers: {
    async list({ limit = PAGE, cursor }, { repository }) {
      const page = await repository.latest({ limit, ...(cursor === undefined ? {} : { cursor }) })
      const nameOf = await namesOf(page.items, persons)
      return { ...page, items: page.items.map((link) => recordOf(link, nameOf)) }
    },
  },
})

const COMMAND = 'command'
/** Whoever claims a home gives a name to the claim, which is not yet known to be theirs. */
const NAMELESS = '还没有核实姓名的人'

/** Names of the persons in these entries: of who holds a role in full, of everybody else masked. */
async function namesOf(links: readonly Link[], persons: Needs['persons']) {
  const ids = new Set(links.flatMap(({ entry }) => [entry.by, entry.subject]))
  const found = await Promise.all(
    [...ids].map(async (id) => [id, await shownName(id, persons)] as const),
  )
  const names = new Map(found)
  return (id: string): string => names.get(id) ?? id
}

async function shownName(id: string, persons: Needs['persons']): Promise<string | undefined> {
  if (id === COMMAND) return '系统命令'
  const held = await persons.grantsOf(id)
  if (!held) return undefined
  if (held.name === '') return NAMELESS
  return held.grants.length > 0 ? held.name : maskName(held.name)
}

const recordOf = (
  { seq, chainedAt, hash, entry }: Link,
  nameOf: (id: string) => string,
): AuditRecord => ({
  seq,
  at: entry.at,
  chainedAt,
  by: nameOf(entry.by),
  act: entry.act,
  actName: actName(entry.act),
  subject: nameOf(entry.subject),
  detail: entry.detail ?? {},
  hash,
})
