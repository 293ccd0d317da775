import { existsSync, readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { DEMO_LOGINS } from '#functions/sessions/demo-logins.ts'

const root = path.resolve(__dirname, '../..')
const read = (name: string): string => readFileSync(path.join(root, name), 'utf8')
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

const levels = (text: string) => text.split('\n').flatMap((line) => /^#+(?= )/.exec(line) ?? [])

test('both READMEs have the same headings, and neither is long', () => {
  const [english, chinese] = [read('README.md'), read('README.zh-CN.md')]
  expect(levels(chinese)).toEqual(levels(english))
  for (const text of [english, chinese]) expect(text.split('\n').length).toBeLessThanOrEqual(120)
})

test('what goes to AWS is read in one go', () => {
  expect(read('serverless.yml').split('\n').length).toBeLessThanOrEqual(221)
})

test.each(['README.md', 'README.zh-CN.md'])(
  '%s names only commands and files that exist',
  (name) => {
    const text = read(name)
    const commands = [...text.matchAll(/npm run (?:--silent )?([a-z][a-z:0-9]*)/g)].map(
      ([, run]) => run,
    )
    expect(commands.filter((run) => run !== undefined && !(run in scripts))).toEqual([])
    const links = [...text.matchAll(/\]\(([^)]+)\)/g)].map(([, link]) => link ?? '')
    expect(links.filter((link) => !existsSync(path.join(root, link)))).toEqual([])
  },
)

test.each(['README.md', 'README.zh-CN.md'])('%s lists the demo logins there are', (name) => {
  const listed = [...read(name).matchAll(/^\| `(demo:[a-z]+)` /gm)].map(([, code]) => code)
  expect(listed).toEqual(DEMO_LOGINS.map(({ code }) => code))
})

test('nothing of a package runs at install: our own commands need no install script', () => {
  expect(read('.npmrc')).toMatch(/^ignore-scripts=true$/m)
  expect(Object.keys(scripts).filter((name) => /^(pre|post)/.test(name))).toEqual([])
})

test('every dependency is pinned to one version', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    read('package.json'),
  ) as Record<string, Record<string, string>>
  const all = { ...dependencies, ...devDependencies, ...optionalDependencies }
  const loose = Object.entries(all).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))
  expect(loose).toEqual([])
})

test('every invariant names the test that holds it, and that test exists', () => {
  const invariants = read('docs/architecture.md')
    .split('\n')
    .filter((line) => line.startsWith('**Invariant:**'))
  expect(invariants.length).toBeGreaterThan(10)
  for (const line of invariants) {
    const held = [...line.matchAll(/`([\w/.-]+\.test\.tsx?)`/g)].map(([, file]) => file ?? '')
    expect([line, held.length > 0]).toEqual([line, true])
    expect(held.filter((file) => !existsSync(path.join(root, file)))).toEqual([])
  }
})

test('every decision names what was lost', () => {
  const folder = path.join(root, 'docs/adr')
  for (const name of readdirSync(folder)) {
    const text = readFileSync(path.join(folder, name), 'utf8')
    expect([name, text.includes('_Lost:_'), text.split('\n').length <= 60]).toEqual([
      name,
      true,
      true,
    ])
  }
})
