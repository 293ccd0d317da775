import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { Place } from '../places.ts'
import type { ComplaintCode } from './codes.ts'

/** A home must be the filer's own, a building one of the community's; a common area is in the filer's words. */
export function placeFor(
  place: Place,
  homes: readonly { readonly unit: string }[],
  buildings: readonly string[],
  otherwise: ComplaintCode = 'complaints.not_your_home',
): Decision<Place, ComplaintCode> {
  if (place.kind === 'home' && !homes.some((home) => home.unit === place.unit)) {
    return refuse(otherwise)
  }
  if (place.kind === 'building' && !buildings.includes(place.building)) {
    return refuse('complaints.unknown_building')
  }
  return accept(place)
}

/** `1-2-801 室内`, `3栋`, `公共区域：东门岗亭`. */
export function describePlace(place: Place): string {
  if (place.kind === 'home') return `${place.unit} 室内`
  return place.kind === 'building' ? place.building : `公共区域：${place.area}`
}

/** The part of a home's label before the first dash is its building's number. */
const NUMBER_OF_BUILDING = /^[^-]+/

/** `3栋`: no more of a place than its building; nothing of a common area, which is in the filer's words. */
export function buildingOf(place: Place): string | undefined {
  if (place.kind === 'building') return place.building
  if (place.kind === 'common') return undefined
  const [number] = NUMBER_OF_BUILDING.exec(place.unit) ?? []
  return number === undefined ? undefined : `${number}栋`
}

/** What tells a building whatever it is called after: `3栋`, `3幢` and `3号楼` of one register are one. */
const MARK_OF_BUILDING = /^[0-9A-Za-z]+/

/** Whether two names are of one building: a home's label has its number, and not the register's word for it. */
export const isSameBuilding = (one: string | undefined, other: string | undefined): boolean =>
  one !== undefined && other !== undefined && markOf(one) === markOf(other)

const markOf = (name: string): string => MARK_OF_BUILDING.exec(name)?.[0] ?? name

/** For who must not know whose home it is. */
export const placeWithoutHome = (place: Place): string =>
  place.kind === 'home' ? `${buildingOf(place) ?? ''} 住户家中` : describePlace(place)

/** By code points. */
const SUMMARY = /^.{0,60}/u

/** The first 60 characters on one line; an emoji is never cut in two. */
export const summarise = (text: string): string =>
  SUMMARY.exec(text.replace(/\s+/g, ' '))?.[0] ?? ''
