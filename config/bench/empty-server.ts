import { listen } from '#functions/local/http-server.ts'
import { Hono } from 'hono'

/** The same HTTP server as the product's with nothing behind it: it reads the body and answers. */
const app = new Hono()
app.get('*', (c) => c.json({ ok: true }))
app.post('*', async (c) => c.json({ read: (await c.req.text()).length }))

void listen(app.fetch, '127.0.0.1', 0, () => new Date()).then(({ url }) =>
  process.stdout.write(`ready ${url}\n`),
)
