import type { bindings } from '#shared/bindings/contract.ts'
import { maskPhone } from '#shared/kernel/mask.ts'
import { appeal, endUser, withdraw } from '#shared/bindings/rules/deciding.ts'
import { cancelCode } from '#shared/bindings/rules/codes.ts'
import {
  consentToRepresentative,
  proposeRepresentative,
  revokeRepresentative,
} from '#shared/bindings/rules/representing.ts'
import { type Home, memberOfHome, verifiedOwner } from '#shared/bindings/rules/home.ts'
import type { MyBinding, MyHome } from '#shared/bindings/views.ts'
import { maskName } from '#shared/people/rules.ts'
import type { Call, Handlers } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { changeHome, type Place } from './change-home.ts'
import { bindingIn, claimHome, redeemCode } from './claim.ts'
import { communitiesNamed } from './choosing.ts'
import { memberIn } from './desk-keys.ts'
import type { Desk } from './desk.ts'
import { issue } from './issue.ts'
import { phoneOf, takePhone } from './phone.ts'
import { NOBODY } from './register-desk.ts'
import type { FoundHome, StoredActor } from './stored.ts'
import { helpedPerson } from './helped.ts'
import { myBinding, myHome } from './views.ts'

type PersonCall = Call<Desk>
type OfPerson = Pick<
  typeof bindings,
  | 'communities'
  | 'phone'
  | 'mine'
  | 'claim'
  | 'redeem'
  | 'withdraw'
  | 'appeal'
  | 'home'
  | 'invite'
  | 'cancelInvite'
  | 'remove'
  | 'propose'
  | 'consent'
  | 'revoke'
>

const self = ({ person, name }: PersonCall): StoredActor => ({
  person,
  role: 'claimant',
  name: maskName(name),
})
const asOwner = (call: PersonCall): StoredActor => ({ ...self(call), role: 'owner' })

/** By what somebody of the home gives codes and ends users there. */
async function asMember(call: PersonCall, { community, unit }: Place): Promise<StoredActor> {
  const { stored } = await call.repository.homes.find(community, unit)
  return verifiedOwner(stored, call.person) ? asOwner(call) : self(call)
}

async function shown(call: PersonCall, found: FoundHome, binding: string): Promise<MyBinding> {
  const { repository: desk, now } = call
  const one = bindingIn(found, binding)
  const place = await desk.places.community(found.stored.community)
  const mine = myBinding(found, one, place?.name ?? '', desk.rules, now)
  if (one.relation !== 'helper') return mine
  const registered = await desk.register.home(found.stored.community, found.stored.unit)
  const { name } = helpedPerson(found.stored, one, registered?.owners ?? [])
  return { ...mine, helps: { name: maskName(name), ...(one.tie && { tie: one.tie }) } }
}

/** @throws RefusedError unless the person is a verified owner of the home */
function ownerKey(home: Home, person: string): string {
  const owner = verifiedOwner(home, person)?.owner
  if (owner === undefined) throw new RefusedError('bindings.owners_only')
  return owner
}

async function homeOf(call: PersonCall, place: Place, given?: FoundHome): Promise<MyHome> {
  const { repository: desk, person, now } = call
  const found = given ?? (await desk.homes.find(place.community, place.unit))
  if (!memberOfHome(found.stored, person)) throw new RefusedError('bindings.owners_only')
  const registered = (await desk.register.home(place.community, place.unit)) ?? NOBODY
  return myHome(found, registered, memberIn(desk.ports.keys, place), person, now)
}

/** Latest first, of every community. */
async function mine(call: PersonCall): Promise<MyBinding[]> {
  const { repository: desk, person } = call
  const places = await desk.homes.homesOf(person)
  const found = await Promise.all(places.map((at) => desk.homes.find(at.community, at.unit)))
  const own = await Promise.all(
    found.flatMap((home) =>
      home.stored.bindings
        .filter((one) => one.person === person)
        .map((one) => shown(call, home, one.binding)),
    ),
  )
  return own.sort((a, b) => (a.since < b.since ? 1 : -1))
}

/** What a person does about homes, of whatever community: nothing of it looks at a role. */
export const personHandlers: Handlers<OfPerson, Desk> = {
  async communities({ name }, { repository: { places } }) {
    return { items: [...(await communitiesNamed(places, name))] }
  },

  phone: async ({ code }, { repository: desk, person }) => ({
    phone: await takePhone(desk, person, code),
  }),

  async mine(_, call) {
    const phone = await phoneOf(call.repository, call.person)
    const items = await mine(call)
    return { ...(phone !== undefined && { phone: maskPhone(phone) }), items }
  },

  async claim(saying, call) {
    const { found, binding } = await claimHome(call.repository, call, saying)
    return shown(call, found, binding)
  },

  async redeem(redeeming, call) {
    const { found, binding } = await redeemCode(call.repository, call, redeeming)
    return shown(call, found, binding)
  },

  async withdraw({ binding, ...place }, call) {
    const { repository: desk, person, now } = call
    const found = await changeHome(desk, place, { ...call, actor: self(call) }, (known) =>
      withdraw(known.home, binding, person, known.registered, now),
    )
    return shown(call, found, binding)
  },

  async appeal({ binding, words, ...place }, call) {
    const { repository: desk, person, now } = call
    const found = await changeHome(desk, place, { ...call, actor: self(call) }, (known) =>
      appeal(known.home, { binding, words }, person, known.registered, desk.rules, now),
    )
    return shown(call, found, binding)
  },

  home: (place, call) => homeOf(call, place),

  invite: async (input, call) => issue(call.repository, call, await asMember(call, input), input),

  async cancelInvite({ code, ...place }, call) {
    const { repository: desk, person } = call
    const actor = await asMember(call, place)
    const found = await changeHome(desk, place, { ...call, actor }, ({ home }) =>
      cancelCode(home, code, { person, isStaff: false }),
    )
    return homeOf(call, place, found)
  },

  async remove({ binding, ...place }, call) {
    const { repository: desk, person, now } = call
    const actor = await asMember(call, place)
    const found = await changeHome(desk, place, { ...call, actor }, ({ home }) =>
      endUser(home, binding, { person, isStaff: false }, now),
    )
    return homeOf(call, place, found)
  },

  async propose({ member, ...place }, call) {
    const { repository: desk, person, now, key } = call
    const memberOf = memberIn(desk.ports.keys, place)
    const found = await changeHome(
      desk,
      place,
      { ...call, actor: asOwner(call) },
      ({ home, registered }) => {
        const proposer = ownerKey(home, person)
        const owner = registered.owners.find((one) => memberOf(one.key) === member)?.key ?? ''
        const proposing = { proposal: key.id.slice(0, 22), owner, proposer }
        return proposeRepresentative(home, proposing, registered, now)
      },
    )
    return homeOf(call, place, found)
  },

  async consent({ proposal, ...place }, call) {
    const { repository: desk, person } = call
    const found = await changeHome(
      desk,
      place,
      { ...call, actor: asOwner(call) },
      ({ home, registered }) => {
        const owner = ownerKey(home, person)
        return consentToRepresentative(home, { proposal, owner }, registered)
      },
    )
    return homeOf(call, place, found)
  },

  async revoke(place, call) {
    const { repository: desk, person } = call
    const found = await changeHome(
      desk,
      place,
      { ...call, actor: asOwner(call) },
      ({ home, registered }) => revokeRepresentative(home, ownerKey(home, person), registered),
    )
    return homeOf(call, place, found)
  },
}
