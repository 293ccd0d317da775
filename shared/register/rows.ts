import { areaSourceOf, type Area, parseArea } from './areas.ts'
import { AREAS, fieldsOf, textProblem, type Written } from './cells.ts'
import { type ReadCoOwnership, readCoOwnership } from './co-ownership.ts'
import type { Columns } from './header.ts'
import { isDate, withoutDates } from './dates.ts'
import { MOST_OWNERS, type NamedOwner, type NamedOwners, readOwners, splitNames } from './owners.ts'
import type { Doubt, Problem } from './problems.ts'
import type { AreaSource } from './register.ts'
import { type NamedPlace, readPlace, type RowContext } from './row-place.ts'
import type { Row } from './sheet.ts'
import { saysTotal } from './skipping.ts'
import { joinStatus, saleOf, saysUnsold, statusOf, type UnitStatus } from './words.ts'

/** A unit as its rows say it, before it is known who is who. Area in 0.01 m². */
export interface NamedUnit extends NamedPlace, Pick<ReadCoOwnership, 'form' | 'shares'> {
  readonly areaCenti: number
  readonly areaSource: AreaSource
  readonly status: UnitStatus
  readonly owners: readonly NamedOwner[]
  /** Name of the developer, where the row has one. */
  readonly developer?: string
  readonly representative?: string
  readonly doubts: readonly Doubt[]
}

const AREA_PROBLEMS = {
  not_a_number: 'area_not_a_number',
  ambiguous: 'area_ambiguous',
  not_positive: 'area_not_positive',
  too_large: 'area_too_large',
} as const satisfies Record<Extract<Area, string>, Problem>

const SOURCE_OF = { area: 'register', surveyArea: 'survey', contractArea: 'contract' } as const

/** One unit below the header, or the reason why it cannot be one. `joined` are rows of further co-owners. */
export function readUnit(
  row: Row,
  columns: Columns,
  context: RowContext,
  joined: readonly Row[] = [],
): NamedUnit | Problem {
  const rows = [row, ...joined].map((one) => fieldsOf(one, columns))
  const [written] = rows as [Written]
  const unsafe = rows.map(textProblem).find((problem) => problem !== undefined)
  if (unsafe) return unsafe
  if (saysTotal(row, { columns })) return 'looks_like_a_total'
  const place = readPlace(written, context)
  if (place === 'room_not_recognised' || place === 'room_is_a_date') return place
  const area = areaOf(written)
  if (typeof area === 'string') return area
  if (typeof place === 'string') return place
  const status = statusIn(written)
  if (typeof status === 'object') return status.problem
  const people = peopleOf(rows)
  return peopleProblem(status, people) ?? { ...place, ...area, status, ...people }
}

/** 解释(法释〔2009〕7 号) art. 8: the registered area counts, else the surveyed, else that of the contract. */
function areaOf({ text }: Written): Pick<NamedUnit, 'areaCenti' | 'areaSource'> | Problem {
  const field = AREAS.find((one) => text(one) !== '') ?? 'area'
  const area = parseArea(text(field))
  if (typeof area === 'string') return AREA_PROBLEMS[area]
  const source = areaSourceOf(text('areaSource')) ?? areaSourceOf(text(field)) ?? SOURCE_OF[field]
  return { areaCenti: area.centi, areaSource: source }
}

function statusIn({ text }: Written): UnitStatus | { readonly problem: Problem } {
  const [delivery, sale] = [text('status'), text('sale')]
  if (delivery === '' && sale === '') return saysUnsold(text('owner')) ? 'unsold' : 'delivered'
  if ([delivery, sale].some(isDate)) return { problem: 'status_is_a_date' }
  const read = delivery === '' ? 'delivered' : statusOf(withoutDates(delivery))
  const sold = sale === '' ? 'delivered' : saleOf(withoutDates(sale))
  return read && sold ? joinStatus(read, sold) : { problem: 'status_not_recognised' }
}

function ownersIn({ cell, text }: Written): NamedOwners {
  const owner = saysUnsold(text('owner')) ? '' : text('owner')
  const first = readOwners({
    owner,
    identity: text('identity'),
    identityIsNumber: cell('identity')?.kind === 'number',
    phone: text('phone'),
  })
  const others = readOwners({
    owner: text('coOwner'),
    identity: text('coIdentity'),
    identityIsNumber: cell('coIdentity')?.kind === 'number',
    phone: text('coPhone'),
  })
  // Some registers repeat the first owner among the co-owners.
  const added = others.owners.filter(({ name }) => first.owners.every((one) => one.name !== name))
  return { owners: [...first.owners, ...added], doubts: [...first.doubts, ...others.doubts] }
}

interface People extends Pick<ReadCoOwnership, 'form' | 'shares'> {
  readonly owners: readonly NamedOwner[]
  readonly developer?: string
  readonly representative?: string
  readonly doubts: readonly Doubt[]
}

const SHARE_BESIDE_NAME = /\d%|\d\/\d+\)/

function peopleOf(rows: readonly Written[]): People {
  const first = (field: 'developer' | 'representative' | 'coOwnership') =>
    rows.map(({ text }) => text(field)).find((text) => text !== '') ?? ''
  const named = rows.map(ownersIn)
  const owners = named.flatMap((one) => one.owners)
  const column = rows.map(({ text }) => text('shares')).filter((text) => text !== '')
  const beside = rows.map(({ text }) => text('owner')).filter((one) => SHARE_BESIDE_NAME.test(one))
  const shares = (column.length > 0 ? column : beside).join('、')
  const { doubts, ...owned } = readCoOwnership(first('coOwnership'), shares, owners.length)
  const developer = first('developer')
  const [representative] = splitNames(first('representative'))
  return {
    owners,
    ...owned,
    doubts: [...new Set([...named.flatMap((one) => one.doubts), ...doubts])],
    ...(developer && { developer }),
    ...(representative && { representative }),
  }
}

function peopleProblem(
  status: UnitStatus,
  { owners, representative }: People,
): Problem | undefined {
  if (status === 'delivered' && owners.length === 0) return 'delivered_without_owner'
  if (owners.length > MOST_OWNERS) return 'too_many_owners'
  if (owners.some(({ name }) => /^[\d.,\s]+$/.test(name))) return 'owner_not_a_name'
  const named = representative === undefined || owners.some(({ name }) => name === representative)
  return named ? undefined : 'representative_not_an_owner'
}
