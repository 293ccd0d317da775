import * as z from '#shared/kernel/zod.ts'
import type { AskToken } from './stable-token.ts'
import { errorOf, isPassing } from './weixin-codes.ts'
import { WeixinError } from './weixin.ts'

/** What the adapter needs of its surroundings; tests give their own. */
export interface Outside {
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly now: () => Date
  /** From 0 to less than 1. */
  readonly random: () => number
  readonly wait: (ms: number) => Promise<void>
  /** How several processes share the access token; without it this one keeps its own. */
  readonly share?: (ask: AskToken) => AskToken
}

const RETRIES = 2
const FIRST_PAUSE = 200 // ms; doubled for the second

// Every answer is HTTP 200: whether it worked stands in errcode, which some calls leave out when it did.
const Envelope = z.looseObject({ errcode: z.int().default(0), errmsg: z.string().default('') })

/**
 * One call to WeChat, asked again only where WeChat said that it was busy: a lost answer may have used up a code.
 * @throws WeixinError for every errcode but 0
 */
export async function askWeixin(
  outside: Outside,
  url: string,
  init: RequestInit,
  timeoutMs: number,
): Promise<unknown> {
  for (let attempt = 0; ; attempt += 1) {
    const answer = await askOnce(outside, url, init, timeoutMs)
    if (answer.errcode === 0) return answer
    if (!isPassing(answer.errcode) || attempt >= RETRIES) {
      throw errorOf(answer.errcode, answer.errmsg)
    }
    // Half of the pause is chance, so that many who were told "busy" together do not come back together.
    await outside.wait(FIRST_PAUSE * 2 ** attempt * (0.5 + outside.random() / 2))
  }
}

async function askOnce(
  { fetch }: Outside,
  url: string,
  init: RequestInit,
  timeoutMs: number,
): Promise<z.infer<typeof Envelope>> {
  // `AbortSignal.timeout` would hold each answered request, and then abort it, until its time is over.
  const giveUp = new AbortController()
  const timer = setTimeout(() => giveUp.abort(), timeoutMs)
  try {
    // A redirect would carry the secret in the address to somebody else.
    const response = await fetch(url, { ...init, redirect: 'error', signal: giveUp.signal })
    return Envelope.parse(await response.json())
  } catch (err) {
    throw new WeixinError('weixin.unreachable', undefined, undefined, { cause: err })
  } finally {
    clearTimeout(timer)
  }
}

/** Reads an answer by its schema; one of another form is as good as none. */
export function read<T extends z.ZodType>(schema: T, answer: unknown): z.output<T> {
  const parsed = schema.safeParse(answer)
  if (parsed.success) return parsed.data
  throw new WeixinError('weixin.unreachable', undefined, undefined, { cause: parsed.error })
}
