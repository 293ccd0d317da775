import { parseArgs } from 'node:util'
import { FIELD_NAMES, FIELDS, type Field, knownField } from '#shared/register/columns.ts'
import { ColumnMapping } from '#shared/register/mapping.ts'
import type { ImportOrder, NewCommunity } from './import-order.ts'

export const USAGE = `用法 usage: npm run import -- FILE --community NAME [--dry-run] [--json]

把业主名册（.xlsx 或 .csv）导入为小区名册的一个新版本；同一文件再导入一次不会有任何改动。
Makes a house register the community's next version; the same file again changes nothing.

  --community NAME   小区编号或名称。还没有这个小区时会新建：编号就是 NAME（含汉字时另取一个），规则先用全国规则
                     id or name; made where there is none, under national rules
  --dry-run          只检查，不写入，也不需要服务器 (reads only: writes nothing, needs no server)
  --json             在标准输出打印一份 JSON (one JSON document on standard output)
  --columns LIST     指明每一列是什么，如 房号=B,建筑面积=D,业主姓名=E (which column is which)
  --sheet NAME       --columns 所指的工作表，不写则为第一个 (the sheet that --columns speaks of)
  --header-row N     表头在第几行，没有表头写 0 (the row of the header, 0 for none)
  新建小区时 for a new community:
  --street ID  --street-name NAME  --company NAME  --code XX（两位，选自 34679ACDEFGHJKMNPRTUWXY）

DATA_DIR 是数据文件夹（默认 ./data）；服务器在运行时由它写入。
DATA_DIR is the data folder; a server that runs on it does the writing.
退出码 exit code: 0 完成 done, 1 没有导入 not taken, 2 用法不对 wrong usage
`

export interface ImportArguments {
  readonly file: string
  readonly community: string | undefined
  readonly isDry: boolean
  readonly isJson: boolean
  /** Without a sheet where none was named: then it is the first. */
  readonly columns: Omit<ColumnMapping, 'sheet'> | undefined
  readonly sheet: string | undefined
  readonly make: NewCommunity
}

/** Not what `USAGE` says. `message` is one line. */
export class UsageError extends Error {
  override name = 'UsageError'
}

const OPTIONS = {
  community: { type: 'string' },
  'dry-run': { type: 'boolean' },
  json: { type: 'boolean' },
  columns: { type: 'string' },
  sheet: { type: 'string' },
  'header-row': { type: 'string' },
  street: { type: 'string' },
  'street-name': { type: 'string' },
  company: { type: 'string' },
  code: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/** @returns `help` where that was asked for. @throws UsageError */
export function readArguments(args: readonly string[]): ImportArguments | 'help' {
  const { values, positionals } = parse(args)
  if (values.help) return 'help'
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new UsageError('写明一个文件 (name one file)')
  const isDry = values['dry-run'] ?? false
  if (values.community === undefined && !isDry) {
    throw new UsageError('用 --community 写明小区 (name the community with --community)')
  }
  return {
    file,
    community: values.community,
    isDry,
    isJson: values.json ?? false,
    columns: columnsIn(values.columns, values['header-row']),
    sheet: values.sheet,
    make: newCommunity(values),
  }
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true })
  } catch (err) {
    throw new UsageError(err instanceof Error ? err.message : String(err), { cause: err })
  }
}

function newCommunity(values: {
  readonly street?: string
  readonly 'street-name'?: string
  readonly company?: string
  readonly code?: string
}): ImportOrder['make'] {
  const { street, 'street-name': streetName, company, code } = values
  return {
    ...(street !== undefined && { street }),
    ...(streetName !== undefined && { streetName }),
    ...(company !== undefined && { company }),
    ...(code !== undefined && { code }),
  }
}

function columnsIn(list: string | undefined, headerRow = '1') {
  if (list === undefined) return undefined
  if (!/^\d{1,4}$/.test(headerRow)) throw new UsageError('--header-row 应是行号 (a row number)')
  const columns: Partial<Record<Field, number>> = {}
  for (const part of list.split(/[,，]/)) {
    const [name = '', letters = ''] = part.split(/[=＝]/).map((one) => one.trim())
    const field = fieldCalled(name)
    if (!field || !/^[A-Za-z]{1,2}$/.test(letters)) {
      throw new UsageError(`--columns 里的“${part}”看不懂 (not like 房号=B)`)
    }
    columns[field] = columnOf(letters.toUpperCase())
  }
  return { headerRow: Number(headerRow), columns }
}

const fieldCalled = (name: string): Field | undefined =>
  FIELDS.find((field) => field === name || FIELD_NAMES[field] === name) ?? knownField(name)

const columnOf = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
