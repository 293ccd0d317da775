// Builds an output unless it was made from exactly these sources: for the start, and for tests of what is built.
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

const COMMON = [
  'shared',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
  'babel.config.js',
  'config/bundle-zod.cjs',
]
const SERVER = [
  ...COMMON,
  'functions',
  'demo',
  'config/bundle.cjs',
  'config/bundle-check.cjs',
  'config/bundle-openapi.cjs',
  'config/bundle-sdk.cjs',
  'config/bundle-wings.cjs',
]
const CLIENT = [
  ...COMMON,
  'miniprogram',
  'config/index.ts',
  'config/build.cjs',
  'config/zod-loader.cjs',
  'config/kit-import.cjs',
  'config/aria.cjs',
  'config/aria-runtime.cjs',
]
const OUTPUTS = {
  local: { file: 'dist/local.js', sources: SERVER, command: ['config/bundle.cjs', 'local'] },
  tally: { file: 'dist/tally.js', sources: SERVER, command: ['config/bundle.cjs', 'tally'] },
  'cloud-admin': {
    file: 'dist/cloud-admin.js',
    sources: SERVER,
    command: ['config/bundle.cjs', 'cloud-admin'],
  },
  lambda: {
    file: 'dist/lambda/api/api.mjs',
    sources: SERVER,
    command: ['config/bundle.cjs', 'lambda'],
  },
  h5: { file: 'dist/h5/index.html', sources: CLIENT, command: ['config/build.cjs', 'h5'] },
  weapp: { file: 'dist/weapp/app.json', sources: CLIENT, command: ['config/build.cjs', 'weapp'] },
}
const BEAT_MS = 5000

const isTest = (name) => /\.(test|fixture)\.tsx?$/.test(name)

/** Every source file by path and content. Tests are no source of a build. */
function stampOf(places) {
  const hash = createHash('sha256')
  const visit = (place) => {
    if (statSync(place).isDirectory()) {
      for (const name of readdirSync(place).sort()) visit(path.join(place, name))
    } else if (!isTest(place)) {
      hash.update(`${place}\n`).update(readFileSync(place))
    }
  }
  places.filter(existsSync).forEach(visit)
  return hash.digest('hex')
}

const markOf = (name) => path.join('dist', `.${name}.stamp`)

/** What a build calls first; what it gets back it calls once it has built: sources changed meanwhile count as new. */
function beginBuild(name) {
  const stamp = stampOf(OUTPUTS[name].sources)
  return () => {
    mkdirSync('dist', { recursive: true })
    writeFileSync(markOf(name), stamp)
  }
}

/** @param say tells a line of progress */
async function ensure(name, say) {
  const { file, sources, command } = OUTPUTS[name]
  const mark = markOf(name)
  if (existsSync(file) && existsSync(mark) && readFileSync(mark, 'utf8') === stampOf(sources))
    return
  const start = Date.now()
  const seconds = () => ((Date.now() - start) / 1000).toFixed(1)
  say(`building ${name} …`)
  const beat = setInterval(() => say(`building ${name} … ${seconds()} s`), BEAT_MS)
  try {
    await run(command)
  } finally {
    clearInterval(beat)
  }
  say(`built ${name} in ${seconds()} s`)
}

function run(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    const said = []
    child.stdout.on('data', (chunk) => said.push(chunk))
    child.stderr.on('data', (chunk) => said.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) return resolve()
      process.stderr.write(Buffer.concat(said))
      reject(new Error(`${args.join(' ')} ended with ${code}`))
    })
  })
}

module.exports = { beginBuild, ensure }
