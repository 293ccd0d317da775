import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { isDynamoTested, openDynamoTable } from './dynoxide.fixture.ts'
import { openLevelTable, type LevelTable } from './level-table.ts'
import { PUT_NEW } from './limits.ts'
import type { Item, Page, Table } from './table.ts'

export interface OpenTable<T extends Table = Table> {
  readonly table: T
  readonly close: () => Promise<void>
}

interface Clock {
  readonly now?: () => Date
}

export const temporaryFolder = (): Promise<string> => mkdtemp(path.join(tmpdir(), 'jiayuan-table-'))

/** On disk, in a folder that `close` removes. */
export async function openTemporaryTable(options: Clock = {}): Promise<OpenTable<LevelTable>> {
  const folder = await temporaryFolder()
  const table = await openLevelTable(folder, options)
  const close = async (): Promise<void> => {
    await table.close()
    await rm(folder, { recursive: true })
  }
  return { table, close }
}

type Open = (options?: Clock) => Promise<OpenTable>

/** For `describe.each`: every suite that touches the store runs on every adapter. */
export const openTables: readonly (readonly [name: string, open: Open])[] = [
  ['level', openTemporaryTable],
  ...(isDynamoTested ? [['dynamo', openDynamoTable] as const] : []),
]

/** Version 1 of an item, for suites to which its content does not matter. */
export const itemAt = (pk: string, sk: string, rest: Partial<Item> = {}): Item => ({
  pk,
  sk,
  version: 1,
  v: 1,
  data: { title: '漏水' },
  ...rest,
})

export async function putAll(table: Table, items: readonly Item[]): Promise<void> {
  for (let start = 0; start < items.length; start += PUT_NEW) {
    await table.putNew(items.slice(start, start + PUT_NEW))
  }
}

/** Every page of a reading; how many rows each had. */
export async function readAll<T>(read: (cursor: { cursor?: string }) => Promise<Page<T>>) {
  const items: T[] = []
  const sizes: number[] = []
  let page = await read({})
  for (;;) {
    items.push(...page.items)
    sizes.push(page.items.length)
    if (page.cursor === undefined) return { items, sizes }
    page = await read({ cursor: page.cursor })
  }
}
