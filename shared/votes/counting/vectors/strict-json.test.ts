import { formatPath } from './problem-lines.ts'
import { readStrictJson } from './strict-json.ts'

const problemsIn = (text: string): string[] => {
  const json = readStrictJson(text)
  if (!json.ok) throw new Error(json.message)
  return json.problems.map(({ path, message }) => `${formatPath(path)}: ${message}`)
}

test('reads what JSON.parse reads', () => {
  const value = { a: [1, -2.5e3, true, null, { b: 'x"y\\', 'c}': '{"d":1,"d":2}' }], e: {} }
  expect(readStrictJson(JSON.stringify(value, null, 2))).toEqual({ ok: true, value, problems: [] })
})

test.each<[string, string, string[]]>([
  ['at the top', '{"a":1,"a":2}', ['a: duplicate key']],
  ['three times', '{"a":1,"a":2,"a":3}', ['a: duplicate key', 'a: duplicate key']],
  ['deep', '{"a":[0,{"b":[{"c":1, "c" : 2}]}]}', ['a[1].b[0].c: duplicate key']],
  ['after a nested object', '{"a":{"b":1},"c":[1,2],"a":{}}', ['a: duplicate key']],
  ['in the second element', '[{"a":1},{"a":1,"a":1}]', ['[1].a: duplicate key']],
  ['written with an escape', String.raw`{"ab":1,"\u0061b":2}`, ['ab: duplicate key']],
  ['from the prototype', '{"__proto__":1,"__proto__":2}', ['__proto__: duplicate key']],
  ['with a quote in it', String.raw`{"a\"":1,"a\"":2}`, [String.raw`["a\""]: duplicate key`]],
  ['with a line break in it', String.raw`{"\n":1,"\n":2}`, [String.raw`["\n"]: duplicate key`]],
])('finds a repeated key %s', (_, text, problems) => {
  expect(problemsIn(text)).toEqual(problems)
})

test.each([
  ['the same key in two objects', '[{"a":1},{"a":1}]'],
  ['a key and an equal value', '{"a":"a","b":"a"}'],
  ['toString is not there yet', '{"toString":1,"constructor":2}'],
])('does not take for repeated: %s', (_, text) => {
  expect(problemsIn(text)).toEqual([])
})

test('a fraction too small to be kept is not passed over', () => {
  expect(problemsIn('[{"a":9007199254740990.4}]')).toEqual(['[0].a: is not an integer'])
  expect(problemsIn('[1.0000000000000000001]')).toEqual(['[0]: is not an integer'])
  expect(problemsIn('[1.00, 2.5, 1e3, 0.5]')).toEqual([])
})

test.each([
  ['nothing', '', 'is empty'],
  ['white space', ' \n\t', 'is empty'],
  ['a byte order mark', '\ufeff{}', 'starts with a byte order mark'],
  ['half an object', '{"a":', 'is not JSON'],
  ['a trailing comma', '{"a":1,}', 'is not JSON'],
  ['two documents', '{}{}', 'is not JSON'],
  ['a comment', '{} // no', 'is not JSON'],
  ['a word', 'undefined', 'is not JSON'],
])('refuses %s', (_, text, message) => {
  const json = readStrictJson(text)
  expect(json.ok ? '' : json.message).toContain(message)
  expect(json.ok ? '' : json.message).not.toContain('\n')
})

test('depth costs nothing', () => {
  const deep = '['.repeat(100_000) + '{"a":1,"a":2}' + ']'.repeat(100_000)
  expect(problemsIn(deep)).toHaveLength(1)
})
