import type { Sheet } from '#shared/register/sheet.ts'
import { RefusedError } from '../../platform/http/refused-error.ts'
import { type Archive, openArchive } from './archive.ts'
import type { ReadingLimits } from './limits.ts'
import { readSharedStrings } from './shared-strings.ts'
import { NO_DATES, readDateStyles } from './styles.ts'
import { readWorksheet } from './worksheet.ts'
import { type Attributes, parseXml } from './xml.ts'

const WORKBOOK = 'xl/workbook.xml'
const RELATIONS = 'xl/_rels/workbook.xml.rels'
const CONTENT_TYPES = '[Content_Types].xml'

interface Relation {
  readonly type: string
  readonly path: string
}

interface ListedSheet {
  readonly name: string
  readonly hidden: boolean
  readonly relation: string
}

/** The sheets of an XLSX workbook, in their order. @throws RefusedError with a `register.*` code */
export async function readWorkbook(
  bytes: Uint8Array,
  limits: ReadingLimits,
): Promise<readonly Sheet[]> {
  const archive = await openArchive(bytes, limits)
  await refuseOtherKinds(archive)
  const { listed, from1904 } = await readListedSheets(archive)
  if (listed.length > limits.sheets) throw new RefusedError('register.unpacks_too_large')
  const relations = await readRelations(archive)
  const partOf = (kind: string): string | undefined =>
    [...relations.values()].find(({ type }) => type.endsWith(`/${kind}`))?.path
  const [texts, styles] = [partOf('sharedStrings'), partOf('styles')]
  const shared = {
    strings: texts === undefined ? [] : await readSharedStrings(archive, texts, limits),
    // Some programs name a part of styles and write none.
    dates:
      styles !== undefined && archive.names.has(styles)
        ? await readDateStyles(archive, styles, from1904)
        : NO_DATES,
  }
  const scanned = { rows: 0, cells: 0 }
  const sheets: Sheet[] = []
  for (const { name, hidden, relation } of listed) {
    const part = relations.get(relation)
    // Charts and dialogs on a sheet of their own hold no rows.
    if (!part?.type.endsWith('/worksheet')) continue
    const rows = await readWorksheet(archive, part.path, shared, limits, scanned)
    sheets.push({ name, rows, ...(hidden && { hidden }) })
  }
  return sheets
}

const isMacro = (name: string): boolean => /(?:^|\/)vbaProject[^/]*\.bin$/i.test(name)

async function refuseOtherKinds(archive: Archive): Promise<void> {
  const names = [...archive.names]
  if (names.some(isMacro)) throw new RefusedError('register.has_macros')
  if (!archive.names.has(WORKBOOK) || !archive.names.has(CONTENT_TYPES)) {
    throw new RefusedError('register.not_a_table')
  }
  await parseXml(archive.text(CONTENT_TYPES), {
    open(_, attributes) {
      if (/macroEnabled|vbaProject/i.test(attributes['ContentType'] ?? '')) {
        throw new RefusedError('register.has_macros')
      }
    },
  })
}

/** An attribute by its name without prefix: `r:id`, `ns2:id`. */
const prefixed = (attributes: Attributes, name: string): string | undefined =>
  Object.entries(attributes).find(([key]) => key.endsWith(`:${name}`))?.[1]

async function readListedSheets(
  archive: Archive,
): Promise<{ readonly listed: readonly ListedSheet[]; readonly from1904: boolean }> {
  const listed: ListedSheet[] = []
  let from1904 = false
  await parseXml(archive.text(WORKBOOK), {
    open(element, attributes) {
      if (element === 'workbookPr') from1904 = /^(?:1|true)$/.test(attributes['date1904'] ?? '')
      if (element !== 'sheet') return
      const { name = '', state } = attributes
      const hidden = state === 'hidden' || state === 'veryHidden'
      listed.push({ name, hidden, relation: prefixed(attributes, 'id') ?? '' })
    },
  })
  return { listed, from1904 }
}

/** Targets are relative to `xl/`, or absolute in the archive. */
const pathOf = (target: string): string =>
  target.startsWith('/') ? target.slice(1) : `xl/${target.replace(/^\.\//, '')}`

async function readRelations(archive: Archive): Promise<ReadonlyMap<string, Relation>> {
  const relations = new Map<string, Relation>()
  await parseXml(archive.text(RELATIONS), {
    open(element, { Id, Type, Target }) {
      if (element !== 'Relationship' || Id === undefined) return
      relations.set(Id, { type: Type ?? '', path: pathOf(Target ?? '') })
    },
  })
  return relations
}
