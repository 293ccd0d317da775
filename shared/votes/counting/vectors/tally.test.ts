import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { countVectorFile } from './count-file.ts'

const text = readFileSync(join(__dirname, 'tally.json'), 'utf8')
const { cases } = JSON.parse(text) as { cases: { id: string; note: string; expect: object }[] }

test.each(cases.map((one, i) => [one.id, one.note, i] as const))('%s: %s', (id, _, i) => {
  const count = countVectorFile(text)
  expect(count.ok && count.results[i]).toEqual({ id, ...cases[i]?.expect })
})

test('all 26 cases are there, each with the fields of what is expected in their order', () => {
  const count = countVectorFile(text)
  if (!count.ok) throw new Error('malformed')
  expect(count.results).toHaveLength(26)
  for (const [i, result] of count.results.entries())
    expect(Object.keys(result)).toEqual(['id', ...Object.keys(cases[i]?.expect ?? {})])
})
