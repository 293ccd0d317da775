// Takes the documents' screenshots from the product as built, over the demo community on its first day.
const path = require('node:path')
const { build } = require('esbuild')
const { ensure } = require('./stale.cjs')

process.chdir(path.resolve(__dirname, '..'))
const say = (line) => process.stderr.write(`${line}\n`)

async function main() {
  for (const name of ['local', 'h5']) await ensure(name, say)
  await build({
    entryPoints: ['config/jest/journeys/screens.ts'],
    outfile: 'dist/screens.cjs',
    bundle: true,
    packages: 'external',
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    logLevel: 'warning',
  })
  await require(path.resolve('dist/screens.cjs')).takeScreens('docs/screens', say)
}

main().catch((err) => {
  say(err.stack ?? String(err))
  process.exitCode = 1
})
