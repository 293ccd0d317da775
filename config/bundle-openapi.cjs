// The OpenAPI document of the functions, made by the build with the code that makes it for a server.
const { mkdirSync, writeFileSync } = require('node:fs')
const path = require('node:path')
const { compileFunction } = require('node:vm')
const { gzipSync } = require('node:zlib')
const { build } = require('esbuild')

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

/** In place of the generator its product, packed, in a file beside the functions: a document, and no code. */
const builtOpenapi = {
  name: 'built-openapi',
  setup(build) {
    build.onResolve({ filter: /[\\/]text\.ts$/ }, ({ path: asked, resolveDir }) =>
      path.resolve(resolveDir, asked) === GENERATED ? { path: READ } : undefined,
    )
    build.onEnd(async ({ errors }) => {
      if (errors.length > 0) return
      const { outdir } = build.initialOptions
      mkdirSync(outdir, { recursive: true })
      writeFileSync(
        path.join(outdir, 'openapi.json.gz'),
        gzipSync(await openapiText(), { level: 9 }),
      )
    })
  },
}

module.exports = { builtOpenapi }
