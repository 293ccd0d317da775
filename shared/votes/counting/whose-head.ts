import { voterOf, type Submission } from './ballots.ts'
import type { Head } from './heads.ts'
import type { Because } from './reasons.ts'

/** A head (by its place on the roll) a ballot names, and which part of it the ballot names. */
export interface Naming {
  readonly place: number
  /** Equal for two ballots that name the same of the head's units. */
  readonly part: string
}

const WHOLE = ''

export interface Finder {
  /** The heads the voter is an owner of, or why there is none. */
  readonly headsNamedBy: (ballot: Submission) => readonly Naming[] | Because
}

function indexOf<Name>(
  heads: readonly Head[],
  namesOf: (head: Head) => readonly Name[],
): ReadonlyMap<Name, readonly number[]> {
  const places = new Map<Name, number[]>()
  for (const [place, head] of heads.entries())
    for (const name of namesOf(head)) {
      const found = places.get(name)
      if (found === undefined) places.set(name, [place])
      else found.push(place)
    }
  return places
}

/** Looks names up once, so that finding a ballot's heads does not depend on the size of the roll. */
export function finderFor(heads: readonly Head[]): Finder {
  const placesOfOwner = indexOf(heads, (head) => head.owners)
  const placesOfUnit = indexOf(heads, (head) => head.units)

  const partsNamed = (voter: string, units: readonly string[]): Naming[] => {
    const named = new Map<Head, { place: number; units: Set<string> }>()
    for (const unit of units)
      for (const place of placesOfUnit.get(unit) ?? []) {
        const head = heads[place]
        if (head === undefined || !head.owners.includes(voter)) continue
        const part = named.get(head)
        if (part === undefined) named.set(head, { place, units: new Set([unit]) })
        else part.units.add(unit)
      }
    return [...named].map(([head, part]) => ({ place: part.place, part: partOf(head, part.units) }))
  }

  return {
    headsNamedBy: (ballot) => {
      const owned = placesOfOwner.get(voterOf(ballot))
      if (owned === undefined) return 'owns_no_head'
      if (ballot.units === null) return owned.map((place) => ({ place, part: WHOLE }))
      const namings = partsNamed(voterOf(ballot), ballot.units)
      return namings.length === 0 ? 'names_no_counted_unit' : namings
    },
  }
}

const partOf = (head: Head, named: ReadonlySet<string>): string =>
  named.size === head.units.length ? WHOLE : JSON.stringify([...named].sort())

/** Co-owners cast one vote, by the one they chose: 建房〔2009〕274号 art. 25. */
export const speaksForItsHead = (ballot: Submission, head: Head): boolean =>
  head.representative === undefined || head.representative === voterOf(ballot)
