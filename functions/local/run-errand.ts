import { Hono } from 'hono'
import { openDataFolder, StartError } from './data-folder.ts'
import { knock } from './door.ts'
import { doErrand, type Asked } from './errands.ts'
import { openMachine } from './machine.ts'
import type { LocalSettings } from './settings.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * Has an errand done by the server that holds the data, or does it here; gives what was answered.
 * @throws StartError in one line where it was not done
 */
export async function runErrand(
  settings: LocalSettings,
  around: Surroundings,
  name: string,
  asked: Asked,
): Promise<Uint8Array> {
  const folder = openDataFolder(settings.folder)
  const answer = (await knock(folder.door, name, asked)) ?? (await here())
  const bytes = new Uint8Array(await answer.arrayBuffer())
  if (answer.ok) return bytes
  throw new StartError(new TextDecoder().decode(bytes))

  async function here(): Promise<Response> {
    const machine = await openMachine({ ...settings, quiet: true }, folder, around, new Hono())
    try {
      const done = await doErrand(name, asked, machine)
      if (!done) throw new StartError(`there is no errand ${name}`)
      // Read whole before the store is closed.
      return new Response(await done.arrayBuffer(), { status: done.status })
    } finally {
      await machine.store.close()
    }
  }
}
