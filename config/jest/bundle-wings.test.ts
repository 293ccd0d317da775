import { execFileSync } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { build } from 'esbuild'
import { wings } from '../bundle-wings.cjs'

let folder: string
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'wings-'))
  for (const [name, text] of Object.entries(FILES)) writeFileSync(path.join(folder, name), text)
})
afterAll(() => rmSync(folder, { recursive: true }))

/** A start that shares one file with one wing, another with another. */
const FILES = {
  'start.mjs': `import { a } from './a.mjs'
import { b } from './b.mjs'
export const start = [a, b]
export const later = async () => [await import('./x.mjs'), await import('./y.mjs')]`,
  'a.mjs': "export const a = { name: 'a' }",
  'b.mjs': "export const b = { name: 'b' }",
  'x.mjs': "import { a } from './a.mjs'\nimport { z } from './z.mjs'\nexport const x = [a, z]",
  'y.mjs': "import { b } from './b.mjs'\nimport { z } from './z.mjs'\nexport const y = [b, z]",
  'z.mjs': "export const z = { name: 'z' }",
}

const split = async (name: string, plugins: readonly (typeof wings)[]) => {
  const { metafile } = await build({
    entryPoints: { start: path.relative('', path.join(folder, 'start.mjs')) },
    outdir: path.join(folder, name),
    outExtension: { '.js': '.mjs' },
    bundle: true,
    splitting: true,
    format: 'esm',
    metafile: true,
    plugins: [...plugins],
  })
  const made = Object.entries(metafile.outputs).map(([file, { imports }]) => ({
    name: path.basename(file),
    needs: imports.filter(({ kind }) => kind === 'import-statement').length,
  }))
  return { files: made.length, start: made.find((one) => one.name === 'start.mjs')?.needs }
}

/** What a process of its own prints. */
const run = (script: string, ...args: readonly string[]): unknown =>
  JSON.parse(
    execFileSync(process.execPath, ['--input-type=module', '-e', script, ...args], {
      encoding: 'utf8',
    }),
  )

test('a start shared with wings is one file, and the wings see the same things it does', async () => {
  // Start, two wings, and a file for each set of files that some of them share.
  expect(await split('plain', [])).toEqual({ files: 6, start: 2 })
  expect(await split('joined', [wings])).toEqual({ files: 5, start: 1 })
  const script = `const { start, later } = await import(process.argv[1])
const [{ x }, { y }] = await later()
console.log(JSON.stringify([x[0] === start[0], y[0] === start[1], x[1] === y[1]]))`
  expect(run(script, path.join(folder, 'joined/start.mjs'))).toEqual([true, true, true])
})

test('every file of the API that was built can be loaded', () => {
  const built = path.resolve('dist/lambda/api')
  const files = readdirSync(built).filter((name) => name.endsWith('.mjs'))
  const script = `const found = []
for (const file of process.argv.slice(1)) found.push(...Object.keys(await import(file)))
console.log(JSON.stringify(found))`
  const names = run(script, ...files.map((name) => path.join(built, name)))
  expect(names).toEqual(expect.arrayContaining(['handler', 'complaintWing', 'voteWing']))
})
