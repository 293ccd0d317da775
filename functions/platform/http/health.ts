import type { Hono } from 'hono'
import type { Ports } from '../ports.ts'

/**
 * `/healthz`: the process answers. `/readyz`: it can read the store; 503 while it cannot.
 * @param foreseen what works today and will not for long: codes for whoever operates it
 */
export function answerHealth(
  app: Hono,
  { table, log }: Pick<Ports, 'table' | 'log'>,
  foreseen: () => Promise<readonly string[]>,
): void {
  app.get('/healthz', (c) => c.json({ ok: true }))
  app.get('/readyz', async (c) => {
    try {
      await table.get({ pk: 'READY', sk: 'READY' })
      return c.json({ ready: true, warnings: await foreseen() })
    } catch (err) {
      log.error('store unreachable', { name: err instanceof Error ? err.name : 'unknown' })
      return c.json({ ready: false, warnings: ['store'] }, 503)
    }
  })
}
