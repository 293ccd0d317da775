import { openDataFolder } from '#functions/local/data-folder.ts'
import { openMachine } from '#functions/local/machine.ts'
import { settingsFrom } from '#functions/local/settings.ts'
import { Hono } from 'hono'

/** The product's own machine on a data folder, silent and without a page. */
export function openBenchMachine(folder: string): ReturnType<typeof openMachine> {
  const settings = settingsFrom({ DATA_DIR: folder, LOG: 'off' }, () => new Date())
  const around = {
    say: () => undefined,
    log: () => undefined,
    random: Math.random,
    buildSite: () => Promise.resolve(),
  }
  return openMachine(settings, openDataFolder(folder), around, new Hono())
}
