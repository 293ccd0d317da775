import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { AskedPlace, ScopePlace, VotePlace } from './scope.ts'

/** A unit as far as where it stands goes: its canonical label, `3-2-801`, and the register's building, `3`. */
export interface Placed {
  readonly unit: string
  readonly building: string
  readonly kind: 'home' | 'commercial' | 'parking'
}

/** What of a label stands between its building and its room; a building without entrances has ''. */
export function entranceOf({ unit, building }: Pick<Placed, 'unit' | 'building'>): string {
  if (building === '' || !unit.startsWith(`${building}-`)) return ''
  const rest = unit.slice(building.length + 1)
  const end = rest.lastIndexOf('-')
  return end === -1 ? '' : rest.slice(0, end)
}

/** Whether a unit stands in one of the places. A parking space stands in no building, so it is in no scope. */
export const isWithin = (
  places: readonly AskedPlace[],
  placed: Pick<Placed, 'unit' | 'building'>,
): boolean =>
  places.some(
    ({ building, entrance }) =>
      placed.building === building &&
      building !== '' &&
      (entrance === undefined || entrance === entranceOf(placed)),
  )

/** As `isWithin`, of a home of which nothing but its label is known. */
export const isHomeWithin = (places: readonly AskedPlace[], unit: string): boolean =>
  places.some(({ building }) => isWithin(places, { unit, building: underBuilding(unit, building) }))

const underBuilding = (unit: string, building: string): string =>
  unit.startsWith(`${building}-`) ? building : ''

/** `2` before `10`, numbers before names. */
function byNumber(a: string, b: string): number {
  const [first, second] = [Number.parseInt(a, 10), Number.parseInt(b, 10)]
  if (first === second || (Number.isNaN(first) && Number.isNaN(second))) return a < b ? -1 : 1
  if (Number.isNaN(first)) return 1
  return Number.isNaN(second) ? -1 : first - second
}

/** Buildings with homes or shops, each with its entrances, in the order of their numbers. */
export function votePlacesOf(
  units: readonly Placed[],
  nameOf: (building: string) => string,
): VotePlace[] {
  const buildings = new Map<string, Map<string, number>>()
  for (const unit of units) {
    if (unit.kind === 'parking' || unit.building === '') continue
    const entrances = buildings.get(unit.building) ?? new Map<string, number>()
    const entrance = entranceOf(unit)
    entrances.set(entrance, (entrances.get(entrance) ?? 0) + 1)
    buildings.set(unit.building, entrances)
  }
  return [...buildings]
    .sort(([a], [b]) => byNumber(a, b))
    .map(([building, entrances]) => ({
      building,
      name: nameOf(building),
      homes: [...entrances.values()].reduce((sum, homes) => sum + homes, 0),
      entrances: [...entrances]
        .filter(([entrance]) => entrance !== '')
        .sort(([a], [b]) => byNumber(a, b))
        .map(([entrance, homes]) => ({
          entrance,
          name: `${nameOf(building)}${entrance}单元`,
          homes,
        })),
    }))
}

const writtenAs = ({ building, entrance }: AskedPlace): string =>
  entrance === undefined ? `${building}栋` : `${building}栋${entrance}单元`

type NoScope =
  'votes.scope_empty' | 'votes.scope_unknown' | 'votes.scope_twice' | 'votes.scope_overlaps'

/** Whether a vote may be about these places, as the register has them; with the register's names, in its order. */
export function canBeAbout(
  asked: readonly AskedPlace[],
  known: readonly VotePlace[],
): Decision<readonly ScopePlace[], NoScope> {
  if (asked.length === 0) return refuse('votes.scope_empty')
  const all = known.flatMap(namedPlaces)
  const found: ScopePlace[] = []
  for (const place of asked) {
    const named = all.find((one) => isSame(one, place))
    if (!named) return refuse('votes.scope_unknown', { place: writtenAs(place) })
    if (found.includes(named)) return refuse('votes.scope_twice', { place: named.name })
    found.push(named)
  }
  for (const part of found) {
    const whole = found.find((one) => one.entrance === undefined && one.building === part.building)
    if (whole && part !== whole) {
      return refuse('votes.scope_overlaps', { building: whole.name, place: part.name })
    }
  }
  return accept(all.filter((place) => found.includes(place)))
}

const namedPlaces = ({ building, name, entrances }: VotePlace): ScopePlace[] => [
  { building, name },
  ...entrances.map((one) => ({ building, entrance: one.entrance, name: one.name })),
]

const isSame = (a: AskedPlace, b: AskedPlace): boolean =>
  a.building === b.building && a.entrance === b.entrance

/** Whether two scopes are the same places, in whatever order; `undefined` is the whole community. */
export function isSameScope(
  a: readonly AskedPlace[] | undefined,
  b: readonly AskedPlace[] | undefined,
): boolean {
  if (!a || !b) return a === b
  return a.length === b.length && a.every((place) => b.some((one) => isSame(place, one)))
}
