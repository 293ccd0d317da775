// Builds what is stale and the bench itself, then runs it on a core of its own where it can.
//   --quick    smaller and shorter, for CI
//   --strict   a missed expectation fails
//   --as-built weighs the WeChat and H5 builds as they lie there
const { spawnSync } = require('node:child_process')
const path = require('node:path')
const { build } = require('esbuild')
const { ensure } = require('./stale.cjs')

const root = path.resolve(__dirname, '..')
process.chdir(root)
const ENTRIES = [
  ...['main', 'prepare', 'floor', 'empty-server', 'empty-handler'],
  ...['import', 'register-server', 'tally', 'sweep', 'ballot'],
]
const say = (line) => process.stderr.write(`${line}\n`)

async function main() {
  const args = process.argv.slice(2)
  const sized = args.includes('--as-built') ? [] : ['weapp', 'h5']
  for (const name of ['local', 'lambda', ...sized]) await ensure(name, say)
  await build({
    entryPoints: ENTRIES.map((name) => `config/bench/${name}.ts`),
    outdir: 'dist/bench',
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    mainFields: ['module', 'main'],
    external: ['classic-level', 'autocannon'],
    logLevel: 'warning',
  })
  const { status } = spawnSync(process.execPath, ['dist/bench/main.js', ...args], {
    stdio: 'inherit',
  })
  process.exitCode = status ?? 1
}

main().catch((err) => {
  process.stderr.write(`${err.stack ?? err}\n`)
  process.exitCode = 1
})
