import { median } from './measured.ts'
import { runOnServerCore } from './processes.ts'

/** As Lambda's runtime loads it. */
const SCRIPT = `const start = performance.now()
const tell = () => process.stdout.write(String(performance.now() - start))
const [, file] = process.argv
if (file.endsWith('.mjs')) import(file).then(tell)
else tell(require(file))`

/** Time to load a bundle in a fresh process, in ms: the median of several. */
export const initMs = (bundle: string, times: number): number =>
  median(
    Array.from({ length: times }, () =>
      Number(runOnServerCore(['-e', SCRIPT, `${process.cwd()}/${bundle}`])),
    ),
  )
