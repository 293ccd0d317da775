import { createHmac, randomBytes } from 'node:crypto'
import * as z from '#shared/kernel/zod.ts'
import type { ColumnMapping } from '#shared/register/mapping.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { type ImportReport, previewRegister, type RegisterPreview } from '../register/importing.ts'
import { READING_LIMITS } from '../register/reading/limits.ts'
import { readSheets } from '../register/reading/read-sheets.ts'
import { StartError } from './data-folder.ts'
import { type ImportArguments, readArguments, USAGE, UsageError } from './import-arguments.ts'
import { columnsOf, documentOf, linesOf } from './import-report.ts'
import { lineOf } from './refusal-line.ts'

export interface ImportSurroundings {
  /** @throws where there is no such file; asked for the size first, so that no huge file is read */
  readonly readFile: (file: string) => Promise<Uint8Array>
  readonly print: (text: string) => void
  readonly complain: (line: string) => void
  /** Has the errand `import` done; gives what was answered (`run-errand.ts`). */
  readonly runErrand: (
    query: URLSearchParams,
    body: Uint8Array,
    onPiece: (piece: Uint8Array) => void,
  ) => Promise<Uint8Array>
}

/** `npm run import`. @returns the exit code: 0 done, 1 not taken, 2 wrong usage */
export async function importCommand(
  args: readonly string[],
  around: ImportSurroundings,
): Promise<number> {
  try {
    const wanted = readArguments(args)
    if (wanted === 'help') around.print(USAGE)
    else await carryOut(wanted, around)
    return 0
  } catch (err) {
    if (err instanceof UsageError) {
      around.complain(`${err.message}；npm run import -- --help`)
      return 2
    }
    const line = lineOf(err)
    if (line === undefined) throw err
    around.complain(`没有导入 not imported: ${line}`)
    return 1
  }
}

async function carryOut(wanted: ImportArguments, around: ImportSurroundings): Promise<void> {
  const bytes = await fileOf(wanted.file, around)
  const mappings = await mappingsOf(wanted, bytes)
  const told = wanted.isDry
    ? await dryRun(bytes, mappings, around)
    : await importFor(wanted, bytes, mappings, around)
  around.print(
    wanted.isJson ? `${JSON.stringify(told.document, null, 1)}\n` : `${told.lines.join('\n')}\n`,
  )
}

async function fileOf(file: string, { readFile }: ImportSurroundings): Promise<Uint8Array> {
  try {
    return await readFile(file)
  } catch (err) {
    if (err instanceof RefusedError) throw err
    const reason = err instanceof Error ? err.message : String(err)
    throw new StartError(`读不了 ${file}：${reason} (cannot read the file)`, { cause: err })
  }
}

/** A mapping speaks of a sheet by name; the command line need not know it. */
async function mappingsOf(
  { columns, sheet }: ImportArguments,
  bytes: Uint8Array,
): Promise<readonly ColumnMapping[]> {
  if (!columns) return []
  const name = sheet ?? (await readSheets(bytes, READING_LIMITS))[0]?.name
  return name === undefined ? [] : [{ ...columns, sheet: name }]
}

interface Told {
  readonly document: object
  readonly lines: readonly string[]
}

async function dryRun(
  bytes: Uint8Array,
  mappings: readonly ColumnMapping[],
  { complain }: ImportSurroundings,
): Promise<Told> {
  // Nothing is kept, so any key will do: this one lives as long as the reading.
  const key = randomBytes(32)
  const hash = (text: string): string => createHmac('sha256', key).update(text).digest('base64url')
  const preview = await previewRegister(bytes, {
    hash,
    mappings,
    onProgress: ({ step }) => complain(STEPS[step]),
  })
  return toldOf(preview, complain)
}

const STEPS = {
  reading: '读取 reading …',
  understanding: '核对 understanding …',
  writing: '写入 writing …',
}

function toldOf(preview: RegisterPreview, complain: (line: string) => void): Told {
  if (!preview.understood) throw new RefusedError(preview.code, preview.params)
  const { figures, understanding, guesses } = preview
  const { certain } = understanding
  if (!certain) {
    complain(
      '各列是按内容猜的，正式导入前请用 --columns 指明 (columns guessed by content: confirm them)',
    )
  }
  const document = { ...documentOf(figures, understanding), certain, columns: columnsOf(guesses) }
  return { document, lines: linesOf(figures, understanding) }
}

type Done = ImportReport & { readonly community: string; readonly made: boolean }

const Line = z.object({
  step: z.enum(['reading', 'understanding', 'writing']).optional(),
  done: z.int().optional(),
  total: z.int().optional(),
  refused: z.string().optional(),
  report: z.custom<Done>((value) => typeof value === 'object').optional(),
})

async function importFor(
  { file, community = '', make }: ImportArguments,
  bytes: Uint8Array,
  mappings: readonly ColumnMapping[],
  { runErrand, complain }: ImportSurroundings,
): Promise<Told> {
  const name = file.split(/[\\/]/).at(-1) ?? file
  const query = new URLSearchParams({
    order: JSON.stringify({ community, file: name, mappings, make }),
  })
  let outcome: z.infer<typeof Line> = {}
  const onLine = (text: string): void => {
    const line = Line.parse(JSON.parse(text))
    if (line.step) complain(progressOf(line))
    else outcome = line
  }
  const lines = eachLine(onLine)
  await runErrand(query, bytes, lines)
  if (outcome.refused !== undefined) throw new StartError(outcome.refused)
  if (!outcome.report) throw new StartError('服务器没有答复 (the server gave no answer)')
  return toldOfReport(outcome.report)
}

const progressOf = ({ step = 'reading', done, total }: z.infer<typeof Line>): string =>
  total === undefined ? STEPS[step] : `${STEPS[step]} ${done ?? 0}/${total}`

function eachLine(onLine: (line: string) => void): (piece: Uint8Array) => void {
  const decoder = new TextDecoder()
  let rest = ''
  return (piece) => {
    const lines = (rest + decoder.decode(piece, { stream: true })).split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
  }
}

function toldOfReport({ community, made, changed, version, summary, ...about }: Done): Told {
  const first = changed
    ? `${made ? '新建了小区，' : ''}名册已更新为第 ${version} 版（小区 ${community}）`
    : `名册没有变化，仍是第 ${version} 版（小区 ${community}）`
  return {
    document: { community, made, changed, version, ...documentOf(summary, about) },
    lines: [first, ...linesOf(summary, about)],
  }
}
