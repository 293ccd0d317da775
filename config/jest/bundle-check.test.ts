import { checkBundle } from '../bundle-check.cjs'

const output = (bytes: number, ...files: string[]) => ({
  bytes,
  inputs: Object.fromEntries(files.map((file) => [file, { bytesInOutput: 1 }])),
})

test('a bundle as it must be has no problems', () => {
  const good = ['functions/entry/api.ts', 'node_modules/zod/v4/locales/en.js']
  expect(checkBundle('api', output(650_000, ...good))).toEqual([])
})

test.each([
  ['too much', 'api', output(650_001), 'api has 650001 bytes, more than 650000'],
  ['a zip reader', 'api', output(1, 'node_modules/yauzl/index.js'), 'api contains yauzl'],
  ['an XML reader', 'clock', output(1, 'node_modules/saxes/saxes.js'), 'clock contains saxes'],
  [
    'a CSV reader',
    'upload',
    output(1, 'node_modules/papaparse/papaparse.js'),
    'upload contains papaparse',
  ],
  [
    'the credential chain',
    'register-import',
    output(1, 'node_modules/@aws-sdk/nested-clients/index.js'),
    'register-import contains @aws-sdk/nested-clients',
  ],
  [
    'every language',
    'outbox',
    output(1, 'node_modules/zod/v4/locales/fr.js'),
    "outbox contains zod's locales",
  ],
])('%s is found', (_, name, wrong, problem) => {
  expect(checkBundle(name, wrong)).toEqual([problem])
})

test('the register may be read where it is imported', () => {
  const readers = ['node_modules/yauzl/index.js', 'node_modules/saxes/saxes.js']
  expect(checkBundle('register-import', output(900_000, ...readers))).toEqual([])
})

test('what was shaken out of a file does not count', () => {
  const inputs = { 'node_modules/yauzl/index.js': { bytesInOutput: 0 } }
  expect(checkBundle('api', { bytes: 1, inputs })).toEqual([])
})
