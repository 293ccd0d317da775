import type { Loaded, Measured } from './measured.ts'

/** One operation under one number of clients, and what the same would cost at least. */
export interface Row {
  readonly name: string
  readonly what: string
  readonly clients: number
  readonly loaded: Loaded
  /** The same operations of the table, called directly. */
  readonly tableFloor: Measured
  /** A handler that does nothing, over the same HTTP server. */
  readonly httpFloor: Loaded
}

export interface Expectation {
  readonly what: string
  readonly expected: string
  readonly measured: string
  readonly met: boolean
}

export interface Figures {
  readonly about: readonly string[]
  readonly rows: readonly Row[]
  readonly tallies: readonly {
    readonly heads: number
    readonly items: number
    readonly ms: number
  }[]
  readonly plain: readonly (readonly [what: string, value: string])[]
  readonly expectations: readonly Expectation[]
}

const whole = (value: number): string => Math.round(value).toLocaleString('en')
export const ms = (value: number): string => value.toFixed(value < 10 ? 2 : 1)
const cpu = ({ cpuMs }: Loaded): string => (cpuMs === undefined ? 'unknown' : cpuMs.toFixed(3))

const HEAD = [
  'operation',
  'clients',
  'req/s',
  'p50 ms',
  'p99 ms',
  'CPU ms/req',
  'table floor /s',
  'HTTP floor /s',
  'HTTP floor CPU',
]

function cellsOf({ what, clients, loaded, tableFloor, httpFloor }: Row): string[] {
  const failed = loaded.failed === 0 ? '' : ` (${loaded.failed} FAILED)`
  return [
    `${what}${failed}`,
    String(clients),
    whole(loaded.perSecond),
    ms(loaded.p50),
    ms(loaded.p99),
    cpu(loaded),
    whole(tableFloor.perSecond),
    whole(httpFloor.perSecond),
    cpu(httpFloor),
  ]
}

/** A table for a terminal: the first column to the left, the others to the right. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, at) =>
    Math.max(...rows.map((row) => (row[at] ?? '').length)),
  )
  return rows.map((row) =>
    row
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join('  '),
  )
}

export function reportOf({ about, rows, tallies, plain, expectations }: Figures): string {
  return [
    ...about,
    '',
    ...table([HEAD, ...rows.map(cellsOf)]),
    '',
    ...table([
      ['tally', 'items', 'ms'],
      ...tallies.map(({ heads, items, ms: time }) => [
        `${whole(heads)} heads`,
        String(items),
        ms(time),
      ]),
    ]),
    '',
    ...table(plain.map(([what, value]) => [what, value])),
    '',
    ...table([
      ['expected', 'at', 'measured', ''],
      ...expectations.map(({ what, expected, measured, met }) => [
        what,
        expected,
        measured,
        met ? 'met' : 'MISSED',
      ]),
    ]),
    '',
  ].join('\n')
}
