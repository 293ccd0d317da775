import { Hono } from 'hono'
import * as z from '#shared/kernel/zod.ts'
import type { MovableClock } from './movable-clock.ts'

const Move = z.strictObject({ now: z.iso.datetime() })

/** Only in demo mode: read the clock, and move it forward so that a notice period passes in a moment. */
export function demoRoutes(clock: MovableClock, onMoved: () => void): Hono {
  const demo = new Hono()
  demo.get('/demo/clock', (c) => c.json({ now: clock.now().toISOString() }))
  demo.post('/demo/clock', async (c) => {
    const asked = Move.safeParse(await c.req.json().catch(() => undefined))
    if (!asked.success) return c.json({ error: 'expected {"now": "2026-12-01T00:00:00Z"}' }, 400)
    if (!clock.moveTo(new Date(asked.data.now))) {
      return c.json({ error: 'the clock moves forward only' }, 409)
    }
    onMoved()
    return c.json({ now: clock.now().toISOString() })
  })
  return demo
}
