import { readFile, stat } from 'node:fs/promises'
import path from 'node:path'
import { adminCommand } from '../local/admin-command.ts'
import { auditCommand } from '../local/audit-command.ts'
import { backUp, restoreFrom } from '../local/backup-commands.ts'
import { importCommand } from '../local/import-command.ts'
import { keysCommand } from '../local/keys-command.ts'
import { runErrand } from '../local/run-errand.ts'
import { serveOneMachine } from '../local/serve.ts'
import { settingsFrom } from '../local/settings.ts'
import type { Surroundings } from '../local/surroundings.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { READING_LIMITS } from '../register/reading/limits.ts'

type Command = 'serve' | 'admin' | 'backup' | 'restore' | 'audit' | 'import' | 'keys'

/** What `npm start` and the commands on its data run. */
export async function run(
  command: Command,
  args: readonly string[],
  buildSite: () => Promise<void>,
): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const log = (line: string): void => void process.stderr.write(line)
  if (command === 'import') {
    process.exitCode = await runImport(args, { say, log, random: Math.random, buildSite })
    return
  }
  const settings = settingsFrom(process.env, () => new Date())
  if (command === 'backup') return backUp(settings, args[0], say)
  if (command === 'restore') return restoreFrom(settings, args[0], say)
  if (command === 'keys') {
    keysCommand(settings, args, say)
    return
  }
  const around = { say, log, random: Math.random, buildSite }
  if (command === 'admin') return adminCommand(settings, around, args)
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

/** The settings are looked at only where something is written. */
function runImport(args: readonly string[], around: Surroundings): Promise<number> {
  return importCommand(args, {
    readFile: readRegisterFile,
    print: (text) => void process.stdout.write(text),
    complain: (line) => around.log(`${line}\n`),
    runErrand: (query, body, onPiece) => {
      const settings = settingsFrom(process.env, () => new Date())
      return runErrand(settings, around, 'import', { query, body }, onPiece)
    },
  })
}

async function readRegisterFile(file: string): Promise<Uint8Array> {
  // npm runs its scripts at the project's root; a relative path is meant from where npm was called.
  const { INIT_CWD: calledFrom = '.', npm_lifecycle_event: script } = process.env
  const whole = path.resolve(script === 'import' ? calledFrom : '.', file)
  const { fileBytes } = READING_LIMITS
  if ((await stat(whole)).size > fileBytes) {
    throw new RefusedError('register.file_too_large', { megabytes: fileBytes / 1_000_000 })
  }
  return readFile(whole)
}
