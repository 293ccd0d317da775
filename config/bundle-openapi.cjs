// The OpenAPI document of the functions, made by the build with the code that makes it for a server.
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs')
const path = require('node:path')
const { compileFunction } = require('node:vm')
const { gzipSync } = require('node:zlib')
const { parse } = require('acorn')
const { build, transform } = require('esbuild')

const GENERATED = path.resolve('functions/platform/openapi/text.ts')
const READ = path.resolve('functions/entry/lambda-openapi.ts')

/** What a server would answer, to the byte. */
async function openapiText() {
  const { outputFiles } = await build({
    entryPoints: [GENERATED],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'cjs',
    logLevel: 'warning',
  })
  const made = { exports: {} }
  compileFunction(outputFiles[0].text, ['module', 'exports', 'require'])(
    made,
    made.exports,
    require,
  )
  return made.exports.openapiText()
}

const nodesIn = (node) => {
  if (node === null || typeof node !== 'object') return []
  const within = Object.values(node).flatMap(nodesIn)
  return typeof node.type === 'string' ? [node, ...within] : within
}

/**
 * What the document says of its operations in words is for whoever reads it; no code asks for it. A summary of one
 * word might be something else as well, and stays.
 */
const summariesIn = (document) =>
  Object.values(JSON.parse(document).paths)
    .flatMap((methods) => Object.values(methods))
    .filter(({ summary }) => summary.includes(' '))

const keyOf = ({ key }) => key?.name ?? key?.value

/** A route is what has a method, a path and an access: its summary may be put together from pieces. */
const atRoutes = (nodes) =>
  nodes
    .filter(({ type }) => type === 'ObjectExpression')
    .map(({ properties }) => new Map(properties.map((one) => [keyOf(one), one])))
    .filter((named) => ['method', 'path', 'access'].every((name) => named.has(name)))
    .flatMap((named) => named.get('summary') ?? [])
    .filter(({ shorthand }) => !shorthand)
    .map(({ value }) => value)

/** A contract in JavaScript with an empty text for every summary: at its route, and handed to what makes a route. */
function withoutSummaries(text, summaries) {
  const nodes = nodesIn(parse(text, { ecmaVersion: 'latest', sourceType: 'module' }))
  const handed = nodes.filter(({ type, value }) => type === 'Literal' && summaries.has(value))
  const pieces = []
  let from = 0
  for (const { start, end } of [...atRoutes(nodes), ...handed].sort((a, b) => a.start - b.start)) {
    if (start < from) continue
    pieces.push(text.slice(from, start), '""')
    from = end
  }
  return [...pieces, text.slice(from)].join('')
}

/** Those of the document's summaries that the code has all the same. */
function summariesLeft(document, code) {
  // Quotes may be written with or without a backslash, as the string around them needs.
  const plain = code.replaceAll('\\', '')
  return summariesIn(document)
    .filter(({ summary }) => plain.includes(summary.replaceAll('\\', '')))
    .map(({ operationId }) => ({ text: `the summary of ${operationId} is still in the bundle` }))
}

/** In place of the generator its product, packed, in a file beside whoever reads it: a document, and no code. */
const builtOpenapi = {
  name: 'built-openapi',
  setup(build) {
    let document = ''
    let summaries = new Set()
    let isRead = false
    build.onStart(async () => {
      document = await openapiText()
      summaries = new Set(summariesIn(document).map(({ summary }) => summary))
    })
    build.onResolve({ filter: /[\\/]text\.ts$/ }, ({ path: asked, resolveDir }) => {
      if (path.resolve(resolveDir, asked) !== GENERATED) return undefined
      isRead = true
      return { path: READ }
    })
    build.onLoad({ filter: /[\\/]shared[\\/]\w+[\\/](?:\w+[\\/])?[\w-]+\.ts$/ }, async (args) => {
      const text = readFileSync(args.path, 'utf8')
      if (!/\bsummary\b/.test(text)) return undefined
      const { code } = await transform(text, { loader: 'ts', charset: 'utf8' })
      return { contents: withoutSummaries(code, summaries), loader: 'js' }
    })
    build.onEnd(({ errors, metafile }) => {
      if (errors.length > 0) return undefined
      const { outdir } = build.initialOptions
      mkdirSync(outdir, { recursive: true })
      if (isRead)
        writeFileSync(path.join(outdir, 'openapi.json.gz'), gzipSync(document, { level: 9 }))
      const code = Object.keys(metafile.outputs).map((file) => readFileSync(file, 'utf8'))
      return { errors: summariesLeft(document, code.join('\n')) }
    })
  },
}

module.exports = { builtOpenapi, summariesLeft, withoutSummaries }
