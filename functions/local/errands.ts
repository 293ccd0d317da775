import { adminErrand } from './admin-errand.ts'
import { auditErrand } from './audit-errand.ts'
import { importErrand } from './import-errand.ts'
import type { Machine } from './machine.ts'
import { lineOf } from './refusal-line.ts'

export interface Asked {
  readonly body: Uint8Array
  readonly query: URLSearchParams
}

/**
 * What the machine's owner wants done on the command line: by the running server where there is one, else by the
 * command on the data itself (`run-errand.ts`). It answers with what to print.
 * @throws StartError, RefusedError: told in one line
 */
export type Errand = (asked: Asked, machine: Machine) => Promise<Response>

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
