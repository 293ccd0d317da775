import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { Hono } from 'hono'

const HASHED = /\.[0-9a-f]{8}\.(js|css)$/

/** The H5 app: files as built, and its page for every path its router knows. */
export function siteRoutes(folder: string): Hono {
  const site = new Hono()
  site.use('*', async (c, next) => {
    await next()
    // A file whose name holds its hash never changes; the page that names it must be asked for anew.
    const forGood = HASHED.test(c.req.path) && c.res.status === 200
    c.header('cache-control', forGood ? 'public, max-age=31536000, immutable' : 'no-cache')
    c.header('x-content-type-options', 'nosniff')
    c.header('referrer-policy', 'same-origin')
    c.header('x-frame-options', 'DENY')
  })
  site.use('*', serveStatic({ root: path.relative(process.cwd(), folder) }))
  site.get('*', async (c) =>
    path.extname(c.req.path) === ''
      ? c.html(await readFile(path.join(folder, 'index.html'), 'utf8'))
      : c.text('not found', 404),
  )
  return site
}
