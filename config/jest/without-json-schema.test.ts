import { readFileSync } from 'node:fs'
import withoutJsonSchema from '../without-json-schema.cjs'

const sourceOf = (file: string): string =>
  readFileSync(require.resolve(`zod/v4/core`).replace(/index\.c?js$/, file), 'utf8')
const exportsOf = (source: string): readonly string[] =>
  [...source.matchAll(/^export (?:function|const) (\w+)|^export \{ \w+ as (\w+) \}/gm)]
    .map(([, declared, renamed]) => declared ?? renamed ?? '')
    .sort()

test.each(['to-json-schema.js', 'json-schema-processors.js'])('%s keeps its exports', (file) => {
  const source = sourceOf(file)
  const left = withoutJsonSchema(source)
  expect(exportsOf(left)).toEqual(exportsOf(source))
  expect(left.length).toBeLessThan(source.length / 5)
})

test('a form of the file that it does not know stops the build', () => {
  expect(() => withoutJsonSchema('exports.toJSONSchema = 1')).toThrow('another form')
})
