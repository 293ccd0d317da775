import { auditCommand } from '../local/audit-command.ts'
import { backUp, restoreFrom } from '../local/backup-commands.ts'
import { serveOneMachine } from '../local/serve.ts'
import { settingsFrom } from '../local/settings.ts'

type Command = 'serve' | 'backup' | 'restore' | 'audit'

/** What `npm start` and the commands on its data run. */
export async function run(
  command: Command,
  args: readonly string[],
  buildSite: () => Promise<void>,
): Promise<void> {
  const settings = settingsFrom(process.env, () => new Date())
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const log = (line: string): void => void process.stderr.write(line)
  if (command === 'backup') return backUp(settings, args[0], say)
  if (command === 'restore') return restoreFrom(settings, args[0], say)
  const around = { say, log, random: Math.random, buildSite }
  if (command === 'audit') return auditCommand(settings, around, args)

  const server = await serveOneMachine(settings, around)
  // A second signal while it stops is the same wish: the requests in flight still get their answers.
  let stopping = false
  const stop = (): void => {
    if (stopping) return
    stopping = true
    void server.stop().then(() => process.exit(0))
  }
  process.on('SIGTERM', stop)
  process.on('SIGINT', stop)
  for (const line of server.hello) say(line)
}
