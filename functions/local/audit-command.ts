import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import * as z from '#shared/kernel/zod.ts'
import { StartError } from './data-folder.ts'
import { runErrand } from './run-errand.ts'
import type { LocalSettings } from './settings.ts'
import type { Surroundings } from './surroundings.ts'

const USAGE = 'usage: npm run audit -- verify [--against NOTES] | npm run audit -- note NOTES'

const Found = z.record(
  z.string(),
  z.object({
    links: z.int(),
    head: z.string(),
    broken: z.object({ seq: z.int(), fault: z.string() }).optional(),
  }),
)

/**
 * `verify` reads every audit chain and names the first entry that is not as it was written; `note` writes the heads
 * to a file. Kept elsewhere, by somebody else, that file later shows that nothing was cut off or written anew.
 * @throws StartError where a chain is broken
 */
export async function auditCommand(
  settings: LocalSettings,
  around: Surroundings,
  args: readonly string[],
): Promise<void> {
  const [what, ...rest] = args
  if (what === 'note' && rest[0] !== undefined) return note(rest[0])
  if (what === 'verify' && rest.length === 0) return verify()
  if (what === 'verify' && rest[0] === '--against' && rest[1] !== undefined) return verify(rest[1])
  throw new StartError(USAGE)

  async function ask(body: Uint8Array): Promise<z.infer<typeof Found>> {
    const asked = { body, query: new URLSearchParams() }
    const answer = await runErrand(settings, around, 'audit', asked)
    return Found.parse(JSON.parse(new TextDecoder().decode(answer)))
  }
  async function note(file: string): Promise<void> {
    if (existsSync(file)) throw new StartError(`${file} exists already; choose another name`)
    const found = await ask(new Uint8Array())
    tell(found)
    const heads = Object.entries(found).map(([scope, { links, head }]) => [scope, { links, head }])
    writeFileSync(file, `${JSON.stringify(Object.fromEntries(heads), null, 2)}\n`)
    around.say(`noted in ${file}: have somebody else keep it`)
  }
  async function verify(against?: string): Promise<void> {
    if (against !== undefined && !existsSync(against)) {
      throw new StartError(`${against} does not exist`)
    }
    tell(await ask(against === undefined ? new Uint8Array() : readFileSync(against)))
  }
  function tell(found: z.infer<typeof Found>): void {
    for (const [scope, { links, broken }] of Object.entries(found)) {
      const outcome = broken ? `BROKEN at entry ${broken.seq}: ${broken.fault}` : 'whole'
      around.say(`${scope}: ${links} entries, ${outcome}`)
    }
    const broken = Object.values(found).filter((one) => one.broken).length
    if (broken > 0) throw new StartError(`${broken} of ${Object.keys(found).length} chains broken`)
    around.say(`${Object.keys(found).length} chains, every entry as it was written`)
  }
}
