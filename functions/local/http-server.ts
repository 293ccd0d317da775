import type { Server } from 'node:http'
import { serve } from '@hono/node-server'
import { StartError } from './data-folder.ts'

export interface Listening {
  readonly url: string
  /** Takes no new connection, lets requests in flight finish, then resolves. */
  close(): Promise<void>
}

const GRACE_MS = 10_000

/**
 * @param now what the `date` of every answer says
 * @throws StartError where the port is taken or not ours to take
 */
export function listen(
  answer: (request: Request, env: object) => Response | Promise<Response>,
  hostname: string,
  port: number,
  now: () => Date,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: answer, hostname, port }, (address) => {
      const host = address.family === 'IPv6' ? `[${hostname}]` : hostname
      resolve({ url: `http://${host}:${address.port}`, close: () => close(server as Server) })
    })
    // Phones count the time left by this header; the demo's clock is not the machine's. Set here and not by
    // the app: to change a header of an answer that is made costs a whole copy of it.
    ;(server as Server).prependListener('request', (_, response) => {
      response.setHeader('date', now().toUTCString())
    })
    server.once('error', (err: NodeJS.ErrnoException) => {
      const reason = err.code === 'EADDRINUSE' ? 'the port is in use' : err.message
      reject(new StartError(`cannot listen on ${hostname}:${port}: ${reason}`, { cause: err }))
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), GRACE_MS)
    // Idle keep-alive connections would hold it open until they time out.
    const idle = setInterval(() => server.closeIdleConnections(), 50)
    server.close(() => {
      clearTimeout(force)
      clearInterval(idle)
      resolve()
    })
  })
}
