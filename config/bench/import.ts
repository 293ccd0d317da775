import { readFileSync } from 'node:fs'
import { openLevelTable } from '#functions/platform/table/level-table.ts'
import { importRegister } from '#functions/register/importing.ts'

/** Reads the demo's register into an empty store: how long it takes, and the most memory it held. */
async function importOnce(folder: string): Promise<object> {
  const table = await openLevelTable(folder)
  const bytes = readFileSync('demo/jinxiu-register.xlsx')
  const idle = process.memoryUsage().rss
  const start = performance.now()
  const { summary } = await importRegister(bytes, {
    table,
    communityId: 'bench',
    now: new Date(),
    newId: () => 'one-import',
    hash: (text) => text.slice(0, 20),
  })
  const ms = performance.now() - start
  await table.close()
  return {
    units: summary.units,
    ms,
    idleMb: idle / 1e6,
    peakMb: (process.resourceUsage().maxRSS * 1_024) / 1e6,
  }
}

void importOnce(process.argv[2] ?? '').then((figures) =>
  process.stdout.write(JSON.stringify(figures)),
)
