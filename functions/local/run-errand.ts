import { Hono } from 'hono'
import { openDataFolder, StartError } from './data-folder.ts'
import { knock } from './door.ts'
import type { Asked } from './asked.ts'
import { doErrand } from './errands.ts'
import { openMachine } from './machine.ts'
import type { LocalSettings } from './settings.ts'
import type { Surroundings } from './surroundings.ts'

/**
 * Has an errand done by the server that holds the data, or does it here; gives what was answered, and tells each
 * piece of it as it comes.
 * @throws StartError in one line where it was not done
 */
export async function runErrand(
  settings: LocalSettings,
  around: Surroundings,
  name: string,
  asked: Asked,
  onPiece: (piece: Uint8Array) => void = () => undefined,
): Promise<Uint8Array> {
  const folder = openDataFolder(settings.folder)
  const running = await knock(folder.door, name, asked)
  const answer = running ?? (await here())
  const bytes = await readWhole(answer, running ? onPiece : () => undefined)
  if (answer.ok) return bytes
  throw new StartError(new TextDecoder().decode(bytes))

  async function here(): Promise<Response> {
    const machine = await openMachine({ ...settings, quiet: true }, folder, around, new Hono())
    try {
      const done = await doErrand(name, asked, machine)
      if (!done) throw new StartError(`there is no errand ${name}`)
      // Read whole before the store is closed.
      return new Response(await readWhole(done, onPiece), { status: done.status })
    } finally {
      await machine.store.close()
    }
  }
}

async function readWhole(
  { body }: Response,
  onPiece: (piece: Uint8Array) => void,
): Promise<Uint8Array<ArrayBuffer>> {
  const pieces: Uint8Array[] = []
  for await (const piece of body ?? []) {
    onPiece(piece)
    pieces.push(piece)
  }
  return new Uint8Array(Buffer.concat(pieces))
}
