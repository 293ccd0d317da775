import type { bindings } from '#shared/bindings/contract.ts'
import { cancelCode } from '#shared/bindings/rules/codes.ts'
import {
  confirm,
  endByOfficer,
  endUser,
  reject,
  seeDocument,
} from '#shared/bindings/rules/deciding.ts'
import type { Decided } from '#shared/bindings/rules/home.ts'
import {
  consentToRepresentative,
  proposeRepresentative,
  revokeRepresentative,
} from '#shared/bindings/rules/representing.ts'
import type { HomeInFull, HomeUsers } from '#shared/bindings/views.ts'
import { refuse } from '#shared/kernel/decision.ts'
import { actingRole, type Permission } from '#shared/kernel/permissions.ts'
import { maskName } from '#shared/people/rules.ts'
import type { Call, Handlers } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { actingAs, changeHome, type Known, type Place } from './change-home.ts'
import { memberIn } from './desk-keys.ts'
import type { Desk } from './desk.ts'
import { issue } from './issue.ts'
import { phoneOf } from './phone.ts'
import { NOBODY } from './register-desk.ts'
import type { FoundHome, StoredActor } from './stored.ts'
import { homeInFull, homeUsers } from './views.ts'

type OfficerCall = Call<Desk>
type OfOfficers = Pick<
  typeof bindings,
  | 'queue'
  | 'look'
  | 'seeDocument'
  | 'confirm'
  | 'reject'
  | 'end'
  | 'users'
  | 'issue'
  | 'cancel'
  | 'endUser'
  | 'proposeOnPaper'
  | 'consentOnPaper'
  | 'revokeOnPaper'
>

const PAGE = 20

type Officer = StoredActor & { readonly role: ReturnType<typeof roleFor> }

function roleFor({ roles }: OfficerCall, permission: Permission) {
  const role = actingRole(roles, permission)
  if (!role) throw new RefusedError('auth.required')
  return role
}

const officer = (call: OfficerCall, permission: Permission): Officer => ({
  person: call.person,
  role: roleFor(call, permission),
  name: maskName(call.name),
})

/** One act on a home by an officer: the rule is asked with who acts, the answer is the home as it then stands. */
async function act(
  call: OfficerCall,
  place: Place,
  decide: (known: Known, by: Officer) => Decided,
): Promise<HomeInFull> {
  const actor = officer(call, 'binding:confirm')
  const found = await changeHome(call.repository, place, { ...call, actor }, (known) =>
    decide(known, actor),
  )
  return inFull(call, place, found)
}

/** Everything of a home in full. Each person shown, and each owner, can later see who looked. */
async function inFull(call: OfficerCall, place: Place, found: FoundHome): Promise<HomeInFull> {
  const { repository: desk, person, now } = call
  const by = officer(call, 'binding:confirm')
  const registered = (await desk.register.home(place.community, place.unit)) ?? NOBODY
  const persons = [...new Set(found.stored.bindings.map((one) => one.person))]
  const looked = { viewer: person, as: by.role, community: place.community, now }
  const others = persons.filter((one) => one !== person)
  await Promise.all([
    ...others.map((one) =>
      desk.sights.record({ ...looked, whose: { person: one }, what: 'claim' }),
    ),
    desk.sights.record({
      ...looked,
      whose: { owners: registered.owners.map(({ key }) => key) },
      what: 'register',
    }),
  ])
  const phones = await Promise.all(
    persons.map(async (one) => [one, await phoneOf(desk, one)] as const),
  )
  const byPerson = new Map(phones)
  return homeInFull(found, registered, memberIn(desk.ports.keys, place), {
    person,
    role: by.role,
    profile: desk.rules,
    now,
    phoneOf: (one) => byPerson.get(one),
  })
}

async function usersOf(call: OfficerCall, place: Place, given?: FoundHome): Promise<HomeUsers> {
  const { repository: desk, now } = call
  const found = given ?? (await desk.homes.find(place.community, place.unit))
  const registered = await desk.register.home(place.community, place.unit)
  if (!registered) throw new RefusedError('bindings.unknown_home')
  return homeUsers(found, registered, memberIn(desk.ports.keys, place), now)
}

