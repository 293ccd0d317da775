import { dayOf } from '#shared/kernel/calendar.ts'
import type { Input } from '#shared/kernel/route.ts'
import type { register } from '#shared/register/contract.ts'
import { compact } from '#shared/register/characters.ts'
import { OwnerList } from '#shared/register/owner-list.ts'
import { type NamedOwner, phoneOf, splitNames } from '#shared/register/owners.ts'
import type { RegisterOwner } from '#shared/register/register.ts'
import { type Hash, ownersOf } from '#shared/register/same-owner.ts'
import type { NewOwner, Transfer } from '#shared/register/terms.ts'
import { transferred } from '#shared/register/transfers.ts'
import { accepted, RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { again } from './designating.ts'
import { holdersOf } from './listing.ts'
import { hashOn } from './matching.ts'
import type { Settled } from './pages.ts'
import { shownTransfer } from './reading-handlers.ts'
import { actsOf } from './repository.ts'
import { standing } from './roll-on.ts'
import { type ActTold, change } from './saving.ts'
import { actorOf, type RegisterCall } from './shop.ts'
import type { OwnerName, StoredAct } from './stored.ts'

type Wish = Input<typeof register.transfer>

/** One transfer is one version. Who asks for it twice is told of the first. */
export async function transfer(wish: Wish, call: RegisterCall): Promise<Transfer> {
  const { table, community } = call.repository
  const made = await again(async () => {
    const acts = await actsOf(table, community)
    const done = acts.find(({ madeBy }) => madeBy && isRepetition(madeBy, call.key))
    return done ?? (await recorded(wish, call, acts))
  })
  const stands = new Set(standing(await actsOf(table, community)).map(({ id }) => id))
  const [shown] = shownTransfer(made, stands, true)
  if (!shown) throw new Error('a transfer was recorded without being one')
  return shown
}

async function recorded(
  wish: Wish,
  call: RegisterCall,
  acts: readonly StoredAct[],
): Promise<StoredAct> {
  const { repository, key, now, newId } = call
  const { table, community } = repository
  const days = standing(acts).filter((one) => one.unit === wish.unit)
  const lastDay = days
    .map(({ day }) => day)
    .sort()
    .at(-1)
  const told: ActTold = {
    act: 'transfer',
    by: actorOf(call),
    madeBy: { id: key.id, request: key.request },
  }
  const as = { run: newId(), at: now, told, comparedWith: acts[0]?.number ?? 0 }
  const hash = hashOn(repository, community)
  const { version } = await change(table, community, as, (held) => {
    if (!held) throw new RefusedError('register.none_yet')
    const made = withTransfer(held.register, wish, { hash, today: dayOf(now), lastDay })
    told.transfer = { id: key.id, unit: wish.unit, day: wish.day, kind: wish.kind, ...made.whose }
    return made.register
  })
  return version
}

interface Around {
  readonly hash: Hash
  readonly today: string
  readonly lastDay: string | undefined
}

function withTransfer(register: Settled, wish: Wish, { hash, today, lastDay }: Around) {
  const unit = register.units.find(({ label }) => label === wish.unit)
  if (!unit) throw new RefusedError('register.unit_unknown')
  const to = wish.to.map((one, place) => ownerOf(one, register, { hash, unit: wish.unit, place }))
  const keys = to.map(({ key }) => key)
  if (new Set(keys).size < keys.length) throw new RefusedError('register.owner_repeated')
  const { from, kind, day } = wish
  const next = accepted(transferred(unit, { from, to: keys, kind, day, today, lastDay }))
  const units = register.units.map((one) => (one === unit ? next : one))
  const named = new Map(register.owners.map((owner) => [owner.key, owner]))
  const former = unit.owners.flatMap((key) => named.get(key) ?? [])
  for (const owner of to) named.set(owner.key, owner)
  // Who owns nothing any more is not on the register any more; earlier versions remember.
  const holding = new Set(units.flatMap(holdersOf))
  const owners = [...named.values()]
    .filter(({ key }) => holding.has(key))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
  return {
    register: { ...register, units, owners },
    whose: { from: former.map(nameOnly), to: to.map(nameOnly) },
  }
}

const nameOnly = ({ key, name, organisation }: RegisterOwner): OwnerName => ({
  key,
  name,
  organisation,
})

interface Place {
  readonly hash: Hash
  readonly unit: string
  readonly place: number
}

/** The owner meant: one the register has, or a new one under the key an import would give. */
function ownerOf(wish: NewOwner, { owners }: Settled, { hash, unit, place }: Place): RegisterOwner {
  if ('key' in wish) {
    const known = owners.find(({ key }) => key === wish.key)
    if (!known) throw new RefusedError('register.owner_unknown')
    return known
  }
  const owner = asWritten(wish)
  const list = new OwnerList(hash)
  const mention = { ...owner, unit, place }
  list.add(ownersOf([mention])(mention), owner, unit)
  const [made] = list.all()
  if (!made) throw new Error('an owner was made and is not there')
  return sameOwner(made, owners) ?? made
}

/** As an import has it: the same key, or the same name and phone where no identity is said. */
function sameOwner(
  made: RegisterOwner,
  owners: readonly RegisterOwner[],
): RegisterOwner | undefined {
  const known = owners.find(({ key }) => key === made.key)
  if (known || made.identity) return known
  const [phone] = made.phones
  const alike = owners.filter(
    (owner) => owner.name === made.name && owner.phones.some(({ hash }) => hash === phone?.hash),
  )
  return alike.length === 1 ? alike[0] : undefined
}

function asWritten(wish: Exclude<NewOwner, { key: string }>): NamedOwner {
  const [name, ...more] = splitNames(wish.name)
  if (name === undefined || more.length > 0) throw new RefusedError('register.identity_unclear')
  const identity = said(wish.identity, identityOf)
  const phone = said(wish.phone, (text) => (text.includes('*') ? undefined : phoneOf(text)))
  return {
    name,
    ...(identity !== undefined && { identity }),
    ...(phone !== undefined && { phone }),
  }
}

function identityOf(text: string): string | undefined {
  const identity = compact(text).toUpperCase()
  return /^[0-9A-Z()-]{4,40}$/.test(identity) ? identity : undefined
}

/** A number that is said has to be one: with stars or letters in it nobody could be told by it. */
function said(
  text: string | undefined,
  read: (text: string) => string | undefined,
): string | undefined {
  const number = text === undefined ? undefined : read(text)
  if (text !== undefined && number === undefined) {
    throw new RefusedError('register.identity_unclear')
  }
  return number
}
