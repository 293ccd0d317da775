import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDataFolder } from './data-folder.ts'
import { keysCommand } from './keys-command.ts'
import { openKeys } from './local-keys.ts'
import { settingsFrom } from './settings.ts'

const NOW = new Date('2026-11-24T02:00:00Z')
const LONG = 'a long root of the test, not to be guessed'
let folder: string
beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), 'local-keys-'))))
afterEach(() => rmSync(folder, { recursive: true }))

type Env = Readonly<Record<string, string>>
const settings = (env: Env = {}) => settingsFrom({ DATA_DIR: folder, ...env }, () => NOW)
const open = (env: Env = { MODE: 'production' }) => openKeys(settings(env), openDataFolder(folder))
const inFolder = (name: string): string => path.join(folder, name)
const keys = (...args: readonly string[]): string[] => {
  const said: string[] = []
  keysCommand(settings(), args, (line) => said.push(line))
  return said
}

test('the first start makes a root that only its owner can read; the next finds it', () => {
  const { first } = open()
  expect(first.root).toHaveLength(32)
  expect(statSync(inFolder('secret')).mode & 0o777).toBe(0o600)
  expect(open().first.root).toEqual(first.root)
})

test('a root made before keys could be replaced is taken as it is', () => {
  writeFileSync(inFolder('secret'), Buffer.from(LONG.slice(0, 32)).toString('hex'), { mode: 0o600 })
  expect(Buffer.from(open().first.root).toString()).toBe(LONG.slice(0, 32))
})

test('the environment may hold them, as plain text or as a document; then no file is made', () => {
  expect(Buffer.from(open({ MODE: 'production', KEYS: LONG }).first.root).toString()).toBe(LONG)
  const one = { id: '1', secret: 'ab'.repeat(32), from: NOW.toISOString() }
  const document = JSON.stringify({ root: LONG, keys: [one] })
  expect(open({ KEYS: document }).first.keys).toMatchObject([{ id: '1', from: NOW }])
  expect(() => statSync(inFolder('secret'))).toThrow()
})

describe('a production start is refused in one line with', () => {
  const refusal = (env: Env = {}): string => {
    try {
      open({ MODE: 'production', ...env })
    } catch (err) {
      return (err as Error).message
    }
    return 'started'
  }
  const secretOf = (text: string, mode = 0o600) => {
    writeFileSync(inFolder('secret'), text)
    chmodSync(inFolder('secret'), mode)
  }
  const GOOD = Buffer.from(LONG).toString('hex')

  test.each<[string, () => string, string]>([
    ['a key the demo made', () => (open({ MODE: 'demo' }), refusal()), "the demo's key"],
    ['a key others can read', () => (secretOf(GOOD, 0o644), refusal()), 'chmod 600'],
    ['a short key', () => (secretOf('abcd'), refusal()), 'has 2 bytes'],
    ['a short key in the environment', () => refusal({ KEYS: 'too short' }), 'has 9 bytes'],
    ['one byte repeated', () => (secretOf('07'.repeat(32)), refusal()), 'can be guessed'],
    ['a demo’s word repeated', () => refusal({ KEYS: 'demo'.repeat(10) }), 'can be guessed'],
    [
      'a ring others can read',
      () => {
        open()
        keys('rotate')
        chmodSync(inFolder('keys.json'), 0o640)
        return refusal()
      },
      'chmod 600',
    ],
    [
      'a ring of another form',
      () => (
        writeFileSync(inFolder('keys.json'), '{"keys":[{"id":"1"}]}', { mode: 0o600 }),
        refusal()
      ),
      'not of the form',
    ],
    ['two keys of one name', () => refusal({ KEYS: twice }), 'not of the form'],
  ])('%s', (_, start, line) => {
    const told = start()
    expect(told).toContain(line)
    expect(told).not.toContain('\n')
  })
  const one = { id: '1', secret: 'ab'.repeat(32), from: NOW.toISOString() }
  const twice = JSON.stringify({ root: LONG, keys: [one, one] })

  test('nothing of a key stands in the line', () => {
    expect(refusal({ KEYS: `{"root":"${LONG}"` })).not.toContain('long root')
  })
})

describe('npm run keys', () => {
  test('lists the one there is', () => {
    expect(keys('list')).toEqual(['0  from the beginning  signs and seals'])
  })

  test('adds one that signs in ten minutes, and leaves the root alone', async () => {
    const opened = open()
    expect(keys('rotate')).toEqual([
      '0  from the beginning  signs and seals',
      '1  from 2026-11-24T02:10:00.000Z  will sign and seal',
    ])
    expect(statSync(inFolder('keys.json')).mode & 0o777).toBe(0o600)
    const again = await opened.read?.()
    expect(again?.keys.map(({ id }) => id)).toEqual(['1'])
    expect(again?.root).toEqual(opened.first.root)
    expect(keys('rotate')).toHaveLength(3)
  })

  test('ends one that was seen, once another has followed it', () => {
    const at = (from: string, id: string) => ({ id, secret: id.repeat(64), from })
    const document = { keys: [at('2026-11-01T00:00:00Z', '1'), at('2026-11-20T00:00:00Z', '2')] }
    writeFileSync(inFolder('keys.json'), JSON.stringify(document), { mode: 0o600 })
    expect(keys('end', '1')[1]).toContain('opens what it sealed')
    expect(JSON.parse(readFileSync(inFolder('keys.json'), 'utf8'))).toMatchObject({
      keys: [{ id: '1', endsAt: NOW.toISOString() }, { id: '2' }],
    })
    expect(() => keys('end', '2')).toThrow('no key 2')
  })

  test('does the same to a document that lies elsewhere, such as the secret on AWS', () => {
    const file = inFolder('document')
    writeFileSync(file, LONG)
    keys('rotate', file)
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({
      root: LONG,
      keys: [{ id: '1' }],
    })
  })

  test.each([[[]], [['turn']], [['end']], [['end', '9']], [['list', '/no/such/file']]])(
    '%j is refused',
    (args) => {
      expect(() => keys(...args)).toThrow()
    },
  )

  test('says what to do where the keys are in the environment', () => {
    expect(() => keysCommand(settings({ KEYS: LONG }), ['list'], () => undefined)).toThrow('KEYS')
  })
})
