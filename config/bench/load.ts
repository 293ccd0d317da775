import autocannon from 'autocannon'
import { percentile, type Loaded } from './measured.ts'
import { cpuMsOf, type Server } from './processes.ts'

export interface Request {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly token?: string
  readonly body?: string
}

/** For as long, or as many: what can be done once only is counted out. */
export type Extent = { readonly seconds: number } | { readonly requests: number }

let keys = 0
const run = Date.now().toString(36)

/** Sends from so many clients over kept connections, the next request as soon as the last is answered. */
export async function load(
  server: Server,
  next: () => Request,
  clients: number,
  extent: Extent,
): Promise<Loaded> {
  const times: number[] = []
  let failed = 0
  const before = cpuMsOf(server.pid)
  const start = performance.now()
  await new Promise<void>((resolve, reject) => {
    const options = {
      url: server.url,
      connections: clients,
      ...('seconds' in extent ? { duration: extent.seconds } : { amount: extent.requests }),
      requests: [{ setupRequest: (given: object) => ({ ...given, ...written(next()) }) }],
    }
    const instance = autocannon(options, (err: unknown) =>
      err instanceof Error ? reject(err) : resolve(),
    )
    instance.on('response', (_client, status, _bytes, ms) => {
      times.push(ms)
      if (status >= 400) failed += 1
    })
  })
  const seconds = (performance.now() - start) / 1_000
  const after = cpuMsOf(server.pid)
  return {
    perSecond: times.length / seconds,
    p50: percentile(times, 50),
    p99: percentile(times, 99),
    requests: times.length,
    failed,
    cpuMs:
      before === undefined || after === undefined ? undefined : (after - before) / times.length,
  }
}

function written({ method, path, token, body }: Request) {
  const headers: Record<string, string> = {}
  if (token !== undefined) headers['authorization'] = `Bearer ${token}`
  if (method === 'POST') {
    headers['content-type'] = 'application/json'
    headers['idempotency-key'] = `bench-${run}-${(keys += 1)}`
  }
  return { method, path, headers, ...(body === undefined ? {} : { body }) }
}
