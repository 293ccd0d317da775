import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Hono } from 'hono'
import { auditTrail } from '../platform/audit/audit.ts'
import type { Table } from '../platform/table/table.ts'
import { auditCommand } from './audit-command.ts'
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
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jiayuan-audit-'))
  said = []
})
afterEach(() => rmSync(folder, { recursive: true }))

const PRODUCTION = {
  MODE: 'production',
  PUBLIC_URL: 'https://example.invalid',
  WX_APPID: 'wx1',
  WX_SECRET: 's'.repeat(32),
  WX_PUSH_TOKEN: 't',
  WX_PUSH_KEY: 'k'.repeat(43),
}
const settings = () =>
  settingsFrom(
    { ...PRODUCTION, DATA_DIR: path.join(folder, 'data'), LOG: 'off', PORT: '0' },
    () => new Date(),
  )
const audit = (...args: string[]) => auditCommand(settings(), around, args)
const notes = () => path.join(folder, 'notes.json')

async function onStore(act: (table: Table) => Promise<void>): Promise<void> {
  const machine = await openMachine(
    settings(),
    openDataFolder(settings().folder),
    around,
    new Hono(),
  )
  await act(machine.ports.table)
  await machine.store.close()
}
const entries = (count: number) =>
  onStore((table) =>
    auditTrail({ table, now: () => new Date() }).append(
      Array.from({ length: count }, (_, n) => ({
        id: `e${n}`,
        at: '2026-11-21T02:00:00.000Z',
        scope: 'jinxiu',
        by: 'p1',
        act: 'people.give_role',
        subject: `p${n}`,
      })),
    ),
  )
const lastLink = { pk: 'AUDIT#jinxiu', sk: '000000000003' }

test('every chain is read, and said to be whole', async () => {
  await entries(3)
  await audit('verify')
  expect(said).toEqual(['jinxiu: 3 entries, whole', '1 chains, every entry as it was written'])
})

test('an edited entry is named, and the command fails', async () => {
  await entries(3)
  await onStore(async (table) => {
    const item = await table.get(lastLink)
    if (!item) throw new Error('no link')
    const data = JSON.parse(JSON.stringify(item.data).replace('p2', 'p9')) as typeof item.data
    await table.put({ ...item, version: 2, data })
  })
  await expect(audit('verify')).rejects.toThrow('1 of 1 chains broken')
  expect(said).toEqual(['jinxiu: 2 entries, BROKEN at entry 3: changed'])
})

test('what was cut off is found by heads noted before', async () => {
  await entries(3)
  await audit('note', notes())
  expect(JSON.parse(readFileSync(notes(), 'utf8'))).toMatchObject({ jinxiu: { links: 3 } })
  await onStore((table) => table.delete(lastLink, 1))
  await audit('verify')
  await expect(audit('verify', '--against', notes())).rejects.toThrow('broken')
  expect(said.at(-1)).toBe('jinxiu: 2 entries, BROKEN at entry 3: missing')
})

test('while a server holds the data, it answers', async () => {
  await entries(2)
  const server = await serveOneMachine(settings(), around)
  said = []
  await audit('verify')
  await server.stop()
  expect(said).toEqual(['jinxiu: 2 entries, whole', '1 chains, every entry as it was written'])
})

test.each([[[]], [['mend']], [['verify', 'x']], [['note']], [['verify', '--against']]])(
  '%j is told how it is called',
  async (args) => {
    await expect(audit(...args)).rejects.toThrow(/^usage: /)
  },
)

test('notes that are none, or that are there already, are refused', async () => {
  await expect(audit('verify', '--against', notes())).rejects.toThrow('does not exist')
  writeFileSync(notes(), '[1')
  await expect(audit('verify', '--against', notes())).rejects.toThrow('holds no heads')
  await expect(audit('note', notes())).rejects.toThrow('exists already')
})
