import type { bindings } from '#shared/bindings/contract.ts'
import { placeClaim } from '#shared/bindings/rules/claiming.ts'
import { addUser, codeWith, withoutCode } from '#shared/bindings/rules/codes.ts'
import { find, sameName, type Code, type Decided } from '#shared/bindings/rules/home.ts'
import type { Match } from '#shared/bindings/terms.ts'
import { DAY, dayOf } from '#shared/kernel/calendar.ts'
import { refuse } from '#shared/kernel/decision.ts'
import type { Input } from '#shared/kernel/route.ts'
import { maskName } from '#shared/people/rules.ts'
import { parsePlace } from '#shared/register/rooms.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted, RefusedError } from '../platform/http/refused-error.ts'
import { changeHome, type Known, type Place } from './change-home.ts'
import { codeHash, typed } from './desk-keys.ts'
import type { Desk } from './desk.ts'
import { phoneOf } from './phone.ts'
import type { FoundHome, StoredActor } from './stored.ts'

type Saying = Input<typeof bindings.claim>
type Redeeming = Input<typeof bindings.redeem>
type PersonCall = Pick<Call<unknown>, 'person' | 'now' | 'newId' | 'key'>

/** The claim's id is its request's: sent again it is the same claim. */
const idOf = ({ key }: PersonCall): string => key.id.slice(0, 22)

const claimant = (person: string, name: string): StoredActor => ({
  person,
  role: 'claimant',
  name: maskName(name),
})

/** The home that was meant, as the register labels it. */
async function placeSaid(
  { register, places }: Desk,
  { community, building, unit, room }: Pick<Saying, 'community' | 'building' | 'unit' | 'room'>,
): Promise<Place> {
  if (!(await places.community(community))) throw new RefusedError('scope.not_found')
  if ((await register.version(community)) === undefined) {
    throw new RefusedError('bindings.no_register')
  }
  const place = parsePlace({ building, unit, room })
  const home = place && (await register.home(community, place.label))
  if (!home) throw new RefusedError('bindings.unknown_home')
  return { community, unit: home.unit }
}

/** What a seed or an earlier system gave the person stands, though no claim says so. */
async function isTheirsAlready({ persons }: Desk, person: string, place: Place): Promise<boolean> {
  const homes = (await persons.grantsOf(person))?.homes ?? []
  return homes.some(
    ({ community, unit, relation }) =>
      community === place.community && unit === place.unit && relation !== 'tenant',
  )
}

/** A claim by name and phone. What the register says is asked within the write that rests on it. */
export async function claimHome(
  desk: Desk,
  call: PersonCall,
  saying: Saying,
): Promise<{ readonly found: FoundHome; readonly binding: string }> {
  const { person, now } = call
  await desk.consents.require(person, 'agreement')
  const place = await placeSaid(desk, saying)
  const phone = await phoneOf(desk, person)
  const { name, ground, words } = saying
  const found = await changeHome(desk, place, who(call, name), async ({ home, registered }) => {
    if (await isTheirsAlready(desk, person, place)) {
      if (!home.bindings.some((one) => one.person === person))
        return refuse('bindings.already_yours')
    }
    const said = { unit: place.unit, name, phone }
    const { match, owner } = await desk.register.match(place.community, said)
    const claim = {
      binding: idOf(call),
      person,
      name,
      ground,
      ...(words !== undefined && words !== '' && { words }),
      match,
      owner,
      byCode: false,
    }
    return placeClaim(home, claim, registered, desk.rules, now)
  })
  return { found, binding: idOf(call) }
}

const who = (call: PersonCall, name: string) => ({
  ...call,
  actor: claimant(call.person, name),
  binder: call.person,
})

/** Counted before the code is looked at, so that tries at the same moment all count. */
async function countTry(
  { homes, rules }: Desk,
  person: string,
  { community, unit }: Place,
  now: Date,
): Promise<void> {
  const day = dayOf(now)
  const expiresAt = Math.floor((now.getTime() + 2 * DAY) / 1_000)
  const [own, all] = await Promise.all([
    homes.tries(`${community}#${unit}#${person}`, day, expiresAt),
    homes.tries(`${community}#${unit}`, day, expiresAt),
  ])
  if (own > rules.triesOfPerson.value || all > rules.triesOfHome.value) {
    throw new RefusedError('bindings.code_locked')
  }
}

/** A code is used up in the write that binds: two who use it at once are told apart by that write. */
export async function redeemCode(
  desk: Desk,
  call: PersonCall,
  { secret, name, ...said }: Redeeming,
): Promise<{ readonly found: FoundHome; readonly binding: string }> {
  const { person, now } = call
  await desk.consents.require(person, 'agreement')
  const place = await placeSaid(desk, said)
  const hash = codeHash(desk.ports.keys, place, typed(secret))
  const before = await desk.homes.find(place.community, place.unit)
  const repeated = before.events.find(({ madeBy }) => madeBy?.id === call.key.id)
  if (!repeated) {
    await countTry(desk, person, place, now)
    accepted(codeWith(before.stored, hash, now))
  }
  const found = await changeHome(desk, place, who(call, name), (known) => {
    const code = codeWith(known.home, hash, now)
    return code.ok ? redeemed(known, code.value, desk, call, name) : code
  })
  const made = found.events.find(({ madeBy }) => madeBy?.id === call.key.id)
  return { found, binding: made?.binding ?? idOf(call) }
}

function redeemed(
  { home, registered }: Known,
  code: Code,
  { rules }: Desk,
  call: PersonCall,
  name: string,
): Decided {
  const who = { binding: idOf(call), person: call.person, name }
  if (code.relation !== 'owner') return addUser(home, code, who, rules, call.now)
  const named = registered.owners.find(({ key }) => key === code.owner)
  if (!named) return refuse('bindings.not_on_register')
  if (!sameName(named.name, name)) return refuse('bindings.code_not_for_name')
  const claim = {
    ...who,
    ground: 'listed' as const,
    match: 'match' satisfies Match as Match,
    owner: named.key,
    byCode: true,
  }
  return placeClaim(withoutCode(home, code.code), claim, registered, rules, call.now)
}

/** The binding as it stands now. */
export function bindingIn({ stored }: FoundHome, id: string) {
  const one = find(stored, id)
  if (!one) throw new RefusedError('bindings.not_found')
  return one
}
