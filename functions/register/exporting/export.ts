import { dayOf, formatTime } from '#shared/kernel/calendar.ts'
import type { Input, Output } from '#shared/kernel/route.ts'
import type { register } from '#shared/register/contract.ts'
import { isRepetition } from '../../platform/http/request-key.ts'
import { ConflictError } from '../../platform/table/table.ts'
import { findExport, logExport } from '../logged.ts'
import { exportKey } from '../places.ts'
import { settledVersion } from '../repository.ts'
import { recordSight, type RegisterCall, type RegisterNeeds, theVersion } from '../shop.ts'
import { toCsv, toWorkbook } from './files.ts'
import { sheetsOf } from './table-of.ts'

const LINK_LIVES = 600_000

const CONTENT_TYPES = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
} as const

/** Logged before it can be fetched: no file is out there that nobody knows of. */
export async function exportRegister(
  needs: RegisterNeeds,
  { format, reason }: Input<typeof register.export>,
  call: RegisterCall,
): Promise<Output<typeof register.export>> {
  const { repository, person, name, key, now } = call
  const { table, blobs, community } = repository
  const version = await theVersion(repository)
  const content = await settledVersion(table, community, version)
  const place = (await needs.places.community(community))?.name ?? community
  const at = formatTime(now, new Date(0))
  const sheets = sheetsOf(content, {
    community: place,
    by: name,
    at,
    reason,
    version: version.number,
  })
  const log = {
    id: key.id,
    community,
    by: person,
    at: now.toISOString(),
    format,
    reason,
    version: version.number,
    units: version.units,
    name: `${place}业主名册-${dayOf(now)}.${format}`,
    madeBy: { id: key.id, request: key.request },
  }
  const owners = content.owners.map((owner) => owner.key)
  await recordSight(needs, call, owners, 'register:export')
  await logExport(table, log).catch(async (err: unknown) => {
    const before = err instanceof ConflictError && (await findExport(table, community, log.id))
    if (!before || !isRepetition(before.madeBy, key)) throw err
  })
  const file = exportKey(community, log.id)
  const bytes = format === 'xlsx' ? toWorkbook(sheets) : toCsv(sheets)
  await blobs.put(file, bytes, CONTENT_TYPES[format])
  const expiresAt = new Date(now.getTime() + LINK_LIVES)
  return {
    export: log.id,
    url: blobs.readUrl(file, expiresAt),
    expiresAt: expiresAt.toISOString(),
    name: log.name,
  }
}
