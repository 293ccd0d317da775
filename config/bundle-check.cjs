// What must hold of a function's bundle. The register's readers weigh as much as the rest of the API's start.
const REGISTER_READERS = ['yauzl', 'saxes', 'papaparse']
const API_AT_MOST = 650_000

const RULES = {
  api: { atMost: API_AT_MOST, without: REGISTER_READERS },
  clock: { without: REGISTER_READERS },
  outbox: { without: REGISTER_READERS },
  upload: { without: REGISTER_READERS },
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
