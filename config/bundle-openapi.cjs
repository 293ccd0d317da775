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
const keyOf = ({ key }) => key?.name ?? key?.value

/** A route is what has a method, a path and an access; its summary is for whoever reads the document, and no code. */
const summariesIn = (text) =>
  nodesIn(parse(text, { ecmaVersion: 'latest', sourceType: 'module' }))
    .filter(({ type }) => type === 'ObjectExpression')
    .filter(({ properties }) =>
      ['method', 'path', 'access'].every((name) => properties.some((one) => keyOf(one) === name)),
    )
    .flatMap(({ properties }) => properties.filter((one) => keyOf(one) === 'summary'))

/** A contract in JavaScript without its summaries. */
function withoutSummaries(text) {
  const pieces = []
  let from = 0
  for (const { start, value } of summariesIn(text)) {
    pieces.push(text.slice(from, start), 'summary: ""')
    from = value.end
  }
  return [...pieces, text.slice(from)].join('')
}

/** Those of the document's summaries that the code has all the same. */
function summariesLeft(document, code) {
  const plain = code.replaceAll('\\', '')
  return (
    Object.values(JSON.parse(document).paths)
      .flatMap((methods) => Object.values(methods))
      // Quotes may be written with or without a backslash, as the string around them needs.
      .filter(({ summary }) => plain.includes(summary.replaceAll('\\', '')))
      .map(({ operationId }) => ({ text: `the summary of ${operationId} is still in the bundle` }))
  )
}

/** In place of the generator its product, packed, in a file beside the functions: a document, and no code. */
const builtOpenapi = {
  name: 'built-openapi',
  setup(build) {
    build.onResolve({ filter: /[\\/]text\.ts$/ }, ({ path: asked, resolveDir }) =>
      path.resolve(resolveDir, asked) === GENERATED ? { path: READ } : undefined,
    )
    build.onLoad({ filter: /[\\/]shared[\\/]\w+[\\/]([\w-]+-)?contract\.ts$/ }, async (args) => {
      const { code } = await transform(readFileSync(args.path, 'utf8'), {
        loader: 'ts',
        charset: 'utf8',
      })
      return { contents: withoutSummaries(code), loader: 'js' }
    })
    build.onEnd(async ({ errors, metafile }) => {
      if (errors.length > 0) return undefined
      const document = await openapiText()
      const { outdir } = build.initialOptions
      mkdirSync(outdir, { recursive: true })
      writeFileSync(path.join(outdir, 'openapi.json.gz'), gzipSync(document, { level: 9 }))
      const code = Object.keys(metafile.outputs).map((file) => readFileSync(file, 'utf8'))
      return { errors: summariesLeft(document, code.join('\n')) }
    })
  },
}

module.exports = { builtOpenapi, summariesLeft, withoutSummaries }
