import { readFileSync, writeFileSync } from 'node:fs'
import { openLevelTable } from '#functions/platform/table/level-table.ts'
import type { Table } from '#functions/platform/table/table.ts'
import { importRegister } from '#functions/register/importing.ts'
import { hasDynamo, openBenchDynamo } from './bench-dynamo.ts'
import { largeRegister } from './large-register.ts'
import type { Imported } from './measured.ts'

type Cost = Omit<Imported, 'on'>

async function importInto(table: Table, file: string): Promise<Cost> {
  const bytes = readFileSync(file)
  const idle = process.memoryUsage().rss
  const start = performance.now()
  const { summary } = await importRegister(bytes, {
    table,
    communityId: 'bench',
    now: new Date(),
    newId: () => 'one-import',
    hash: (text) => Buffer.from(text).toString('base64url').padEnd(22, '_'),
  })
  return {
    units: summary.units,
    ms: performance.now() - start,
    idleMb: idle / 1e6,
    peakMb: (process.resourceUsage().maxRSS * 1_024) / 1e6,
  }
}

async function importOnLevel(file: string, folder: string): Promise<Cost> {
  const table = await openLevelTable(folder)
  try {
    return await importInto(table, file)
  } finally {
    await table.close()
  }
}

async function importOnDynamo(file: string): Promise<Cost | undefined> {
  if (!hasDynamo()) return undefined
  const { table, close } = await openBenchDynamo()
  try {
    return await importInto(table, file)
  } finally {
    await close()
  }
}

/** `write FILE UNITS`, then in a process each, so that each tells its own memory: `level FILE FOLDER`, `dynamo FILE`. */
const [what, file = '', more = ''] = process.argv.slice(2)
const tell = (figures: Cost | undefined): void =>
  void process.stdout.write(JSON.stringify(figures ?? null))
if (what === 'write') writeFileSync(file, largeRegister(Number(more)))
else if (what === 'level') void importOnLevel(file, more).then(tell)
else void importOnDynamo(file).then(tell)
