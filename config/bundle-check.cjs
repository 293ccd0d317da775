// What must hold of a function's files. The register's readers weigh as much as the rest of the API's start.
const REGISTER_READERS = ['yauzl', 'saxes', 'papaparse']

/** What the build made, as esbuild tells it: for whoever packs and weighs the files. */
const OUTPUTS = 'dist/lambda/outputs.json'

// In bytes. Every instance pays for the start before its first answer, and then for each wing it comes to.
const START_AT_MOST = 500_000
const WITH_A_WING_AT_MOST = 650_000
// The entry and what all wings share: more of them is a build that splits the start.
const START_FILES = 2

// Of the SDK only what `config/bundle-sdk.cjs` leaves.
const CHAIN = [
  '@aws-sdk/nested-clients',
  '@aws-sdk/credential-provider-ini',
  '@aws-sdk/endpoint-cache',
  '@aws/lambda-invoke-store',
]

const RULES = {
  api: {
    startAtMost: START_AT_MOST,
    withWingAtMost: WITH_A_WING_AT_MOST,
    startFiles: START_FILES,
    without: [...CHAIN, ...REGISTER_READERS],
  },
  clock: { without: [...CHAIN, ...REGISTER_READERS] },
  outbox: { without: [...CHAIN, ...REGISTER_READERS] },
  upload: { without: [...CHAIN, ...REGISTER_READERS] },
  'register-import': { without: CHAIN },
}

// zod brings its English messages itself; any other language came in by `import { z }`.
const FOREIGN_MESSAGES = /node_modules\/zod\/.*\/locales\/(?!en\.)/

const ENTRY = /^functions\/entry\/([\w-]+)\.ts$/

/** A file and all that is loaded with it, or may be loaded later. */
function loadedWith(outputs, file, kinds, found = new Set()) {
  if (found.has(file)) return found
  found.add(file)
  for (const { path, kind } of outputs[file].imports)
    if (kinds.includes(kind) && path in outputs) loadedWith(outputs, path, kinds, found)
  return found
}

/** The functions in what esbuild made: what each loads at its start, and on demand. */
function partsOf(outputs) {
  const weighed = (files) => ({
    files: [...files],
    bytes: [...files].reduce((sum, file) => sum + outputs[file].bytes, 0),
    inputs: [...files].flatMap((file) =>
      Object.entries(outputs[file].inputs)
        .filter(([, { bytesInOutput }]) => bytesInOutput > 0)
        .map(([input]) => input),
    ),
  })
  return Object.entries(outputs).flatMap(([file, { entryPoint = '' }]) => {
    const name = ENTRY.exec(entryPoint)?.[1]
    if (name === undefined) return []
    const start = loadedWith(outputs, file, ['import-statement'])
    const whole = loadedWith(outputs, file, ['import-statement', 'dynamic-import'])
    const wings = [...whole]
      .filter((one) => !start.has(one) && outputs[one].entryPoint !== undefined)
      .map((one) => ({
        name: outputs[one].entryPoint.replace(/^wing:/, ''),
        ...weighed(
          [...loadedWith(outputs, one, ['import-statement'])].filter((each) => !start.has(each)),
        ),
      }))
    return { name, file, start: weighed(start), wings, whole: weighed(whole) }
  })
}

/** Problems of one function; none where it is as it must be. */
function checkBundle({ name, start, wings, whole }) {
  const { startAtMost, withWingAtMost, startFiles, without = [] } = RULES[name] ?? {}
  const problems = without
    .filter((library) => whole.inputs.some((file) => file.includes(`node_modules/${library}/`)))
    .map((library) => `${name} contains ${library}`)
  if (whole.inputs.some((file) => FOREIGN_MESSAGES.test(file)))
    problems.push(`${name} contains zod's locales`)
  if (start.bytes > startAtMost)
    problems.push(`${name} starts with ${start.bytes} bytes, more than ${startAtMost}`)
  if (start.files.length > startFiles)
    problems.push(`${name} starts with ${start.files.length} files, more than ${startFiles}`)
  for (const wing of wings)
    if (start.bytes + wing.bytes > withWingAtMost)
      problems.push(
        `${name} has ${start.bytes + wing.bytes} bytes with ${wing.name}, more than ${withWingAtMost}`,
      )
  return problems
}

module.exports = { checkBundle, OUTPUTS, partsOf }
