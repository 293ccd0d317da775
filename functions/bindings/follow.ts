import { helpedId, isOpen, isOwnership, type Binding } from '#shared/bindings/rules/home.ts'
import { dayOf } from '#shared/kernel/calendar.ts'
import type { HomeIn } from '#shared/people/rules.ts'
import type { Persons } from '../people/offers.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { ConflictError } from '../platform/table/table.ts'
import type { StoredHome } from './stored.ts'

type HeldGrants = NonNullable<Awaited<ReturnType<Persons['grantsOf']>>>

type Needs = {
  readonly persons: Pick<Persons, 'bindHome' | 'unbindHome' | 'setHelp' | 'grantsOf'>
}

/**
 * Makes each person's own item say what the home says of them. The home is the truth: doing it twice, late or
 * after a crash ends the same. A person without an item any more is passed over.
 */
export async function followHome({ persons }: Needs, home: StoredHome): Promise<void> {
  const ids = [...new Set(home.bindings.map(({ person }) => person))]
  for (const person of ids) {
    try {
      await followPerson(persons, home, person)
    } catch (err) {
      if (!(err instanceof RefusedError) && !(err instanceof ConflictError)) throw err
    }
  }
}

async function followPerson(
  persons: Needs['persons'],
  home: StoredHome,
  person: string,
): Promise<void> {
  const grants = await persons.grantsOf(person)
  if (!grants) return
  await followHelp(persons, home, person, grants)
  const held = grants.homes.find((one) => isAt(home, one))
  const giving = home.bindings.filter((one) => one.person === person && givesHome(one))
  const binding = giving.find(isOwnership) ?? giving[0]
  if (!binding) {
    if (held) await persons.unbindHome(person, home.community, home.unit)
    return
  }
  const wanted = homeOf(home, binding)
  if (held && isSame(held, wanted) && grants.name !== '') return
  await persons.bindHome(person, wanted, binding.name)
}

type Spot = Pick<StoredHome, 'community' | 'unit'>
const isAt = (a: Spot, b: Spot): boolean => a.community === b.community && a.unit === b.unit

async function followHelp(
  persons: Needs['persons'],
  home: StoredHome,
  person: string,
  { helps }: HeldGrants,
): Promise<void> {
  const help = helpFrom(home.bindings, person)
  const held = helps.find((one) => isAt(home, one))
  const stands = held?.of === help?.of && held?.from === help?.from && held?.until === help?.until
  if (!stands) await persons.setHelp(person, home, help)
}

/** Whom the person helps here and on which days; none where they do not, or no longer. */
function helpFrom(bindings: readonly Binding[], person: string) {
  const help = bindings.find(
    (one) => one.person === person && one.relation === 'helper' && isOpen(one),
  )
  const of = help && helpedId(help)
  if (help?.until === undefined || of === undefined) return undefined
  return { of, from: help.from ?? dayOf(new Date(help.since)), until: help.until }
}

/** A helper files for somebody else: the home is not theirs. */
const givesHome = ({ status, relation }: Binding): boolean =>
  (status === 'claimed' || status === 'verified') && relation !== 'helper'

/** The key on the register comes with the verification, and with it the vote. */
function homeOf({ community, unit, areaCenti }: StoredHome, binding: Binding): HomeIn {
  const { relation, status, owner } = binding
  const isOwner = isOwnership(binding)
  return {
    community,
    unit,
    areaCenti,
    relation: relation === 'owner' || relation === 'co_owner' ? relation : 'tenant',
    standing: status === 'claimed' ? 'claimed' : 'verified',
    ...(isOwner && status === 'verified' && owner !== undefined && { owner }),
  }
}

const isSame = (a: HomeIn, b: HomeIn): boolean =>
  a.relation === b.relation &&
  (a.standing ?? 'verified') === (b.standing ?? 'verified') &&
  a.owner === b.owner &&
  a.areaCenti === b.areaCenti
