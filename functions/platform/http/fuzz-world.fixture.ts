import { chance as chanceOf } from '#demo/chance.ts'
import { publicNumber } from '#shared/kernel/public-number.ts'
import type { Role } from '#shared/kernel/permissions.ts'
import { personsIn } from '../../people/repository.ts'
import type { GoodRequest } from '../permissions/good-request.fixture.ts'
import { openLivedWorld, type LivedWorld } from '../permissions/lived-world.fixture.ts'
import { openTemporaryTable } from '../table/open-tables.fixture.ts'
import type { TestApp } from '../test-app.fixture.ts'
import { CAST, type TestPerson } from '../test-cast.fixture.ts'
import type { Visitor } from './fuzz-requests.fixture.ts'
import type { Known } from './fuzz-values.fixture.ts'

export interface FuzzWorld {
  readonly app: TestApp
  readonly known: Known
  /** Requests that are answered with a success when the world is new, by operation. */
  good(operation: string): readonly GoodRequest[]
  readonly visitors: readonly Visitor[]
  /** A session of the person, the same until `forgetLogins`: some requests close it. */
  tokenOf(person: string): Promise<string>
  forgetLogins(): void
  readonly close: () => Promise<void>
}

/** Nobody: a token that nothing signed. */
const NOBODY = ''

/** An app in which something of everything exists; its ids come from `seed`, so that a run repeats. */
export async function openFuzzWorld(seed: number): Promise<FuzzWorld> {
  const chance = chanceOf(seed + 1)
  const newId = (): string =>
    Buffer.from(Array.from({ length: 16 }, () => chance.below(256))).toString('base64url')
  const { app, requests, askers, close } = await openLivedWorld(openTemporaryTable, { newId })
  const logins = new Map<string, string>([[NOBODY, 'not-a-token']])
  return {
    app,
    known: knownFrom(requests),
    good: (id) => requests.filter((one) => one.id === id),
    visitors: [{ person: NOBODY, roles: [] }, ...(await visitorsOf(app, requests, askers))],
    async tokenOf(person) {
      const token = logins.get(person) ?? (await app.as(person)).token
      logins.set(person, token)
      return token
    },
    forgetLogins() {
      for (const person of logins.keys()) if (person !== NOBODY) logins.delete(person)
    },
    close,
  }
}

/** Everybody whom the world has, with what they are in its community. */
async function visitorsOf(
  { ports }: TestApp,
  requests: LivedWorld['requests'],
  askers: LivedWorld['askers'],
): Promise<Visitor[]> {
  const cast = Object.entries<TestPerson>(CAST).filter(([, one]) => one.community === undefined)
  const roles = new Map<string, readonly Role[]>([
    ...cast.map(([id, one]) => [id, one.roles ?? []] as const),
    ...askers.map(([role, person]) => [person, [role]] as const),
  ])
  const persons = new Set([...roles.keys(), ...requests.map(({ as }) => as)])
  const owners = await Promise.all(
    [...persons].map(
      async (person) => (await personsIn(ports.table).grantsOf(person))?.homes ?? [],
    ),
  )
  return [...persons].map((person, n) => ({
    person,
    roles: [...(roles.get(person) ?? []), ...((owners[n] ?? []).length > 0 ? OWNER : [])],
  }))
}
const OWNER: readonly Role[] = ['owner']

/** Words are made up anew each time; ids, places and days are those that exist, and some that do not. */
const PROSE = ['text', 'reason', 'words', 'title', 'note', 'ground']
const NOTHING = new Uint8Array(32)
const ELSEWHERE: Known = {
  community: [...Array<string>(9).fill('jinxiu'), 'yunxi', 'nowhere'],
  number: [publicNumber('JX', NOTHING, 0), publicNumber('YX', NOTHING, 0)],
  vote: ['no-such-vote'],
  bill: ['_', '_MS0xLTEwMQ', '2026-07_MS0xLTEwMQ', '2026-07_', 'x'.repeat(64)],
  cursor: ['e30.AAAA', '.', 'a.b.c'],
  unit: ['1-1-101', '9-9-999', '__proto__'],
  purpose: ['everything'],
  version: [1, 2],
  day: ['2026-11-20', '2027-01-01'],
  matter: [1, 4, 6, 9],
}

function knownFrom(requests: LivedWorld['requests']): Known {
  const known = new Map<string, unknown[]>(
    Object.entries(ELSEWHERE).map(([name, values]) => [name, [...values]]),
  )
  const take = (name: string, value: unknown): void => {
    if (Array.isArray(value)) for (const one of value) take(name.replace(/s$/, ''), one)
    else if (typeof value === 'object' && value !== null) {
      for (const [inner, one] of Object.entries(value)) take(inner, one)
    } else if (value !== undefined && !PROSE.includes(name)) {
      known.set(name, [...(known.get(name) ?? []), value])
    }
  }
  for (const { input } of requests) take('', input)
  return Object.fromEntries(known)
}