/** Whoever may not name helpers may not end them either: the property is the one complained of. */
const endingBy = ({ repository: { rules }, person }: OfficerCall, { role }: Officer) => ({
  person,
  isStaff: true,
  givesHelpers: rules.mayIssue.value.helper.includes(role),
})

/** The key of the register's owner that a screen called `member`. */
function ownerOf(desk: Desk, place: Place, { registered }: Known, member: string) {
  const memberOf = memberIn(desk.ports.keys, place)
  return registered.owners.find(({ key }) => memberOf(key) === member)?.key
}

/** What officers of the call's community do; nothing outside it can be named. */
export const officerHandlers: Handlers<OfOfficers, Desk> = {
  async queue({ community, stage, limit = PAGE, cursor }, { repository: { homes } }) {
    const range = { limit, ...(cursor !== undefined && { cursor }) }
    const page = await homes.queue(community, stage, range)
    return { ...page, items: [...page.items] }
  },

  async look(place, call) {
    const { repository: desk } = call
    const found = await desk.homes.find(place.community, place.unit)
    const registered = await desk.register.home(place.community, place.unit)
    if (!registered && found.version === 0) throw new RefusedError('bindings.unknown_home')
    return inFull(call, place, found)
  },

  seeDocument: ({ binding, evidence, ...place }, call) =>
    act(call, place, ({ home }, by) =>
      seeDocument(home, { binding, evidence }, actingAs(by), call.repository.rules),
    ),

  confirm: ({ binding, member, evidence, replaces, ...place }, call) =>
    act(call, place, (known, by) => {
      const owner = ownerOf(call.repository, place, known, member) ?? ''
      const confirming = { binding, owner, evidence, replaces }
      const { rules } = call.repository
      return confirm(known.home, confirming, actingAs(by), known.registered, rules, call.now)
    }),

  reject: ({ binding, reason, words, ...place }, call) =>
    act(call, place, ({ home, registered }, by) => {
      const rejecting = { binding, reason, words }
      return reject(home, rejecting, actingAs(by), registered, call.repository.rules, call.now)
    }),

  end: ({ binding, reason, evidence, words, ...place }, call) =>
    act(call, place, ({ home, registered }, by) => {
      const ending = { binding, reason, evidence, words }
      return endByOfficer(home, ending, actingAs(by), registered, call.repository.rules, call.now)
    }),

  users: (place, call) => usersOf(call, place),

  issue: (input, call) => issue(call.repository, call, officer(call, 'binding:assist'), input),

  async cancel({ code, ...place }, call) {
    const { repository: desk } = call
    const actor = officer(call, 'binding:assist')
    const found = await changeHome(desk, place, { ...call, actor }, ({ home }) =>
      cancelCode(home, code, endingBy(call, actor)),
    )
    return usersOf(call, place, found)
  },

  async endUser({ binding, ...place }, call) {
    const { repository: desk, now } = call
    const actor = officer(call, 'binding:assist')
    const found = await changeHome(desk, place, { ...call, actor }, ({ home }) =>
      endUser(home, binding, endingBy(call, actor), now),
    )
    return usersOf(call, place, found)
  },

  proposeOnPaper: ({ member, ...place }, call) =>
    act(call, place, (known) => {
      const owner = ownerOf(call.repository, place, known, member) ?? ''
      const proposing = { proposal: call.key.id.slice(0, 22), owner }
      return proposeRepresentative(known.home, proposing, known.registered, call.now)
    }),

  consentOnPaper: ({ proposal, member, evidence, ...place }, call) =>
    act(call, place, (known) => {
      if (!ON_PAPER.includes(evidence.kind)) return refuse('bindings.evidence_not_enough')
      const owner = ownerOf(call.repository, place, known, member) ?? ''
      return consentToRepresentative(known.home, { proposal, owner }, known.registered, evidence)
    }),

  revokeOnPaper: ({ member, evidence, ...place }, call) =>
    act(call, place, (known) => {
      if (!ON_PAPER.includes(evidence.kind)) return refuse('bindings.evidence_not_enough')
      const owner = ownerOf(call.repository, place, known, member) ?? ''
      return revokeRepresentative(known.home, owner, known.registered, evidence)
    }),
}

/** What shows that a co-owner said so who does not use the app. */
const ON_PAPER: readonly string[] = ['written_consent', 'in_person', 'court_judgment']
