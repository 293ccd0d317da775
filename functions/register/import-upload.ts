import { refusals } from '#shared/api.ts'
import { fillIn, type Refusal } from '#shared/kernel/refusals.ts'
import { PROBLEMS } from '#shared/register/problems.ts'
import { communityDirectory } from '../communities/offers.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Ports } from '../platform/ports.ts'
import { importRegister, type ImportReport } from './importing.ts'
import { READING_LIMITS } from './reading/limits.ts'

type Needs = Pick<Ports, 'table' | 'blobs' | 'keys' | 'log' | 'now' | 'newId'>

/** A file as the bucket announces it. */
export interface RegisterUpload {
  readonly key: string
  readonly bytes: number
}

/** `registers/<community>/<name>`; what came of it is then in `register-reports/<community>/<name>`. */
const UPLOAD = /^registers\/([\w-]{1,64})\/([\w-]{1,64})$/

/**
 * Makes an uploaded file the community's register and puts a report for the operator beside it.
 * A file that is not taken is reported too: sending it again would change nothing.
 */
export async function importUpload(ports: Needs, { key, bytes }: RegisterUpload): Promise<void> {
  const [, community, name] = UPLOAD.exec(key) ?? []
  if (community === undefined || name === undefined) {
    ports.log.error('register upload has no community and plain name in its key')
    return
  }
  const report = await outcomeOf(ports, community, key, bytes)
  const place = `register-reports/${community}/${name}`
  const text = JSON.stringify({ file: key, at: ports.now().toISOString(), ...report }, null, 2)
  await ports.blobs.put(place, Buffer.from(text), 'application/json; charset=utf-8')
}

async function outcomeOf(ports: Needs, community: string, key: string, bytes: number) {
  try {
    const report = await importInto(ports, community, key, bytes)
    const { changed, version, problems } = report
    ports.log.info('register imported', { changed, version, problems: problems.length })
    return {
      ...report,
      problems: problems.map((one) => ({ ...one, reason: PROBLEMS[one.problem] })),
    }
  } catch (err) {
    if (!(err instanceof RefusedError)) throw err
    const { code, params } = err
    ports.log.info('register refused', { code })
    const { detail }: Refusal = refusals[code]
    return { refused: code, detail: fillIn(detail, params) }
  }
}

async function importInto(
  ports: Needs,
  communityId: string,
  key: string,
  bytes: number,
): Promise<ImportReport> {
  const { table, blobs, keys, now, newId } = ports
  if (!(await communityDirectory(ports).community(communityId))) {
    throw new RefusedError('scope.not_found')
  }
  const { fileBytes } = READING_LIMITS
  // Before it is in memory; the reader would look only then.
  if (bytes > fileBytes) {
    throw new RefusedError('register.file_too_large', { megabytes: fileBytes / 1_000_000 })
  }
  const file = await blobs.get(key)
  if (!file) throw new RefusedError('register.file_empty')
  const hash = (text: string): string => keys.digestText('register', communityId, text)
  return importRegister(file, { table, communityId, now: now(), newId, hash })
}
