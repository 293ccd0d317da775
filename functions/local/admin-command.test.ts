import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Hono } from 'hono'
import { api } from '#shared/api.ts'
import { createApp } from '../app.ts'
import { personDirectory } from '../people/offers.ts'
import { clientOf } from '../platform/test-client.fixture.ts'
import { adminCommand } from './admin-command.ts'
import { openDataFolder } from './data-folder.ts'
import { openMachine } from './machine.ts'
import { serveOneMachine } from './serve.ts'
import { settingsFrom } from './settings.ts'

let folder: string
let said: string[]
const around = {
  say: (line: string) => void said.push(line),
  log: () => undefined,
  random: Math.random,
  buildSite: () => Promise.resolve(),
}
const PRODUCTION = {
  MODE: 'production',
  PUBLIC_URL: 'https://example.invalid',
  WX_APPID: 'wx1',
  WX_SECRET: 's'.repeat(32),
  WX_PUSH_TOKEN: 't',
  WX_PUSH_KEY: 'k'.repeat(43),
  LOG: 'off',
  PORT: '0',
}
const settings = () =>
  settingsFrom({ ...PRODUCTION, DATA_DIR: path.join(folder, 'data') }, () => new Date())

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jiayuan-admin-'))
  said = []
})
afterEach(() => rmSync(folder, { recursive: true }))

/** The roles somebody has who enters the code that was printed. */
async function rolesBy(code: string): Promise<readonly string[]> {
  const data = openDataFolder(settings().folder)
  const { ports, store } = await openMachine(settings(), data, around, new Hono())
  try {
    const persons = personDirectory(ports)
    const person = await persons.ofOpenid('openid-of-the-operator')
    const expiresAt = Math.floor(Date.now() / 1_000) + 3_600
    const session = ports.newId()
    await persons.openSession(person, session, ports.now(), expiresAt)
    const token = await ports.keys.signToken({ person, session, expiresAt })
    const client = clientOf(createApp(ports), token)
    const joined = await client.send(api.people.join, { code })
    if (joined.status !== 201) return [String(joined.code)]
    const me = await client.send(api.people.me, {})
    return (me.body.held ?? []).map(({ role }) => role)
  } finally {
    await store.close()
  }
}

test('on data that nothing serves: the code makes an administrator, once', async () => {
  await adminCommand(settings(), around, ['invite'])
  const [code = ''] = said
  expect(await rolesBy(code)).toEqual(['admin'])
  expect(await rolesBy(code)).toEqual(['people.code_used'])
})

test('the running server makes the code, and each is another', async () => {
  const serving = await serveOneMachine(settings(), around)
  said = []
  await adminCommand(settings(), around, ['invite'])
  await adminCommand(settings(), around, ['invite'])
  await serving.stop()
  const codes = said.filter((line) => /^[A-Z0-9]{4}(-[A-Z0-9]{4}){2}$/.test(line))
  expect(new Set(codes).size).toBe(2)
  expect(await rolesBy(codes[1] ?? '')).toEqual(['admin'])
})

test.each([[[]], [['remove']], [['invite', 'me']]])('%j is told how it is used', async (args) => {
  await expect(adminCommand(settings(), around, args)).rejects.toThrow('usage: npm run admin')
  expect(said).toEqual([])
})
