import type { RegisterOwner, RegisterUnit } from '#shared/register/register.ts'
import type { Register } from '#shared/register/register.ts'
import type { SameName } from '#shared/register/owner-list.ts'
import type { Settled } from './pages.ts'
import type { Same } from './stored.ts'

/** Says as whom an owner of a unit is known from now on. */
type Known = (unit: string, key: string) => string

/**
 * What a file says, beside what is known already: an owner without any number is the one of that name the unit had;
 * owners once decided to be one stay one; a representative stays while the owners do, unless the file names another.
 */
export function settle(
  file: Register,
  before: Settled | undefined,
  same: readonly Same[],
): Settled {
  if (!before && same.length === 0) return { ...file, same }
  const known = knownAs(file, before, same)
  const old = new Map(before?.units.map((unit) => [unit.label, unit]))
  const units = file.units.map((unit) => withRepresentative(renamed(unit, known), old))
  return { units, owners: ownersOf(file, before, known), buildings: file.buildings, same }
}

/** Decisions made now over those made before. */
export function decided(
  before: readonly Same[],
  groups: readonly (readonly string[])[],
): readonly Same[] {
  const all = new Map(before.map(({ key, as }) => [key, as]))
  for (const group of groups) {
    const [first = ''] = [...group].sort()
    for (const key of group) all.set(key, first)
  }
  return [...all].map(([key, as]) => ({ key, as })).sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** Groups of one name still to be decided, each owner under the key it is known by. */
export function stillSame(
  file: Register,
  before: Settled | undefined,
  groups: readonly SameName[],
): readonly SameName[] {
  const adopted = adoption(file, before)
  return groups.flatMap((group) => {
    const byKey = new Map<
      string,
      { -readonly [K in keyof SameName['owners'][number]]: SameName['owners'][number][K] }
    >()
    for (const owner of group.owners) {
      for (const unit of owner.units) {
        const key = adopted(unit, owner.key)
        const held = byKey.get(key)
        byKey.set(
          key,
          held ? { ...held, units: [...held.units, unit] } : { ...owner, key, units: [unit] },
        )
      }
    }
    return byKey.size < 2 ? [] : [{ name: group.name, owners: [...byKey.values()] }]
  })
}

function knownAs(file: Register, before: Settled | undefined, same: readonly Same[]): Known {
  const adopted = adoption(file, before)
  const as = new Map(same.map((one) => [one.key, one.as]))
  return (unit, key) => {
    const own = adopted(unit, key)
    return as.get(own) ?? own
  }
}

const isBare = ({ identity, phones }: RegisterOwner): boolean => !identity && phones.length === 0

const holdersIn = ({ owners, developer }: RegisterUnit): readonly string[] =>
  developer === undefined ? owners : [...owners, developer]

/**
 * Without identity and phone nothing but name and home tells who an owner is: the same name at the same home stays
 * the same owner, so that a register exported without numbers comes back as what it was. Two of one name at one home
 * are taken in the order of their keys.
 */
function adoption(file: Register, before: Settled | undefined): Known {
  const owners = new Map(file.owners.map((owner) => [owner.key, owner]))
  const names = new Map(before?.owners.map(({ key, name }) => [key, name]))
  const units = new Map(file.units.map((unit) => [unit.label, unit]))
  const old = new Map(before?.units.map((unit) => [unit.label, unit]))
  const nameOf = (key: string): string | undefined => owners.get(key)?.name
  return (label, key) => {
    const owner = owners.get(key)
    const was = old.get(label)
    const unit = units.get(label)
    if (!owner || !was || !unit || !isBare(owner)) return key
    const alike = holdersIn(was).filter((one) => names.get(one) === owner.name)
    if (alike.length === 0 || alike.includes(key)) return key
    const here = holdersIn(unit).filter((one) => nameOf(one) === owner.name)
    return [...new Set(alike)].sort()[[...new Set(here)].sort().indexOf(key)] ?? key
  }
}

/** By key of owner, as the register keeps them: under other keys the same shares are no change. */
const inOrder = (
  shares: NonNullable<RegisterUnit['shares']>,
): NonNullable<RegisterUnit['shares']> => shares.sort((a, b) => (a.owner < b.owner ? -1 : 1))

function renamed(unit: RegisterUnit, known: Known): RegisterUnit {
  const { label, owners, developer, representative, shares } = unit
  const as = (key: string): string => known(label, key)
  return {
    ...unit,
    owners: [...new Set(owners.map(as))].sort(),
    ...(developer !== undefined && { developer: as(developer) }),
    ...(representative !== undefined && { representative: as(representative) }),
    ...(shares && {
      shares: inOrder(shares.map((share) => ({ ...share, owner: as(share.owner) }))),
    }),
  }
}

function withRepresentative(
  unit: RegisterUnit,
  old: ReadonlyMap<string, RegisterUnit>,
): RegisterUnit {
  const was = old.get(unit.label)
  if (unit.representative !== undefined || was?.representative === undefined) return unit
  const stays = was.owners.join('+') === unit.owners.join('+') && was.status === unit.status
  return stays ? { ...unit, representative: was.representative } : unit
}

/** Numbers of all that are one are its numbers; who is known by name and home alone keeps those known before. */
function ownersOf(
  file: Register,
  before: Settled | undefined,
  known: Known,
): readonly RegisterOwner[] {
  const old = new Map(before?.owners.map((owner) => [owner.key, owner]))
  const sources = new Map<string, Map<string, RegisterOwner>>()
  const add = (key: string, owner: RegisterOwner): void => {
    const held = sources.get(key) ?? new Map<string, RegisterOwner>()
    sources.set(key, held.set(owner.key, owner))
  }
  const owners = new Map(file.owners.map((owner) => [owner.key, owner]))
  for (const unit of file.units) {
    for (const from of holdersIn(unit)) {
      const key = known(unit.label, from)
      const owner = owners.get(from)
      if (owner) add(key, owner)
      const earlier = old.get(key)
      if (earlier && owner && isBare(owner)) add(key, earlier)
    }
  }
  return [...sources]
    .map(([key, several]) => merged(key, [...several.values()]))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
}

/** As many as an import keeps of one owner. */
const MOST_PHONES = 10

function merged(key: string, several: readonly RegisterOwner[]): RegisterOwner {
  const inOrder = [...several].sort((a, b) => (a.key < b.key ? -1 : 1))
  const [first] = inOrder
  const identity = inOrder.find((owner) => owner.identity)?.identity
  const phones = new Map(inOrder.flatMap((owner) => owner.phones.map((one) => [one.hash, one])))
  return {
    key,
    name: first?.name ?? '',
    organisation: first?.organisation ?? false,
    ...(identity && { identity }),
    phones:
      several.length === 1 ? (first?.phones ?? []) : [...phones.values()].slice(0, MOST_PHONES),
  }
}
