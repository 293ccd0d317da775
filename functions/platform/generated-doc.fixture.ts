import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/** A generated document is committed and must be what the code says; `npm run docs` writes it anew. */
export function expectCurrent(file: string, text: string): void {
  if (process.env['UPDATE_DOCS'] === '1') {
    mkdirSync(path.dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  expect(existsSync(file) ? readFileSync(file, 'utf8') : `${file} is missing`).toBe(text)
}
