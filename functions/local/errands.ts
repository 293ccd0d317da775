import { adminErrand } from './admin-errand.ts'
import type { Asked, Errand } from './asked.ts'
import { auditErrand } from './audit-errand.ts'
import { importErrand } from './import-errand.ts'
import type { Machine } from './machine.ts'
import { lineOf } from './refusal-line.ts'

const ERRANDS: Readonly<Record<string, Errand>> = {
  admin: adminErrand,
  audit: auditErrand,
  import: importErrand,
}

/** An errand done, or why it was not; `undefined` where there is none of that name. */
export async function doErrand(
  name: string,
  asked: Asked,
  machine: Machine,
): Promise<Response | undefined> {
  const errand = Object.hasOwn(ERRANDS, name) ? ERRANDS[name] : undefined
  if (!errand) return undefined
  try {
    return await errand(asked, machine)
  } catch (err) {
    const line = lineOf(err)
    if (line === undefined) throw err
    return new Response(line, { status: 422 })
  }
}
