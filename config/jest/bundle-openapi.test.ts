import { readdirSync, readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { openapiText } from '#functions/platform/openapi/text.ts'
import { summariesLeft, withoutSummaries } from '../bundle-openapi.cjs'

test('what lies beside the functions is what a server answers, to the byte', () => {
  const packed = readFileSync('dist/lambda/api/openapi.json.gz')
  expect(gunzipSync(packed).toString()).toBe(openapiText())
})

test('a contract loses its summaries wherever they stand, and nothing else', () => {
  const contract = `
export const route = { method: 'GET', 'summary': 'What, "quoted" { it', path: 'What' }
export const made = { access, method, path, summary: 'Of a ' + one }
export const other = act('withdraw', 'It’s taken back', { text: 'It’s taken back!' })
// summary: 'What, "quoted" { it'
export const card = { summary: 'of a card', inner: "It’s taken back" }`
  const summaries = new Set(['What, "quoted" { it', 'It’s taken back'])
  expect(withoutSummaries(contract, summaries)).toBe(`
export const route = { method: 'GET', 'summary': "", path: 'What' }
export const made = { access, method, path, summary: "" }
export const other = act('withdraw', "", { text: 'It’s taken back!' })
// summary: 'What, "quoted" { it'
export const card = { summary: 'of a card', inner: "" }`)
})

const document = JSON.stringify({
  paths: { '/x': { get: { operationId: 'a.b', summary: 'All of a "home"' } } },
})

test('every summary is in the document, none in a function', () => {
  const { paths } = JSON.parse(openapiText()) as {
    paths: Record<string, Record<string, { summary: string }>>
  }
  const operations = Object.values(paths).flatMap((methods) => Object.values(methods))
  expect(operations.filter(({ summary }) => summary.length < 10)).toEqual([])
  const code = readdirSync('dist/lambda/api')
    .filter((name) => name.endsWith('.mjs'))
    .map((name) => readFileSync(`dist/lambda/api/${name}`, 'utf8'))
  expect(code.length).toBeGreaterThan(1)
  expect(summariesLeft(openapiText(), code.join('\n'))).toEqual([])
})

test.each(['x("All of a \\"home\\"")', `x('All of a "home"')`, '`All of a "home"`'])(
  'a summary left in the code is found: %s',
  (code) => {
    expect(summariesLeft(document, code)).toEqual([
      { text: 'the summary of a.b is still in the bundle' },
    ])
  },
)
