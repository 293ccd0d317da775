import type { Role } from '#shared/kernel/permissions.ts'
import type { Place } from '#shared/people/scopes.ts'
import type { Client } from '../test-client.fixture.ts'
import {
  ASKERS,
  expected,
  PLACES,
  type Operation,
  type Outcome,
} from './walk-expectation.fixture.ts'
import { requestFor, type Objects } from './walk-requests.fixture.ts'

/** An asker whose session is good for this request. */
type LogIn = (person: string) => Promise<Client>

/** What is not as the matrix says, each in a line; how many requests were sent. */
export interface Walked {
  readonly sent: number
  readonly wrong: readonly string[]
}

/** Operations after which their asker is no longer who they were: each for itself, and last. */
const ENDING = ['account.close', 'people.resign', 'people.join']
const isEnding = ({ id }: Operation): boolean => ENDING.includes(id) || id.startsWith('sessions.')

/** Every operation as every role, everywhere. @param known ids of what there is, by the names of paths and fields */
export async function walk(
  operations: readonly Operation[],
  logIn: LogIn,
  known: Objects,
): Promise<Walked> {
  const wrong: string[] = []
  let sent = 0
  const clients = new Map<string, Client>()
  for (const operation of [...operations].sort((a, b) => +isEnding(a) - +isEnding(b))) {
    askers: for (const [role, person] of ASKERS) {
      for (const [where, place] of placesOf(operation)) {
        const client = isEnding(operation) ? undefined : clients.get(person)
        const asking = client ?? (await logIn(person))
        if (!isEnding(operation)) clients.set(person, asking)
        sent += 1
        const fault = await step(operation, role, place, asking, known)
        if (fault !== undefined) wrong.push(`${operation.id} as ${role} in ${where}: ${fault}`)
        // It is the same for everybody who is let in.
        if (fault === NO_REQUEST) break askers
      }
    }
  }
  return { sent, wrong }
}

const NO_REQUEST = 'the walk has no request for it: say in SPECIAL what it takes'

function placesOf({ scope }: Operation): (readonly [string, Place | undefined])[] {
  if (scope === undefined) return [['no place', undefined]]
  return Object.entries(PLACES[scope]).map(([where, of]) => [where, { scope, of }])
}

async function step(
  operation: Operation,
  role: Role,
  place: Place | undefined,
  client: Client,
  known: Objects,
): Promise<string | undefined> {
  const wanted = expected(operation, role, place)
  const { status, code } = await client.send(operation.route, requestFor(operation, place, known))
  const told = status < 400 ? undefined : code
  const came = outcomeOf(told)
  if (came !== wanted) return `${came} (${status} ${told ?? ''}), the matrix says ${wanted}`
  if (status >= 500 && status !== 503) return `a fault (${status})`
  // Let in, but with a request the operation does not take: nothing behind it was walked.
  if (told === 'request.invalid') return NO_REQUEST
  return undefined
}

function outcomeOf(code: string | undefined): Outcome {
  if (code === 'auth.required') return '401'
  if (code === 'auth.not_permitted') return '403'
  return code === 'scope.not_found' ? '404' : 'let in'
}
