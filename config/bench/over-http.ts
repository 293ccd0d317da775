import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import type { ImportedOverHttp } from './measured.ts'
import { memoryOf, startServer, type Server } from './processes.ts'
import { FEW, inside } from './world.ts'

const ASK_EVERY_MS = 50
const LATE_MS = 120_000

interface Import {
  readonly state: string
  readonly preview?: {
    readonly sha256: string
    readonly comparedWith: number
    readonly added: number
  }
  readonly refusal?: { readonly code: string }
}

/** One person's way through an import, as the mini-program goes it: upload, look at the dry run, confirm. */
async function goThrough({ url, said }: Server, file: string) {
  const token = /^token (\S+)$/m.exec(said())?.[1] ?? ''
  const ask = async (path: string, body?: object): Promise<unknown> => {
    const response = await fetch(url + inside(FEW, `register/imports${path}`), {
      method: body ? 'POST' : 'GET',
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        // A server at work on a file lets kept connections end just when they are used again.
        connection: 'close',
        ...(body && { 'idempotency-key': randomUUID() }),
      },
      ...(body && { body: JSON.stringify(body) }),
    })
    if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`)
    return response.json()
  }
  const until = async (id: string, state: string): Promise<Import> => {
    const end = performance.now() + LATE_MS
    while (performance.now() < end) {
      const now = (await ask(`/${id}`)) as Import
      if (now.state === state) return now
      if (now.refusal) throw new Error(`the import was refused: ${now.refusal.code}`)
      await sleep(ASK_EVERY_MS)
    }
    throw new Error(`the import was not ${state} in time`)
  }
  const start = performance.now()
  const made = (await ask('', { file: 'large.xlsx' })) as {
    readonly import: string
    readonly form: { readonly url: string; readonly fields: Readonly<Record<string, string>> }
  }
  const form = new FormData()
  for (const [name, value] of Object.entries(made.form.fields)) form.append(name, value)
  form.append('file', new File([readFileSync(file)], 'large.xlsx'))
  const sent = await fetch(new URL(made.form.url, url), { method: 'POST', body: form })
  if (!sent.ok) throw new Error(`upload: ${sent.status} ${await sent.text()}`)
  const { preview } = await until(made.import, 'ready')
  if (!preview) throw new Error('the dry run has no preview')
  const looked = performance.now()
  const { sha256, comparedWith, added } = preview
  await ask(`/${made.import}/confirm`, { sha256, comparedWith })
  await until(made.import, 'done')
  return { units: added, previewMs: looked - start, confirmMs: performance.now() - looked }
}

/** A register uploaded, previewed and confirmed over a server's own HTTP; the server is a process of its own. */
export async function importOverHttp(
  on: string,
  args: readonly string[],
  file: string,
  env: NodeJS.ProcessEnv,
): Promise<ImportedOverHttp> {
  const server = await startServer(args, env)
  try {
    const idleMb = memoryOf(server.pid)?.rss
    const took = await goThrough(server, file)
    return { on, ...took, idleMb, peakMb: memoryOf(server.pid)?.peak }
  } finally {
    await server.stop()
  }
}
