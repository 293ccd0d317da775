// `node config/package.cjs [--stage prod]` makes what is deployed, offline, and refuses it where a check fails.
// Deploying it: `npx osls deploy --package .serverless --stage prod`.
const { spawn } = require('node:child_process')
const { readFileSync, statSync } = require('node:fs')
const path = require('node:path')
const yauzl = require('yauzl')
const { OUTPUTS, partsOf } = require('./bundle-check.cjs')
const { checkTemplate } = require('./template-check.cjs')

const ROOT = path.resolve(__dirname, '..')

function osls(options) {
  return new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [require.resolve('osls/bin/serverless.js'), 'package', ...options],
      { cwd: ROOT, stdio: ['ignore', 'pipe', 'pipe'] },
    )
    let printed = ''
    for (const stream of [child.stdout, child.stderr])
      stream.on('data', (text) => (printed += text))
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`osls made no package (exit ${code})\n${printed}`))
    })
  })
}

function filesIn(zip) {
  return new Promise((resolve, reject) => {
    yauzl.open(zip, { lazyEntries: false }, (err, opened) => {
      if (err) return reject(err)
      const files = []
      opened.on('entry', ({ fileName }) => files.push(fileName))
      opened.on('error', reject)
      opened.on('end', () => resolve(files))
    })
  })
}

/** What a function reads lies beside it: the document of the API, which the build made. */
const BESIDE = { api: ['dist/lambda/api/openapi.json.gz'] }

/** The functions of a template: their zip's name and the files that have to be in it. */
function artefactsOf({ Resources }) {
  const functions = partsOf(JSON.parse(readFileSync(path.join(ROOT, OUTPUTS), 'utf8')))
  return Object.values(Resources)
    .filter(({ Type }) => Type === 'AWS::Lambda::Function')
    .map(({ Properties: { Code, Handler } }) => {
      const { name, whole } = functions.find(
        ({ file }) => withoutEnding(file) === withoutEnding(Handler),
      )
      return { zip: path.basename(Code.S3Key), wanted: [...whole.files, ...(BESIDE[name] ?? [])] }
    })
}

const withoutEnding = (name) => name.replace(/\.\w+$/, '')

/** Packages into `folder` and gives what is in it. */
async function makePackage(folder, options = []) {
  await osls(['--package', folder, ...options])
  const read = (name) => JSON.parse(readFileSync(path.join(folder, name), 'utf8'))
  const template = read('cloudformation-template-update-stack.json')
  const zips = artefactsOf(template).map(async ({ zip, wanted }) => {
    const whole = path.join(folder, zip)
    return { zip, bytes: statSync(whole).size, files: await filesIn(whole), wanted }
  })
  return { template, zips: await Promise.all(zips) }
}

const asList = (files) => [...files].sort().join(', ')

const problemsOfZips = (zips) =>
  zips
    .map(({ zip, files, wanted }) => ({ zip, held: asList(files), right: asList(wanted) }))
    .filter(({ held, right }) => held !== right)
    .map(({ zip, held, right }) => `${zip} holds ${held}, not just ${right}`)

async function main() {
  const { template, zips } = await makePackage(
    path.join(ROOT, '.serverless'),
    process.argv.slice(2),
  )
  for (const { zip, bytes } of zips) process.stdout.write(`.serverless/${zip}: ${bytes} bytes\n`)
  process.stdout.write(`CloudFormation: ${Object.keys(template.Resources).length} resources\n`)
  const problems = [...problemsOfZips(zips), ...checkTemplate(template)]
  if (problems.length > 0) throw new Error(problems.join('\n'))
}

if (require.main === module) {
  main().catch((err) => {
    process.stderr.write(`${err.message}\n`)
    process.exitCode = 1
  })
}
module.exports = { makePackage, problemsOfZips }
