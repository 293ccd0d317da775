import { isOrganisation, type NamedOwner } from './owners.ts'
import type { RegisterOwner } from './register.ts'
import { type Hash, needDecision } from './same-owner.ts'

/** Owners of one name, each with where it stands and what tells it from the others. */
export interface SameName {
  readonly name: string
  readonly owners: readonly {
    readonly key: string
    readonly units: readonly string[]
    readonly identityLast4?: string
    readonly phoneLast4?: string
  }[]
}

interface Known {
  readonly key: string
  readonly name: string
  readonly units: string[]
  identity: string | undefined
  readonly phones: Set<string>
}

/** 132 bits of the digest: short enough for rolls of thousands of units, and collisions stay impossible. */
const KEY_LENGTH = 22

/** One owner of a whole street with a phone in every row must not outgrow a stored item. */
const MOST_PHONES = 10

const last4 = (number: string): string => number.slice(-4)

export class OwnerList {
  readonly #hash: Hash
  readonly #known = new Map<string, Known>()

  constructor(hash: Hash) {
    this.#hash = hash
  }

  /** @param id what makes the owner the same one (see `ownersOf`); never stored. Returns the owner's key */
  add(id: string, { name, identity, phone }: NamedOwner, unit: string): string {
    let known = this.#known.get(id)
    if (!known) {
      const key = this.#hash(`owner|${id}`).slice(0, KEY_LENGTH)
      known = { key, name, units: [], identity: undefined, phones: new Set() }
      this.#known.set(id, known)
    }
    known.identity ??= identity
    if (phone !== undefined && known.phones.size < MOST_PHONES) known.phones.add(phone)
    if (known.units.at(-1) !== unit) known.units.push(unit)
    return known.key
  }

  all(): readonly RegisterOwner[] {
    const masked = (kind: string, number: string) => ({
      hash: this.#hash(`${kind}|${number}`),
      last4: last4(number),
    })
    return [...this.#known.values()]
      .map(({ key, name, identity, phones }) => ({
        key,
        name,
        organisation: isOrganisation(name, identity),
        ...(identity !== undefined && { identity: masked('identity', identity) }),
        phones: [...phones].sort().map((phone) => masked('phone', phone)),
      }))
      .sort((a, b) => (a.key < b.key ? -1 : 1))
  }

  sameNames(): readonly SameName[] {
    const byName = new Map<string, Known[]>()
    for (const known of this.#known.values()) {
      const held = byName.get(known.name)
      if (held) held.push(known)
      else byName.set(known.name, [known])
    }
    return [...byName]
      .filter(([, several]) => needDecision(several.map((known) => known.identity)))
      .map(([name, several]) => ({ name, owners: several.map(asListed) }))
  }
}

function asListed({ key, units, identity, phones }: Known) {
  const [phone] = phones
  return {
    key,
    units,
    ...(identity !== undefined && { identityLast4: last4(identity) }),
    ...(phone !== undefined && { phoneLast4: last4(phone) }),
  }
}
