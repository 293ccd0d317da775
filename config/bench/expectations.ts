import { ms, type Expectation, type Row } from './report.ts'

interface Measurements {
  readonly rows: readonly Row[]
  readonly tallies: readonly {
    readonly heads: number
    readonly items: number
    readonly ms: number
  }[]
  readonly rssMb: number | undefined
}

/** The fastest peer measured on this kind of machine made 984 complaints a second, checking less. */
export function expectationsOf({ rows, tallies, rssMb }: Measurements): Expectation[] {
  const row = (name: string, clients: number) => {
    const found = rows.find((one) => one.name === name && one.clients === clients)
    if (!found) throw new Error(`${name} was not measured`)
    return found.loaded
  }
  const create = row('create', 8)
  const slower = 1 - row('list-many', 8).perSecond / row('list-few', 8).perSecond
  const tally = Math.max(...tallies.filter(({ heads }) => heads === 5_000).map((one) => one.ms))
  const failed = rows.reduce((sum, { loaded }) => sum + loaded.failed, 0)
  return [
    {
      what: 'create, 8 clients, one core',
      expected: '>= 2,000/s',
      measured: `${Math.round(create.perSecond)}/s`,
      met: create.perSecond >= 2_000,
    },
    {
      what: 'create, 8 clients, p99',
      expected: '<= 20 ms',
      measured: `${ms(create.p99)} ms`,
      met: create.p99 <= 20,
    },
    {
      what: 'list 30: large against 30 rows, 8 clients',
      expected: 'within 20 %',
      measured: `${(slower * 100).toFixed(1)} % slower`,
      met: slower <= 0.2,
    },
    {
      what: 'tally of 5,000 heads, 1 and 10 items',
      expected: '<= 20 ms',
      measured: `${ms(tally)} ms`,
      met: tally <= 20,
    },
    {
      what: 'resident memory after load',
      expected: '<= 150 MB',
      measured: rssMb === undefined ? 'unknown' : `${Math.round(rssMb)} MB`,
      met: rssMb !== undefined && rssMb <= 150,
    },
    { what: 'requests refused', expected: '0', measured: String(failed), met: failed === 0 },
  ]
}
