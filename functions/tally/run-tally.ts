import { countVectorFile } from '#shared/votes/counting/vectors/count-file.ts'
import { problemLine } from '#shared/votes/counting/vectors/problem-lines.ts'

export interface TallyPorts {
  /** Rejects with a message where the file cannot be read. */
  readonly readFile: (path: string) => Promise<Uint8Array>
  readonly print: (line: string) => void
  readonly complain: (line: string) => void
}

/** Counts a file of vote vectors. Prints one JSON document, or only complaints. Returns the exit code. */
export async function runTally(args: readonly string[], ports: TallyPorts): Promise<0 | 1> {
  const [fileName, ...others] = args
  if (fileName === undefined || others.length > 0) {
    ports.complain('usage: npm run --silent tally -- FILE.json')
    return 1
  }
  const text = await readText(fileName, ports.readFile)
  if (!text.ok) {
    ports.complain(`${fileName}: ${text.message}`)
    return 1
  }
  const count = countVectorFile(text.value)
  if (!count.ok) {
    for (const problem of count.problems) ports.complain(problemLine(fileName, problem))
    return 1
  }
  ports.print(JSON.stringify({ results: count.results }))
  return 0
}

async function readText(fileName: string, readFile: TallyPorts['readFile']) {
  let bytes: Uint8Array
  try {
    bytes = await readFile(fileName)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { ok: false, message: `cannot be read: ${why}` } as const
  }
  try {
    // Kept, so that a byte order mark is seen and refused.
    const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
    return { ok: true, value: decoder.decode(bytes) } as const
  } catch {
    return { ok: false, message: 'is not UTF-8' } as const
  }
}
