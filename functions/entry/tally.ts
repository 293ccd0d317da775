import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { runTally } from '#functions/tally/run-tally.ts'

// npm runs its scripts at the project's root; a relative path is meant from where npm was called.
const { INIT_CWD: calledFrom = '.', npm_lifecycle_event: script } = process.env
const base = script === 'tally' ? calledFrom : '.'

void runTally(process.argv.slice(2), {
  readFile: (path) => readFile(resolve(base, path)),
  print: (line) => process.stdout.write(`${line}\n`),
  complain: (line) => process.stderr.write(`${line}\n`),
}).then((code) => {
  process.exitCode = code
})
