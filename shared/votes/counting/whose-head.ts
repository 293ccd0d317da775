import { voterOf, type Submission } from './ballots.ts'
import type { Head } from './heads.ts'
import type { Because } from './reasons.ts'

/** Told each head (by its place on the roll) a ballot names, and which part of the head it names. */
export type Visit<B> = (ballot: B, place: number, part: string) => void

/** Names all the head's units; other parts are equal where they name the same units. */
const WHOLE = ''

/**
 * Finds the heads a ballot is cast for: those its voter is an owner of and, where it names units,
 * that hold one of them. Returns why, where there is none. Names are looked up once, so that placing
 * a ballot does not depend on the size of the roll.
 */
export function finderFor<B extends Submission>(heads: readonly Head[], visit: Visit<B>) {
  const placesOfOwner = placesByOwner(heads)
  let placeOfUnit: ReadonlyMap<string, number> | undefined

  return (ballot: B): Because | undefined => {
    const places = placesOfOwner.get(voterOf(ballot))
    if (places === undefined) return 'owns_no_head'
    if (ballot.units === null) {
      if (typeof places === 'number') visit(ballot, places, WHOLE)
      else for (const place of places) visit(ballot, place, WHOLE)
      return undefined
    }
    placeOfUnit ??= placesByUnit(heads)
    const named = unitsNamed(ballot, ballot.units, heads, placeOfUnit)
    for (const [place, units] of named) visit(ballot, place, partOf(heads[place], units))
    return named.size === 0 ? 'names_no_counted_unit' : undefined
  }
}

/** Most owners have one head: its place then stands for the list. */
function placesByOwner(heads: readonly Head[]): ReadonlyMap<string, number | readonly number[]> {
  const places = new Map<string, number | number[]>()
  heads.forEach((head, place) => {
    for (const owner of head.owners) {
      const found = places.get(owner)
      if (found === undefined) places.set(owner, place)
      else if (typeof found === 'number') places.set(owner, [found, place])
      else found.push(place)
    }
  })
  return places
}

function placesByUnit(heads: readonly Head[]): ReadonlyMap<string, number> {
  const places = new Map<string, number>()
  heads.forEach((head, place) => {
    for (const unit of head.units) places.set(unit, place)
  })
  return places
}

/** The units of the voter's own heads among those named; any other names nothing. */
function unitsNamed(
  ballot: Submission,
  units: readonly string[],
  heads: readonly Head[],
  placeOfUnit: ReadonlyMap<string, number>,
): ReadonlyMap<number, ReadonlySet<string>> {
  const named = new Map<number, Set<string>>()
  for (const unit of units) {
    const place = placeOfUnit.get(unit)
    if (place === undefined || heads[place]?.owners.includes(voterOf(ballot)) !== true) continue
    const part = named.get(place)
    if (part === undefined) named.set(place, new Set([unit]))
    else part.add(unit)
  }
  return named
}

const partOf = (head: Head | undefined, named: ReadonlySet<string>): string =>
  named.size === head?.units.length ? WHOLE : JSON.stringify([...named].sort())

/** Co-owners cast one vote, by the one they chose: 建房〔2009〕274号 art. 25. */
export const speaksForItsHead = (ballot: Submission, head: Head | undefined): boolean =>
  head?.representative === undefined || head.representative === voterOf(ballot)
