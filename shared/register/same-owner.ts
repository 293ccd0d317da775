import type { NamedOwner } from './owners.ts'

/** Keyed and one-way, URL-safe, at least 22 characters: the same text gives the same answer. */
export type Hash = (text: string) => string

/** An owner named by a row, and where: who has neither identity nor phone is nobody else. */
export interface Mention extends NamedOwner {
  readonly unit: string
  /** Place among the unit's owners. */
  readonly place: number
}

const byIdentity = (name: string, identity: string): string => `${name}|identity|${identity}`
const byPhone = (name: string, phone: string): string => `${name}|phone|${phone}`

/**
 * Says who is the same owner: same name and same identity number where there is one, otherwise same name and
 * same phone. Masked numbers prove nothing alone, a name alone never does.
 * A mention without identity joins the one owner of its name with that phone; where there are two, neither.
 */
export function ownersOf(mentions: readonly Mention[]): (mention: Mention) => string {
  const withPhone = new Map<string, Set<string>>()
  for (const { name, identity, phone } of mentions) {
    if (identity === undefined || phone === undefined) continue
    const known = withPhone.get(byPhone(name, phone)) ?? new Set()
    withPhone.set(byPhone(name, phone), known.add(byIdentity(name, identity)))
  }
  return ({ name, identity, phone, unit, place }) => {
    if (identity !== undefined) return byIdentity(name, identity)
    if (phone === undefined) return `${name}|unit|${unit}|${place}`
    const [only, ...others] = withPhone.get(byPhone(name, phone)) ?? []
    return only === undefined || others.length > 0 ? byPhone(name, phone) : only
  }
}

/** Whether two identity numbers might be one, the masked places left open. */
function mayBeSame(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined) return true
  if (a.length !== b.length) return false
  return Array.from(a).every((digit, i) => digit === b[i] || digit === '*' || b[i] === '*')
}

/** So many of one name are listed without comparing each with each. */
const COMPARED = 200

/** Whether a person has to say if these owners of the same name are one: some two are not told apart by identity. */
export const needDecision = (identities: readonly (string | undefined)[]): boolean =>
  identities.length > COMPARED ||
  identities.some((one, i) => identities.slice(i + 1).some((other) => mayBeSame(one, other)))
