import { checkBundle, partsOf, type Outputs } from '../bundle-check.cjs'

const imports = (kind: string, ...paths: string[]) => paths.map((path) => ({ path, kind }))
const inputs = (...files: string[]) =>
  Object.fromEntries(files.map((file) => [file, { bytesInOutput: 1 }]))

const alone = (name: string, bytes: number, ...files: string[]): Outputs => ({
  [`${name}.js`]: {
    ...{ bytes, entryPoint: `functions/entry/${name}.ts`, inputs: inputs(...files) },
    imports: [],
  },
})

interface Bytes {
  readonly start: number
  readonly votes: number
  readonly roll: number
}

/** An API whose votes come on demand, with a file that fees would need too; and a function beside it. */
const api = ({ start, votes, roll }: Bytes, ...files: string[]): Outputs => ({
  ...alone('clock', 900_000),
  'api.mjs': {
    ...{ bytes: 1, entryPoint: 'functions/entry/api.ts', inputs: {} },
    imports: [
      ...imports('import-statement', 'start.mjs', 'node:fs'),
      ...imports('dynamic-import', 'node:http'),
    ],
  },
  'start.mjs': {
    ...{ bytes: start - 1, inputs: inputs('node_modules/zod/v4/locales/en.js') },
    imports: imports('dynamic-import', 'votes.mjs', 'fees.mjs'),
  },
  'votes.mjs': {
    ...{
      bytes: votes - roll,
      entryPoint: 'wing:functions/votes/wing.ts',
      inputs: inputs(...files),
    },
    imports: imports('import-statement', 'start.mjs', 'roll.mjs'),
  },
  'roll.mjs': { bytes: roll, inputs: {}, imports: [] },
  'fees.mjs': {
    ...{ bytes: 10, entryPoint: 'wing:functions/fees/wing.ts', inputs: {} },
    imports: imports('import-statement', 'roll.mjs'),
  },
})

const GOOD = { start: 500_000, votes: 150_000, roll: 50_000 }
const problemsOf = (outputs: Outputs) => partsOf(outputs).flatMap(checkBundle)

test('the API is told by its start and what comes on demand', () => {
  const [clock, whole] = partsOf(api(GOOD))
  expect([clock?.name, clock?.start.bytes, clock?.wings]).toEqual(['clock', 900_000, []])
  expect(whole).toMatchObject({
    ...{ name: 'api', file: 'api.mjs' },
    start: { bytes: 500_000, files: ['api.mjs', 'start.mjs'] },
    wings: [
      { name: 'functions/votes/wing.ts', bytes: 150_000, files: ['votes.mjs', 'roll.mjs'] },
      { name: 'functions/fees/wing.ts', bytes: 50_010 },
    ],
    whole: { bytes: 650_010 },
  })
})

test('functions as they must be have no problems', () => {
  expect(problemsOf(api(GOOD))).toEqual([])
})

const split = api({ start: 400_000, votes: 1, roll: 1 })
const start = split['start.mjs']
if (!start) throw new Error('there is no start')

test.each<[string, Outputs, string]>([
  [
    'too much at the start',
    api({ start: 500_001, votes: 1, roll: 1 }),
    'api starts with 500001 bytes, more than 500000',
  ],
  [
    'too much with a wing and what it shares',
    api({ ...GOOD, votes: 150_001 }),
    'api has 650001 bytes with functions/votes/wing.ts, more than 650000',
  ],
  [
    'a start in pieces',
    { ...split, 'start.mjs': { ...start, imports: imports('import-statement', 'roll.mjs') } },
    'api starts with 3 files, more than 2',
  ],
  ['a zip reader in a wing', api(GOOD, 'node_modules/yauzl/index.js'), 'api contains yauzl'],
  ['an XML reader', alone('clock', 1, 'node_modules/saxes/saxes.js'), 'clock contains saxes'],
  [
    'a CSV reader',
    alone('upload', 1, 'node_modules/papaparse/papaparse.js'),
    'upload contains papaparse',
  ],
  [
    'the credential chain',
    alone('register-import', 1, 'node_modules/@aws-sdk/nested-clients/index.js'),
    'register-import contains @aws-sdk/nested-clients',
  ],
  [
    'every language',
    alone('outbox', 1, 'node_modules/zod/v4/locales/fr.js'),
    "outbox contains zod's locales",
  ],
])('%s is found', (_, wrong, problem) => {
  expect(problemsOf(wrong)).toEqual([problem])
})

test('the register may be read where it is imported', () => {
  const readers = ['node_modules/yauzl/index.js', 'node_modules/saxes/saxes.js']
  expect(problemsOf(alone('register-import', 900_000, ...readers))).toEqual([])
})

test('what was shaken out of a file does not count', () => {
  const shaken = { 'node_modules/yauzl/index.js': { bytesInOutput: 0 } }
  const [made] = Object.values(alone('api', 1))
  expect(made && problemsOf({ 'api.mjs': { ...made, inputs: shaken } })).toEqual([])
})
