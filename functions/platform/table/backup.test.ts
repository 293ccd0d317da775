import { createReadStream, createWriteStream } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { BrokenBackupError, restore, writeBackup } from './backup.ts'
import { NotEmptyError } from './level-table.ts'
import {
  itemAt,
  openTemporaryTable,
  putAll,
  temporaryFolder,
  type OpenTable,
} from './open-tables.fixture.ts'
import type { LevelTable } from './level-table.ts'
import type { Item } from './table.ts'

let folder: string
let file: string
let source: OpenTable<LevelTable>
let target: OpenTable<LevelTable>
const now = new Date('2026-11-21T08:00:00Z')
const tomorrow = Math.floor(now.getTime() / 1000) + 86_400

beforeEach(async () => {
  folder = await temporaryFolder()
  file = path.join(folder, 'backup')
  source = await openTemporaryTable({ now: () => now })
  target = await openTemporaryTable({ now: () => now })
})
afterEach(async () => {
  await source.close()
  await target.close()
  await rm(folder, { recursive: true })
})

const writeFrom = (items: AsyncIterable<Item>) => writeBackup(items, createWriteStream(file))
const restoreFile = () => restore(target.table, () => createReadStream(file))

async function itemsIn(table: LevelTable): Promise<Item[]> {
  const items: Item[] = []
  for await (const item of table.snapshot()) items.push(item)
  return items
}

async function fill(): Promise<Item[]> {
  const items = Array.from({ length: 500 }, (_n, n) =>
    itemAt(`C#${n % 3}`, String(n).padStart(4, '0'), {
      version: n + 1,
      data: { text: '漏水\n💧\ud800'.repeat(n % 50), n },
      ...(n % 2 === 0 && { by1: { pk: 'even', sk: String(n).padStart(4, '0') }, card: n }),
      ...(n % 7 === 0 && { expiresAt: tomorrow }),
    }),
  )
  await putAll(source.table, items)
  await source.table.add({ pk: 'RATE', sk: '1' }, 5, tomorrow)
  return itemsIn(source.table)
}

test('a restored store has every item of the backup, its index rows and its counters', async () => {
  const items = await fill()
  expect(items).toHaveLength(501)
  expect(await writeFrom(source.table.snapshot())).toBe(501)
  expect(await restoreFile()).toBe(501)
  expect(await itemsIn(target.table)).toEqual(items)
  expect(await target.table.queryIndex('by1', 'even')).toEqual(
    await source.table.queryIndex('by1', 'even'),
  )
  expect(await target.table.add({ pk: 'RATE', sk: '1' }, 1, tomorrow)).toBe(6)
})

test('a backup shows one moment, though writes go on while it is taken', async () => {
  const items = await fill()
  const snapshot = source.table.snapshot()
  await source.table.put(itemAt('C#0', 'later'))
  await source.table.delete({ pk: 'C#1', sk: '0001' }, 2)
  await writeFrom(snapshot)
  await restoreFile()
  expect(await itemsIn(target.table)).toEqual(items)
})

test('an empty store can be backed up and restored', async () => {
  expect(await writeFrom(source.table.snapshot())).toBe(0)
  expect(await restoreFile()).toBe(0)
  expect(await target.table.isEmpty()).toBe(true)
})

test('a store that is not empty is left as it is', async () => {
  await fill()
  await writeFrom(source.table.snapshot())
  await target.table.put(itemAt('mine', '1'))
  await expect(restoreFile()).rejects.toThrow(NotEmptyError)
  expect(await itemsIn(target.table)).toEqual([itemAt('mine', '1')])
})

const damages: [string, (whole: Buffer) => Buffer | string][] = [
  ['nothing', () => ''],
  ['no backup', () => '<!doctype html>\n<p>sorry</p>\n'],
  ['the header only', (whole) => whole.subarray(0, whole.indexOf('\n') + 1)],
  ['cut in the middle of a line', (whole) => whole.subarray(0, whole.length / 2)],
  ['cut after an item', (whole) => whole.subarray(0, whole.lastIndexOf('{"items"'))],
  ['without its last newline', (whole) => whole.subarray(0, -1)],
  ['one character changed', (whole) => whole.toString().replace('"n":7', '"n":8')],
  ['one item missing', (whole) => whole.toString().replace(/\n.*"sk":"0003".*\n/, '\n')],
  ['one item twice', (whole) => whole.toString().replace(/(\n.*"sk":"0003".*)\n/, '$1$1\n')],
  ['another count', (whole) => whole.toString().replace('{"items":501', '{"items":500')],
  ['something after the end', (whole) => Buffer.concat([whole, Buffer.from('{}\n')])],
]

test.each(damages)(
  'a file that is damaged (%s) is refused and nothing stored',
  async (_name, damage) => {
    await fill()
    await writeFrom(source.table.snapshot())
    const whole = await readFile(file)
    const damaged = Buffer.from(damage(whole))
    expect(damaged.equals(whole)).toBe(false)
    await writeFile(file, damaged)
    await expect(restoreFile()).rejects.toThrow(BrokenBackupError)
    expect(await target.table.isEmpty()).toBe(true)
  },
)

test('a file that changes while it is restored leaves the store empty and usable', async () => {
  await fill()
  await writeFrom(source.table.snapshot())
  let opened = 0
  const changing = () => {
    opened += 1
    return createReadStream(file, opened === 1 ? {} : { end: 20_000 })
  }
  await expect(restore(target.table, changing)).rejects.toThrow(BrokenBackupError)
  expect(await target.table.isEmpty()).toBe(true)
  expect(await restoreFile()).toBe(501)
})

test('a stream that cannot be written makes the backup fail', async () => {
  const nowhere = createWriteStream(path.join(folder, 'missing', 'backup'))
  await expect(writeBackup(source.table.snapshot(), nowhere)).rejects.toThrow('ENOENT')
})
