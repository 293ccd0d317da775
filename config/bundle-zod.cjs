// Leaves zod's writing of JSON Schema out of the functions' bundles: it is needed once, for the OpenAPI document, which
// the build has written by then. Lost: `schema.toJSONSchema()` and `~standard.jsonSchema`, which nothing else calls.
const { readFileSync } = require('node:fs')

const LEFT_OUT = `(() => { throw new Error('JSON Schema is left out of this bundle') })()`

/** Every schema is told how it is written; a method and a property do it. */
const CUTS = [
  [/^ *inst\._zod\.processJSONSchema = .*;\n/gm, ''],
  [
    /^ *jsonSchema: \{\n(?: *(?:in|out)put: createStandardJSONSchemaMethod\(.*\),\n){2} *\},\n/gm,
    '',
  ],
  [/createToJSONSchemaMethod\(this, \{\}\)\(params\)/g, LEFT_OUT],
]

/** @throws Error where zod is written otherwise than it was: it would be in the bundle again, and nobody see why */
function withoutJsonSchema(text) {
  const cut = CUTS.reduce((rest, [part, instead]) => {
    if (rest.search(part) === -1) throw new Error(`zod has no ${part} any more`)
    return rest.replace(part, instead)
  }, text)
  if (/JSONSchemaMethod\(|processors\.\w+Processor/.test(cut))
    throw new Error('zod writes JSON Schema where it did not before')
  return cut
}

const smallZod = {
  name: 'small-zod',
  setup(build) {
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]classic[\\/]schemas\.js$/ }, ({ path }) => {
      try {
        return { contents: withoutJsonSchema(readFileSync(path, 'utf8')), loader: 'js' }
      } catch (err) {
        return { errors: [{ text: `${err.message}: see config/bundle-zod.cjs` }] }
      }
    })
  },
}

module.exports = { smallZod, withoutJsonSchema }
