// Builds what is stale, then serves everything from this process: signals reach the server directly.
const { createHash } = require('node:crypto')
const { spawn } = require('node:child_process')
const {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  statSync,
  writeFileSync,
} = require('node:fs')
const path = require('node:path')

const root = path.resolve(__dirname, '..')
process.chdir(root)

const say = (line) => process.stdout.write(`${line}\n`)

/** Every file below these, by path, size and time: what a build is made from. */
function stampOf(places) {
  const hash = createHash('sha256')
  const visit = (place) => {
    const info = statSync(place)
    if (!info.isDirectory()) hash.update(`${place} ${info.size} ${info.mtimeMs}\n`)
    else for (const name of readdirSync(place).sort()) visit(path.join(place, name))
  }
  places.filter(existsSync).forEach(visit)
  return hash.digest('hex')
}

/** Runs `build` unless the output was made from exactly these sources. */
async function ensure({ name, output, sources, build }) {
  const mark = path.join('dist', `.${name}.stamp`)
  const stamp = stampOf(sources)
  const fresh = existsSync(output) && existsSync(mark) && readFileSync(mark, 'utf8') === stamp
  if (fresh) return
  const start = Date.now()
  say(`building ${name} …`)
  const beat = setInterval(() => {
    say(`building ${name} … ${Math.round((Date.now() - start) / 1000)} s`)
  }, 5000)
  try {
    await build()
  } finally {
    clearInterval(beat)
  }
  mkdirSync('dist', { recursive: true })
  writeFileSync(mark, stamp)
  say(`built ${name} in ${((Date.now() - start) / 1000).toFixed(1)} s`)
}

function run(...args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const said = []
    child.stdout.on('data', (chunk) => said.push(chunk))
    child.stderr.on('data', (chunk) => said.push(chunk))
    child.once('exit', (code) => {
      if (code === 0) return resolve()
      process.stderr.write(Buffer.concat(said))
      reject(new Error(`${args.join(' ')} ended with ${code}`))
    })
  })
}

const COMMON = ['shared', 'package-lock.json', 'package.json', 'tsconfig.json']
const LOCAL = {
  name: 'local',
  output: 'dist/local.js',
  sources: [...COMMON, 'functions', 'demo', 'config/bundle.cjs'],
  build: () => run('config/bundle.cjs', 'local'),
}
const H5 = {
  name: 'h5',
  output: 'dist/h5/index.html',
  sources: [...COMMON, 'miniprogram', 'babel.config.js', 'config/index.ts', 'config/build.cjs'],
  build: () => run('config/build.cjs', 'h5'),
}

async function main() {
  await ensure(LOCAL)
  const command = process.argv[2] ?? 'serve'
  await require(path.join(root, LOCAL.output)).run(command, process.argv.slice(3), () => ensure(H5))
}

main().catch((err) => {
  process.stderr.write(`${err.message}\n`)
  process.exitCode = 1
})
