import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { APIGatewayProxyStructuredResultV2 } from 'aws-lambda'

/**
 * Does what Lambda's runtime does: loads the file, hands it event after event, passes on what it writes.
 * Its machine's clock goes by as much ahead as the last event said.
 */
const RUNTIME = `
const Real = Date
let ahead = 0
globalThis.Date = class extends Real {
  constructor(...given) {
    given.length > 0 ? super(...given) : super(Real.now() + ahead)
  }
  static now() {
    return Real.now() + ahead
  }
}
const loaded = import(process.argv[1])
process.on('message', ({ id, event, ahead: ms }) => {
  ahead = ms
  loaded.then(({ handler }) => handler(event, {})).then(
    (result) => process.send({ id, result }),
    (err) => process.send({ id, error: String(err && err.message) }),
  )
})`

interface Reply {
  readonly id: number
  readonly result?: unknown
  readonly error?: string
}

export interface LambdaProcess {
  /** @throws Error with the message the function failed with */
  invoke<Result = APIGatewayProxyStructuredResultV2>(event: unknown): Promise<Result>
  /** Everything it wrote so far, line by line. */
  lines(): readonly string[]
  stop(): Promise<void>
}

/** A built function in a process of its own, with no environment but the one given. */
export function startLambda(
  file: string,
  environment: Readonly<Record<string, string>>,
  ahead: () => number,
): LambdaProcess {
  const child = spawn(process.execPath, ['-e', RUNTIME, file], {
    env: environment,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  })
  let written = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (written += chunk.toString()))
  }
  const waiting = new Map<number, (reply: Reply) => void>()
  child.on('message', (reply: Reply) => waiting.get(reply.id)?.(reply))
  child.once('exit', () => {
    for (const answer of waiting.values()) answer({ id: 0, error: `it ended: ${written}` })
  })
  let last = 0
  return {
    async invoke<Result>(event: unknown) {
      const id = (last += 1)
      const reply = await new Promise<Reply>((resolve) => {
        waiting.set(id, resolve)
        child.send({ id, event, ahead: ahead() })
      })
      waiting.delete(id)
      if (reply.error !== undefined) throw new Error(reply.error)
      return reply.result as Result
    },
    lines: () => written.split('\n').filter((line) => line !== ''),
    async stop() {
      if (child.exitCode !== null || !child.kill()) return
      await once(child, 'exit')
    },
  }
}
