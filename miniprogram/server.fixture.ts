// The server as pages see it in tests: answers by operation, as its contract has them, through Taro's request.
import { act } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { refusals, type RefusalCode } from '#shared/api.ts'
import { fillIn } from '#shared/kernel/refusals.ts'
import type { Params } from '#shared/kernel/decision.ts'
import type { Role } from '#shared/kernel/permissions.ts'
import type { Output, Route } from '#shared/kernel/route.ts'
import { people } from '#shared/people/contract.ts'
import { forgetIdentity } from './platform/use-identity.ts'

/** What the server's clock shows: 10:00 in Shanghai on Saturday, 21 November 2026. */
export const NOW = '2026-11-21T02:00:00.000Z'
export const COMMUNITY = 'c1'

interface Asked {
  readonly route: Route
  readonly path: string
  readonly body: unknown
  /** The Idempotency-Key. */
  readonly key: string | undefined
}
interface Call {
  readonly url: string
  readonly method: string
  readonly header: Readonly<Record<string, string>>
  readonly data?: string
}
type Answer = (asked: Asked) => unknown

class Refused {
  readonly code: RefusalCode
  readonly params: Params
  constructor(code: RefusalCode, params: Params) {
    this.code = code
    this.params = params
  }
}

let answers: { route: Route; answer: Answer }[] = []
let asked: Asked[] = []

const fits = ({ path }: Route, asks: string): boolean =>
  new RegExp(`^/api/v1${path.replace(/:\w+/g, '[^/]+')}$`).test(asks)

const blanksIn = ({ path }: Route): number => path.split(':').length

/** What an operation answers from now on. */
export function answerTo<R extends Route>(
  route: R,
  answer: Output<R> | ((asked: Asked) => Output<R>),
): void {
  const give = typeof answer === 'function' ? (answer as Answer) : () => answer
  answers = [{ route, answer: give }, ...answers]
}

/** An operation is refused from now on, in the words of its feature. */
export function refuseTo(route: Route, code: RefusalCode, params: Params = {}): void {
  answers = [{ route, answer: () => new Refused(code, params) }, ...answers]
}

/** From now on the server hears it, and its answer is lost on its way. */
export function loseAnswersTo(route: Route): void {
  const answer = (): never => {
    throw new Error('request:fail')
  }
  answers = [{ route, answer }, ...answers]
}

/** Somebody with these roles in one community, who owns a home where they are an owner. */
export const comeAs = (...roles: readonly Role[]): void => comeTo(COMMUNITY, ...roles)

export function comeTo(community: string, ...roles: readonly Role[]): void {
  const homes = [{ unit: '1-2-801', areaCenti: 8_957, relation: 'owner' as const }]
  answerTo(people.me, {
    person: 'p1',
    name: '张三',
    memberships: [
      {
        community,
        name: '锦绣花园',
        roles: [...roles],
        homes: roles.includes('owner') ? homes : [],
      },
    ],
  })
}

/** Every call of an operation so far, in order. */
export const callsOf = (route: Route): readonly Asked[] =>
  asked.filter((one) => one.route === route)

function reply({ url, method, header, data }: Call) {
  const [path = ''] = url.split('?')
  const [found] = answers
    .filter(({ route }) => route.method === method && fits(route, path))
    .sort((a, b) => blanksIn(a.route) - blanksIn(b.route))
  if (!found) return { statusCode: 404, data: '{"code":"not_found","detail":"没有这个页面。"}' }
  const one = {
    route: found.route,
    path: url,
    body: data === undefined ? undefined : (JSON.parse(data) as unknown),
    key: header['idempotency-key'],
  }
  asked.push(one)
  const given = found.answer(one)
  if (!(given instanceof Refused)) return { statusCode: 200, data: JSON.stringify(given) }
  const { code, params } = given
  const { status, detail } = refusals[code]
  return { statusCode: status, data: JSON.stringify({ code, detail: fillIn(detail, params) }) }
}

/** A phone that was just unpacked, with a session, before a server that knows nothing yet. */
export function startServer(): void {
  Taro.clearStorageSync()
  Taro.setStorageSync('session', { token: 'token', expiresAt: '2027-01-01T00:00:00.000Z' })
  forgetIdentity()
  answers = []
  asked = []
  jest.clearAllMocks()
  jest.mocked(Taro.request).mockImplementation((async (call: Call) => {
    await Promise.resolve()
    return { header: { date: NOW }, ...reply(call) }
  }) as never)
}

/** Everything that is on its way has arrived. */
export const settled = (): Promise<void> => act(() => new Promise<void>((done) => setTimeout(done)))
