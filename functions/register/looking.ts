import { DOUBTS, PROBLEMS } from '#shared/register/problems.ts'
import type { Preview, RowNote, SameNames } from '#shared/register/terms.ts'
import type { Understanding } from '#shared/register/understand.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import type { Ports } from '../platform/ports.ts'
import type { Json } from '../platform/table/table.ts'
import { changesBetween } from './comparing.ts'
import { type Imports, listOf } from './imports.ts'
import type { RegisterPreview } from './importing.ts'
import { layOut, saysTheSame } from './layout.ts'
import { pagesOf, type Settled } from './pages.ts'
import { currentVersion, readAllPages, settledOf } from './repository.ts'
import { refusalOf } from './refused-import.ts'
import { registerFigures } from './saving.ts'
import { sampled } from './sampling.ts'
import { settle, stillSame } from './settling.ts'
import type { FoundImport, ListName, StoredImport } from './stored-import.ts'
import type { Same, StoredVersion } from './stored.ts'

interface Looking {
  readonly needs: Pick<Ports, 'table' | 'now' | 'newId'>
  readonly imports: Imports
  readonly found: FoundImport
}

type Looked = Pick<StoredImport, 'state' | 'look' | 'preview' | 'refusal'>

/** A person can help where a sheet is a table and only its columns are unclear. */
const MAPPABLE: readonly string[] = [
  'register.header_not_found',
  'register.column_missing',
  'register.column_repeated',
]

/** Compares what a file says with the register and puts down what a person will be shown; the register stays. */
export async function look(
  { needs, imports, found: { one } }: Looking,
  read: RegisterPreview,
  sha256: string,
): Promise<Looked> {
  const name = needs.newId()
  const write = (list: ListName, rows: readonly unknown[]): Promise<void> =>
    imports.writeList(one.id, listOf(list, name), rows as readonly Json[], needs.now())
  await write('sheets', sampled(read.guesses))
  if (!read.understood) {
    const { code, params } = read
    if (!MAPPABLE.includes(code)) throw new RefusedError(code, params)
    return { state: 'unclear', look: name, refusal: refusalOf(code, params) }
  }
  const { understanding } = read
  const { preview, lists } = await compare(needs, one.community, understanding, sha256)
  for (const [list, rows] of Object.entries(lists)) await write(list as ListName, rows)
  if (understanding.certain) return { state: 'ready', look: name, preview }
  const refusal = refusalOf('register.columns_uncertain')
  return { state: 'unclear', look: name, preview, refusal }
}

async function compare(
  { table }: Looking['needs'],
  community: string,
  understanding: Understanding,
  sha256: string,
) {
  const version = await currentVersion(table, community)
  const pages = version && (await readAllPages(table, community, version))
  const before = pages && settledOf(pages)
  const same = before?.same ?? []
  const after = settle(understanding.register, before, same)
  const layout = layOut(pagesOf(after), version && pages && { version, pages }, 'a fresh run')
  const changes = changesBetween(before, after)
  const of = (kind: string) => changes.filter(({ change }) => change === kind)
  const lists = {
    added: of('added'),
    changed: of('changed'),
    removed: of('removed'),
    rows: notesOf(understanding),
    same: sameNames(understanding, before, same),
  }
  const preview = previewOf(understanding, { version, before, after }, lists)
  return { lists, preview: { ...preview, sha256, unchanged: saysTheSame(layout, version) } }
}

interface Compared {
  readonly version: StoredVersion | undefined
  readonly before: Settled | undefined
  readonly after: Settled
}

function previewOf(
  { certain, sheets, leftOut, problems, doubts }: Understanding,
  { version, before, after }: Compared,
  lists: Readonly<Record<'added' | 'changed' | 'removed' | 'same', readonly unknown[]>>,
): Omit<Preview, 'sha256' | 'unchanged'> {
  return {
    comparedWith: version?.number ?? 0,
    certain,
    added: lists.added.length,
    changed: lists.changed.length,
    removed: lists.removed.length,
    problems: problems.length,
    doubts: doubts.length,
    sameNames: lists.same.length,
    figures: registerFigures(after),
    ...(before && { before: registerFigures(before) }),
    sheets: sheets.map(({ name, taken, skipped }) => ({ name, taken, skipped })),
    leftOut: leftOut.map(({ name, reason }) => ({ name, reason: leftOutSentence(name, reason) })),
  }
}

const leftOutSentence = (sheet: string, reason: string): string =>
  reason === 'hidden'
    ? `工作表“${sheet}”是隐藏的，没有导入。`
    : `工作表“${sheet}”不像名册，没有导入。`

const notesOf = ({ problems, doubts }: Understanding): readonly RowNote[] => [
  ...problems.map(({ sheet, row, problem, unit }) => ({
    sheet,
    row,
    taken: false,
    reason: PROBLEMS[problem],
    ...(unit !== undefined && { unit }),
  })),
  ...doubts.map(({ sheet, row, doubt }) => ({ sheet, row, taken: true, reason: DOUBTS[doubt] })),
]

const UNITS_SHOWN = 100

function sameNames(
  { register, sameNames: groups }: Understanding,
  before: Settled | undefined,
  same: readonly Same[],
): readonly SameNames[] {
  const decided = new Map(same.map(({ key, as }) => [key, as]))
  return stillSame(register, before, groups).map(({ name, owners }) => ({
    name,
    owners: owners.map((owner) => {
      const as = decided.get(owner.key)
      const units = owner.units.slice(0, UNITS_SHOWN)
      return { ...owner, units, ...(as !== undefined && { decided: as }) }
    }),
  }))
}
