import type { Role } from '#shared/kernel/permissions.ts'
import { personsIn } from '../../people/repository.ts'
import { registerReader } from '../../register/offers.ts'
import type { Client } from '../test-client.fixture.ts'
import type { GoodRequest } from './good-request.fixture.ts'
import { placeOf, type LivedWorld } from './lived-world.fixture.ts'
import { expected, operations } from './walk-expectation.fixture.ts'

export type Shown = 'phone' | 'identity' | 'name'

/** Something of somebody else, in full, in an answer. */
export interface Found {
  readonly operation: string
  readonly role: Role
  readonly shown: Shown
  readonly what: string
}

// Not the digits that chance puts side by side in the middle of a hash or an id.
const PHONE = /(?<![0-9a-zA-Z])1[3-9]\d{9}(?![0-9a-zA-Z])/g
const IDENTITY = /(?<![0-9a-zA-Z])\d{17}[\dXx](?![0-9a-zA-Z])/g

/**
 * Every request, as its own sender and as every role that is let in; what their answers show of others.
 * @param planted what becomes of an answer on its way, where a leak is to be found
 */
export async function walkOutputs(
  world: LivedWorld,
  requests: readonly GoodRequest[] = world.requests,
  planted = (body: string): string => body,
): Promise<{ readonly sent: number; readonly answered: number; readonly found: readonly Found[] }> {
  const owns = await namesByPerson(world)
  const names = await namesIn(world, owns)
  const clients = new Map<string, Client>()
  const found = new Map<string, Found>()
  let [sent, answered] = [0, 0]
  for (const request of inOrder(requests)) {
    for (const [role, person] of [...letIn(world, request), ...sendersOf(world, request)]) {
      const { body, status } = await sendAs(world, clients, person, request)
      sent += 1
      if (status < 300) answered += 1
      const own = owns.get(person) ?? ''
      for (const [shown, what] of personalIn(planted(JSON.stringify(body)), names, own)) {
        const one: Found = { operation: request.id, role, shown, what }
        found.set(`${one.operation} ${role} ${shown}`, one)
      }
    }
  }
  return { sent, answered, found: [...found.values()] }
}

/** Reading first: what is sent as everybody may change what is read. */
const inOrder = (requests: readonly GoodRequest[]): readonly GoodRequest[] =>
  [...requests].sort((a, b) => rank(a) - rank(b))
const rank = ({ id, route }: GoodRequest): number =>
  route.method === 'GET' ? 0 : id.startsWith('account.') || id.startsWith('consents.') ? 2 : 1

/** What a refusal of the edge says is the same for everybody: the permission walk has met them all. */
function letIn({ askers }: LivedWorld, { id }: GoodRequest): LivedWorld['askers'] {
  const operation = OPERATIONS.get(id)
  if (!operation) throw new Error(`there is no ${id}`)
  const place = placeOf(operation)
  return askers.filter(([role]) => expected(operation, role, place) === 'let in')
}
const OPERATIONS = new Map(operations().map((one) => [one.id, one]))

/** Who sends it well, as the role that lets them; the askers have been asked already. */
function sendersOf(
  { askers }: LivedWorld,
  { as, route }: GoodRequest,
): readonly (readonly [Role, string])[] {
  if (askers.some(([, person]) => person === as)) return []
  const role: Role = as === 'property' || as === 'committee' || as === 'community' ? as : 'owner'
  return route.method === 'GET' || route.method === 'POST' ? [[role, as]] : []
}

async function sendAs(
  { app }: LivedWorld,
  clients: Map<string, Client>,
  person: string,
  { route, input }: GoodRequest,
) {
  const client = clients.get(person) ?? (await app.as(person))
  clients.set(person, client)
  const answer = await client.send(route, input)
  if (answer.status !== 401) return answer
  // Something sent before has closed the session.
  const again = await app.as(person)
  clients.set(person, again)
  return again.send(route, input)
}

async function namesByPerson({ app, requests, askers }: LivedWorld) {
  const persons = new Set([...askers.map(([, person]) => person), ...requests.map(({ as }) => as)])
  const stored = personsIn(app.ports.table)
  const held = await Promise.all([...persons].map((person) => stored.grantsOf(person)))
  return new Map([...persons].map((person, n) => [person, held[n]?.name ?? '']))
}

/** Of everybody who has been named to the app or stands on the register. */
async function namesIn(
  { app }: LivedWorld,
  owns: ReadonlyMap<string, string>,
): Promise<ReadonlySet<string>> {
  const register = await registerReader(app.ports).roll('jinxiu')
  const owners = (register?.units ?? []).flatMap((unit) => unit.owners.map(({ name }) => name))
  return new Set([...owns.values(), ...owners].filter((name) => name !== ''))
}

function personalIn(body: string, names: ReadonlySet<string>, own: string) {
  return [
    ...(body.match(PHONE) ?? []).map((what) => ['phone', what] as const),
    ...(body.match(IDENTITY) ?? []).map((what) => ['identity', what] as const),
    ...[...names]
      .filter((name) => name !== own && body.includes(name))
      .map((what) => ['name', what] as const),
  ]
}
