import { chance as chanceOf, type Chance } from '#demo/chance.ts'
import { refusals, type RefusalCode } from '#shared/api.ts'
import { openapiDocument } from '../openapi/document.ts'
import {
  hostileRequest,
  operationsIn,
  whoAsks,
  type HostileRequest,
  type Operation,
} from './fuzz-requests.fixture.ts'
import { openFuzzWorld, type FuzzWorld } from './fuzz-world.fixture.ts'

export interface FuzzRun {
  readonly sent: number
  /** Answers by status. */
  readonly answered: Readonly<Record<string, number>>
  /** Operations that were once answered with a success. */
  readonly reached: ReadonlySet<string>
  /** Each with the seed, which request it was, and what was wrong with its answer. */
  readonly failures: readonly string[]
}

const FAILURES_AT_MOST = 10

/** Sends `inputs` hostile requests, in turn to every operation of the OpenAPI document. Same seed, same requests. */
export async function fuzz(seed: number, inputs: number): Promise<FuzzRun> {
  const chance = chanceOf(seed)
  const world = await openFuzzWorld(seed)
  const operations = operationsIn(openapiDocument())
  const answered: Record<string, number> = {}
  const reached = new Set<string>()
  const failures: string[] = []
  try {
    for (let n = 0; n < inputs && failures.length < FAILURES_AT_MOST; n += 1) {
      if (n % 97 === 96) await timePasses(world, chance)
      const operation = operations[n % operations.length]
      if (!operation) throw new Error('the document has no operation')
      const request = await nextRequest(world, operation, chance)
      const response = await send(world, request)
      const body = await response.text()
      answered[response.status] = (answered[response.status] ?? 0) + 1
      if (response.status < 300) reached.add(operation.id)
      const wrong = whatIsWrong(response, body)
      if (wrong !== undefined)
        failures.push(tell(seed, n, request, `${wrong}: ${body.slice(0, 300)}`))
    }
    return { sent: inputs, answered, reached, failures }
  } finally {
    await world.close()
  }
}

/** Half of them are what would succeed, by who would; both with something about it wrong. */
async function nextRequest(
  { good, known, visitors, tokenOf }: FuzzWorld,
  operation: Operation,
  chance: Chance,
): Promise<HostileRequest> {
  const made = good(operation.id)
  const from = made.length > 0 && chance.below(2) === 0 ? chance.pick([...made]) : undefined
  const isThem = from !== undefined && chance.below(8) > 0
  const token = await tokenOf(isThem ? from.as : whoAsks(operation, visitors, chance))
  return hostileRequest(operation, { token, known, input: from?.input ?? {} }, chance)
}

/** WeChat changes its mind, the clock goes on and what is due is done, in between. */
async function timePasses({ app, forgetLogins }: FuzzWorld, chance: Chance): Promise<void> {
  app.weixin.answer = chance.pick(['pass', 'pass', 'review', 'risky'] as const)
  app.clock.advance(chance.below(90_000))
  await app.sweep()
  forgetLogins()
}

const send = ({ app }: FuzzWorld, { method, url, headers, body }: HostileRequest) =>
  app.app.request(url, {
    method,
    headers,
    ...(body === undefined ? {} : { body: body as BodyInit }),
  })

function whatIsWrong({ status, headers }: Response, body: string): string | undefined {
  if (status >= 500) return 'a fault'
  if (headers.get('x-request-id') === null) return 'an answer without an id'
  if (status === 304) return body === '' ? undefined : 'a body where there is none'
  const parsed = parse(body)
  if (parsed === undefined) return 'no JSON'
  return status < 400 ? undefined : whatIsWrongWithRefusal(status, headers, parsed)
}

function whatIsWrongWithRefusal(
  status: number,
  headers: Headers,
  { code, detail, ...rest }: Readonly<Record<string, unknown>>,
): string | undefined {
  const type = headers.get('content-type') ?? ''
  if (!type.startsWith('application/problem+json')) return `a refusal as ${type}`
  if (typeof code !== 'string' || !Object.hasOwn(refusals, code)) return 'an unknown code'
  if (refusals[code as RefusalCode].status !== status) return 'a status its code does not have'
  if (rest['status'] !== status) return 'another status inside'
  if (typeof detail !== 'string' || !/[\u4e00-\u9fff]{2}/.test(detail)) return 'no Chinese sentence'
  return undefined
}

function parse(body: string): Readonly<Record<string, unknown>> | undefined {
  try {
    return JSON.parse(body) as Readonly<Record<string, unknown>>
  } catch {
    return undefined
  }
}

function tell(seed: number, n: number, request: HostileRequest, wrong: string): string {
  const { operation, method, url, headers, body } = request
  const sent = typeof body === 'string' ? body : body && `(bytes) ${Buffer.from(body).toString()}`
  return [
    `seed ${seed}, request ${n}, ${operation}: ${wrong}`,
    `${method} ${url.slice(0, 300)}`,
    JSON.stringify(headers).slice(0, 300),
    sent?.slice(0, 500) ?? '',
  ].join('\n')
}
