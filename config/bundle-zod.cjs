// Leaves out of the functions and of the mini-program what zod carries in the methods of its schemas, where no bundler
// can see that nobody calls it.
const { readFileSync } = require('node:fs')

const LEFT_OUT = `(() => { throw new Error('JSON Schema is left out of this bundle') })()`

const CUTS = [
  // JSON Schema is needed once, for the OpenAPI document, which the build writes. Lost: `schema.toJSONSchema()` and
  // `~standard.jsonSchema`, which nothing else calls. Every schema is told how it is written; a method, a property do it.
  [/^ *inst\._zod\.processJSONSchema = .*;\n/gm, ''],
  [
    /^ *jsonSchema: \{\n(?: *(?:in|out)put: createStandardJSONSchemaMethod\(.*\),\n){2} *\},\n/gm,
    '',
  ],
  [/createToJSONSchemaMethod\(this, \{\}\)\(params\)/g, LEFT_OUT],
  // zod's older way to name a text's form: 26 methods of every string, with their classes and patterns. Lost:
  // `z.string().email()`, which fails as its contract is loaded; `z.email()` stays, where it is used.
  [/^ *\w+\(params\) \{\n *return this\.check\(core\._\w+\(Zod\w+, params\)\);\n *\},\n/gm, ''],
]

/** @throws Error where zod is written otherwise than it was: it would be in the bundle again, and nobody see why */
function cutZod(text) {
  const cut = CUTS.reduce((rest, [part, instead]) => {
    if (rest.search(part) === -1) throw new Error(`zod has no ${part} any more`)
    return rest.replace(part, instead)
  }, text)
  if (/JSONSchemaMethod\(|processors\.\w+Processor|check\(core\._\w+\(Zod/.test(cut))
    throw new Error('zod writes JSON Schema or names a form where it did not before')
  return cut
}

const SCHEMAS = /[\\/]zod[\\/]v4[\\/]classic[\\/]schemas\.js$/

/** For esbuild. */
const smallZod = {
  name: 'small-zod',
  setup(build) {
    build.onLoad({ filter: SCHEMAS }, ({ path }) => {
      try {
        return { contents: cutZod(readFileSync(path, 'utf8')), loader: 'js' }
      } catch (err) {
        return { errors: [{ text: `${err.message}: see config/bundle-zod.cjs` }] }
      }
    })
  },
}

/** For webpack: before anything rewrites the file. */
const cutZodIn = (chain) =>
  chain.module
    .rule('small-zod')
    .test(SCHEMAS)
    .pre()
    .use('cut')
    .loader(require.resolve('./zod-loader.cjs'))

module.exports = { cutZod, cutZodIn, smallZod }
