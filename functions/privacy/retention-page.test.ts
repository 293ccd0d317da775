import { LASTING, PERIODS, RETAINED } from '#shared/privacy/retention-periods.ts'
import { periodOf } from '#shared/privacy/retention.ts'
import { expectCurrent } from '../platform/generated-doc.fixture.ts'

const row = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`
const table = (head: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  row(head),
  row(head.map(() => '---')),
  ...rows.map(row),
]

const CONFIDENCE = {
  law: 'fixed by law',
  practice: 'usual practice',
  choice: 'our choice',
} as const
const BY: Readonly<Record<string, string>> = {
  expiry: 'the store, by its expiry',
  log: 'the log’s own retention',
}

const page = [
  '# How long records are kept',
  '',
  '<!-- Written by `npm run docs` from shared/privacy/retention-periods.ts: change it there. -->',
  '',
  'The privacy page of the mini-program shows the same table. `removed by` names the job (the kind of item the sweep visits) or what forgets the record by itself; `functions/retention.test.ts` holds each to its time.',
  '',
  ...table(
    ['what', 'kept', 'source', 'why so long', 'removed by', 'besides'],
    RETAINED.map((id) => {
      const { what, source, confidence, removedBy, besides = '' } = PERIODS[id]
      const by = BY[removedBy] ?? `job \`${removedBy}\``
      return [what, periodOf(id), source, CONFIDENCE[confidence], by, besides]
    }),
  ),
  '',
  '## What has no period of its own',
  '',
  ...table(
    ['what', 'until', 'why'],
    LASTING.map(({ what, until, why }) => [what, until, why]),
  ),
  '',
].join('\n')

test('docs/retention.md is the table that the jobs go by', () => {
  expectCurrent('docs/retention.md', page)
})
