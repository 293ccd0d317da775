import * as z from '#shared/kernel/zod.ts'
import { StartError } from './data-folder.ts'
import { runErrand } from './run-errand.ts'
import type { LocalSettings } from './settings.ts'
import type { Surroundings } from './surroundings.ts'

const USAGE = 'usage: npm run admin -- invite'

const Invited = z.object({ code: z.string(), expiresAt: z.string() })

/**
 * `invite` prints a code: who enters it in the mini-program, under 我的, becomes an administrator of the platform.
 * @throws StartError where something else was asked
 */
export async function adminCommand(
  settings: LocalSettings,
  around: Surroundings,
  args: readonly string[],
): Promise<void> {
  if (args.length !== 1 || args[0] !== 'invite') throw new StartError(USAGE)
  const asked = { body: new Uint8Array(), query: new URLSearchParams() }
  const answer = await runErrand(settings, around, 'admin', asked)
  const { code, expiresAt } = Invited.parse(JSON.parse(new TextDecoder().decode(answer)))
  around.say(code)
  around.say(`good once, until ${expiresAt}: enter it in the mini-program under 我的, 输入邀请码`)
}
