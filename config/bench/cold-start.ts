import { median } from './measured.ts'
import { runOnServerCore } from './processes.ts'

const SCRIPT = `const start = performance.now()
require(process.argv[1])
process.stdout.write(String(performance.now() - start))`

/** Time to load a bundle in a fresh process, in ms: the median of several. */
export const initMs = (bundle: string, times: number): number =>
  median(
    Array.from({ length: times }, () =>
      Number(runOnServerCore(['-e', SCRIPT, `${process.cwd()}/${bundle}`])),
    ),
  )
