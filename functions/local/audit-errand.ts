import * as z from '#shared/kernel/zod.ts'
import { auditTrail } from '../platform/audit/audit.ts'
import type { Asked } from './asked.ts'
import { StartError } from './data-folder.ts'
import type { Machine } from './machine.ts'

const Heads = z.record(z.string(), z.object({ links: z.int().min(0), head: z.string() }))

/** Every chain verified, against what was noted of it where the body brings notes: links, head, the first fault. */
export async function auditErrand({ body }: Asked, { ports }: Machine): Promise<Response> {
  const noted = body.length === 0 ? {} : notesIn(body)
  const trail = auditTrail(ports)
  const scopes = [...new Set([...(await trail.scopes()), ...Object.keys(noted)])].sort()
  const found: Record<string, unknown> = {}
  for (const scope of scopes) found[scope] = await trail.verify(scope, noted[scope])
  return Response.json(found)
}

function notesIn(body: Uint8Array): z.infer<typeof Heads> {
  try {
    return Heads.parse(JSON.parse(new TextDecoder().decode(body)))
  } catch (err) {
    throw new StartError('the file holds no heads of audit chains', { cause: err })
  }
}
