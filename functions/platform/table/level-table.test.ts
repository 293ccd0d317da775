import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { ClassicLevel } from 'classic-level'
import { openLevelTable, UnusableFolderError } from './level-table.ts'
import { itemAt, temporaryFolder } from './open-tables.fixture.ts'
import type { Item } from './table.ts'

const SECONDS = 1_800_000_000
let seconds: number
let folder: string
const store = () => path.join(folder, 'store')
const open = () => openLevelTable(store(), { now: () => new Date(seconds * 1000) })

beforeEach(async () => {
  seconds = SECONDS
  folder = await temporaryFolder()
})
afterEach(async () => {
  jest.restoreAllMocks()
  await rm(folder, { recursive: true })
})

/** What lies in the store, without the table in between. */
async function rawKeys(): Promise<string[]> {
  const db = new ClassicLevel(store())
  const keys = await db.keys().all()
  await db.close()
  return keys
}

async function putRaw(key: string, value: string): Promise<void> {
  const db = new ClassicLevel(store())
  await db.put(key, value)
  await db.close()
}

async function all(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = []
  for await (const item of items) found.push(item)
  return found
}

describe('a folder', () => {
  test('keeps what was put, over closing and opening', async () => {
    const first = await open()
    expect(await first.isEmpty()).toBe(true)
    await first.put(itemAt('A', '1', { by1: { pk: 'I', sk: '1' } }))
    await first.close()
    const second = await open()
    expect(await second.get({ pk: 'A', sk: '1' })).toMatchObject({ version: 1 })
    expect((await second.queryIndex('by1', 'I')).items).toHaveLength(1)
    expect(await second.isEmpty()).toBe(false)
    await second.close()
  })

  const unusable = (reason: string) =>
    expect.objectContaining({
      name: 'UnusableFolderError',
      reason,
      message: expect.stringMatching(/^\/.*\/store[^\n]* [^\n]+$/) as string,
    }) as UnusableFolderError

  test('serves one table of this process', async () => {
    const table = await open()
    await expect(open()).rejects.toEqual(unusable('locked'))
    await table.put(itemAt('A', '1'))
    await table.close()
  })

  test('serves one process, and the next when that one is killed', async () => {
    const program = `const { ClassicLevel } = require('classic-level')
      new ClassicLevel(process.argv[1]).open().then(() => process.stdout.write('open'))
      setInterval(() => undefined, 1000)`
    const child = spawn(process.execPath, ['-e', program, store()], { cwd: __dirname })
    await once(child.stdout, 'data')
    await expect(open()).rejects.toEqual(unusable('locked'))
    child.kill('SIGKILL')
    await once(child, 'exit')
    await (await open()).close()
  })

  test('that is a file is refused', async () => {
    await writeFile(store(), 'not a folder')
    await expect(open()).rejects.toEqual(unusable('unwritable'))
  })

  test.each([
    ['of another format', '!format', '2', 'other-format'],
    ['in which a restore was interrupted', '!restoring', '', 'half-restored'],
  ])('%s is refused and unlocked again', async (_name, key, value, reason) => {
    await (await open()).close()
    await putRaw(key, value)
    await expect(open()).rejects.toEqual(unusable(reason))
    await putRaw('!other', 'the folder is not locked')
  })
})

describe('writes', () => {
  test('that come together share one batch', async () => {
    const table = await open()
    const batches = jest.spyOn(ClassicLevel.prototype, 'batch')
    await Promise.all(Array.from({ length: 50 }, (_n, n) => table.put(itemAt('A', `${n}`))))
    expect(batches).toHaveBeenCalledTimes(1)
    await table.close()
  })

  test('that the disk refuses are refused to their callers, and the next ones are taken', async () => {
    const table = await open()
    jest.spyOn(ClassicLevel.prototype, 'batch').mockImplementationOnce(() => {
      throw new Error('no space left')
    })
    const writes = [table.put(itemAt('A', '1')), table.put(itemAt('A', '2'))]
    for (const outcome of await Promise.allSettled(writes)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { message: 'no space left' } })
    }
    await table.put(itemAt('A', '1'))
    expect(await table.count('A')).toBe(1)
    await table.close()
  })

  test('that are under way are done before the table is closed', async () => {
    const table = await open()
    const writing = table.put(itemAt('A', '1'))
    await table.close()
    await writing
    expect(await rawKeys()).toContain('iA\u00001')
    await expect(table.put(itemAt('A', '2'))).rejects.toThrow()
  })

  test('are not seen by a snapshot taken before them', async () => {
    const table = await open()
    await table.put(itemAt('A', '1'))
    const snapshot = table.snapshot()
    await table.put(itemAt('A', '2'))
    await table.delete({ pk: 'A', sk: '1' }, 1)
    expect(await all(snapshot)).toEqual([itemAt('A', '1')])
    expect(await all(table.snapshot())).toEqual([itemAt('A', '2')])
    await table.close()
  })
})

describe('what has expired', () => {
  const expiring = (sk: string, after: number) =>
    itemAt('A', sk, { expiresAt: SECONDS + after, by1: { pk: 'I', sk }, wake: { pk: 'W', sk } })

  test('is removed in steps, with its index rows and marks', async () => {
    const table = await open()
    for (const sk of ['1', '2', '3', '4', '5']) await table.put(expiring(sk, 10))
    await table.put(expiring('later', 11))
    await table.put(expiring('put off', 10))
    await table.put({ ...expiring('put off', 20), version: 2 })
    expect(await table.sweepExpired()).toBe(0)
    seconds = SECONDS + 10
    expect(await all(table.snapshot())).toHaveLength(2)
    expect(await table.sweepExpired(3)).toBe(3)
    expect(await table.sweepExpired(3)).toBe(2)
    expect(await table.sweepExpired(3)).toBe(0)
    seconds = SECONDS + 20
    expect(await table.sweepExpired()).toBe(2)
    await table.close()
    expect(await rawKeys()).toEqual(['!format'])
  })

  test('is removed now and then by writing something else', async () => {
    const table = await open()
    await table.put(expiring('1', 10))
    seconds = SECONDS + 120
    await table.put(itemAt('B', '1'))
    await table.close()
    expect(await rawKeys()).toEqual(['!format', 'iB\u00001'])
  })
})
