// What must hold of a function's bundle. The register's readers weigh as much as the rest of the API's start.
const REGISTER_READERS = ['yauzl', 'saxes', 'papaparse']
const API_AT_MOST = 650_000

// Of the SDK only what `config/bundle-sdk.cjs` leaves.
const CHAIN = [
  '@aws-sdk/nested-clients',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/endpoint-cache',
  '@aws/lambda-invoke-store',
]

const RULES = {
  api: { atMost: API_AT_MOST, without: [...CHAIN, ...REGISTER_READERS] },
  clock: { without: [...CHAIN, ...REGISTER_READERS] },
  outbox: { without: [...CHAIN, ...REGISTER_READERS] },
  upload: { without: [...CHAIN, ...REGISTER_READERS] },
  'register-import': { without: CHAIN },
}

// zod brings its English messages itself; any other language came in by `import { z }`.
const FOREIGN_MESSAGES = /node_modules\/zod\/.*\/locales\/(?!en\.)/

/** Problems of one output of esbuild's metafile; none where it is as it must be. */
function checkBundle(name, { bytes, inputs }) {
  const { atMost = Infinity, without = [] } = RULES[name] ?? {}
  const used = Object.keys(inputs).filter((file) => inputs[file].bytesInOutput > 0)
  const problems = without
    .filter((library) => used.some((file) => file.includes(`node_modules/${library}/`)))
    .map((library) => `${name} contains ${library}`)
  if (used.some((file) => FOREIGN_MESSAGES.test(file)))
    problems.push(`${name} contains zod's locales`)
  if (bytes > atMost) problems.push(`${name} has ${bytes} bytes, more than ${atMost}`)
  return problems
}

module.exports = { checkBundle }
