import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { runTally } from './run-tally.ts'

const ROOT = resolve(__dirname, '../..')
const VECTORS = join(ROOT, 'shared/votes/counting/vectors/tally.json')
const vectors = readFileSync(VECTORS, 'utf8')
const { cases } = JSON.parse(vectors) as { cases: { id: string; expect: object }[] }
const expected = { results: cases.map((one) => ({ id: one.id, ...one.expect })) }

/** Runs the command on a file of these bytes. */
async function run(bytes: string | Uint8Array, args = ['file.json']) {
  const printed: string[] = []
  const complaints: string[] = []
  const code = await runTally(args, {
    readFile: () => Promise.resolve(typeof bytes === 'string' ? Buffer.from(bytes) : bytes),
    print: (line) => printed.push(line),
    complain: (line) => complaints.push(line),
  })
  return { code, printed, complaints }
}

test('prints one JSON document with the results in the order of the cases', async () => {
  const { code, printed, complaints } = await run(vectors)
  expect([code, complaints, printed.length]).toEqual([0, [], 1])
  expect(printed[0]).toBe(JSON.stringify(expected))
})

test.each<[string, string | Uint8Array, string]>([
  ['an empty file', '', 'file.json: is empty'],
  ['not JSON', 'cases', 'file.json: is not JSON: '],
  ['a byte order mark', `\ufeff${vectors}`, 'file.json: starts with a byte order mark'],
  ['not UTF-8', Uint8Array.of(0x7b, 0xff, 0x7d), 'file.json: is not UTF-8'],
  [
    'a wrong choice',
    vectors.replace('"choice": "for"', '"choice": "yes"'),
    'cases[0].ballots[0].choice: ',
  ],
])('%s: exit 1, one line, nothing printed', async (_, bytes, line) => {
  const { code, printed, complaints } = await run(bytes)
  expect([code, printed, complaints.length]).toEqual([1, [], 1])
  expect(complaints[0]).toContain(line)
})

test('a file that cannot be read', async () => {
  const complaints: string[] = []
  const code = await runTally(['nowhere.json'], {
    readFile: () => Promise.reject(new Error('no such file')),
    print: () => undefined,
    complain: (line) => complaints.push(line),
  })
  expect([code, complaints]).toEqual([1, ['nowhere.json: cannot be read: no such file']])
})

test.each([[[]], [['a.json', 'b.json']]])('asks for one file, given %j', async (args) => {
  const { code, printed, complaints } = await run(vectors, args)
  expect([code, printed]).toEqual([1, []])
  expect(complaints).toEqual(['usage: npm run --silent tally -- FILE.json'])
})

describe('as it is called', () => {
  const call = (file: string, cwd = ROOT) =>
    promisify(execFile)('npm', ['run', '--silent', 'tally', '--', file], { cwd })

  test('npm run --silent tally -- FILE, from any folder of the project', async () => {
    const { stdout } = await call('counting/vectors/tally.json', join(ROOT, 'shared/votes'))
    expect(JSON.parse(stdout)).toEqual(expected)
  }, 30_000)

  test('exits 1 with nothing on standard output', async () => {
    await expect(call('package.json')).rejects.toMatchObject({
      ...{ code: 1, stdout: '' },
      stderr: expect.stringMatching(/^communities: /) as string,
    })
  }, 30_000)
})
