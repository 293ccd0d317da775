import { accept, type Decision, refuse } from '#shared/kernel/decision.ts'
import { buildingsOf } from './buildings.ts'
import { developersOf, isUndelivered, type Developer } from './developers.ts'
import type { LeftOutSheet } from './find-registers.ts'
import type { ColumnMapping } from './mapping.ts'
import { OwnerList, type SameName } from './owner-list.ts'
import type { RowDoubt, RowProblem } from './problems.ts'
import type { RegisterRefusal } from './refusals.ts'
import type { Register, RegisterUnit } from './register.ts'
import { type Hash, type Mention, ownersOf } from './same-owner.ts'
import type { Sheet } from './sheet.ts'
import { type TakenSheet, type TakenUnit, takeRows } from './take-rows.ts'

export interface Understanding {
  readonly register: Register
  /** Rows that cannot be taken, in the order of the file. */
  readonly problems: readonly RowProblem[]
  /** Rows that were taken, but had better be looked at. */
  readonly doubts: readonly RowDoubt[]
  /** Owners of the same name that nothing tells apart: a person decides, until then they are several. */
  readonly sameNames: readonly SameName[]
  readonly sheets: readonly TakenSheet[]
  readonly leftOut: readonly LeftOutSheet[]
  /** Whether every column was recognised beyond doubt or told by a person; otherwise nothing may be written. */
  readonly certain: boolean
}

/** More than this is no community, and more than one import should hold in memory. */
const MOST_UNITS = 50_000

/** A few homes are entered twice; where half of them are, it is their buildings that were not told apart. */
const MOST_REPEATED = 10

function roomsAreRepeated(taken: readonly TakenUnit[], problems: readonly RowProblem[]): number {
  const repeated = problems.filter(({ problem }) => problem === 'duplicate_unit').length
  return repeated >= MOST_REPEATED && repeated * 2 >= taken.length ? repeated : 0
}

/** The register that a spreadsheet describes, with its columns as told or as recognised. Pure; linear in the rows. */
export function understand(
  sheets: readonly Sheet[],
  hash: Hash,
  mappings: readonly ColumnMapping[] = [],
): Decision<Understanding, RegisterRefusal> {
  const rows = takeRows(sheets, mappings)
  if (!rows.ok) return rows
  const { units: taken, problems, ...about } = rows.value
  if (taken.length > MOST_UNITS) return refuse('register.too_many_units', { units: MOST_UNITS })

  const repeated = roomsAreRepeated(taken, problems)
  if (repeated > 0) return refuse('register.rooms_repeated', { rows: repeated })

  const { units, owners, unnamed } = identify(taken, hash)
  if (units.length === 0) return refuse('register.nothing_to_take')
  const inFile = new Map(sheets.map((sheet, i) => [sheet.name, i]))
  const place = (problem: RowProblem): number => inFile.get(problem.sheet) ?? 0
  return accept({
    ...about,
    register: {
      units: units.map(({ unit }) => unit).sort((a, b) => (a.label < b.label ? -1 : 1)),
      owners: owners.all(),
      buildings: buildingsOf(units.map(({ unit, from }) => ({ unit, written: from.written }))),
    },
    problems: [...problems, ...unnamed].sort((a, b) => place(a) - place(b) || a.row - b.row),
    sameNames: owners.sameNames(),
  })
}

interface Identified {
  readonly unit: RegisterUnit
  readonly from: TakenUnit
}

const mentionsOf = ({ owners, label }: TakenUnit): readonly Mention[] =>
  owners.map((owner, place) => ({ ...owner, unit: label, place }))

function identify(taken: readonly TakenUnit[], hash: Hash) {
  const developers = developersOf(taken)
  const ownerOf = ownersOf(taken.flatMap(mentionsOf))
  const idOf = (mention: Mention): string => developers.named(mention)?.id ?? ownerOf(mention)
  const owners = new OwnerList(hash)
  const units: Identified[] = []
  const unnamed: RowProblem[] = []
  for (const from of taken) {
    const developer = isUndelivered(from) ? developers.of(from) : undefined
    if (isUndelivered(from) && !developer)
      unnamed.push({ ...from.at, problem: 'developer_not_named' })
    else units.push({ unit: unitOf(from, developer, owners, idOf), from })
  }
  return { units, owners, unnamed }
}

function unitOf(
  from: TakenUnit,
  developer: Developer | undefined,
  owners: OwnerList,
  idOf: (mention: Mention) => string,
): RegisterUnit {
  const { label, building, kind, areaCenti, areaSource, status } = from
  const named = mentionsOf(from).flatMap((mention) => {
    const isDeveloper = mention.name === developer?.name
    const key = owners.add(isDeveloper ? developer.id : idOf(mention), mention, label)
    return isDeveloper ? [] : [{ name: mention.name, key }]
  })
  const keys = named.map(({ key }) => key)
  const representative = named.find(({ name }) => name === from.representative)
  return {
    label,
    building,
    kind,
    areaCenti,
    areaSource,
    status,
    owners: [...new Set(keys)].sort(),
    ...coOwnershipOf(from, keys),
    ...(developer && { developer: owners.add(developer.id, developer, label) }),
    ...(representative && { representative: representative.key }),
  }
}

/** Shares are kept only while each belongs to an owner of its own. */
function coOwnershipOf({ form, shares }: TakenUnit, keys: readonly string[]) {
  if (form === undefined || new Set(keys).size < 2) return {}
  const fits = shares?.length === keys.length && new Set(keys).size === keys.length
  const held = shares?.map(({ part, of }, i) => ({ owner: keys[i] ?? '', part, of }))
  const sorted = held?.sort((a, b) => (a.owner < b.owner ? -1 : 1))
  return { coOwnership: form, ...(fits && sorted && { shares: sorted }) }
}
