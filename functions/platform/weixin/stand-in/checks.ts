import type { Accounts } from './accounts.ts'
import { traceOf } from './answers.ts'
import type { MediaJob } from './media-check.ts'
import {
  DEFAULT_WORDS,
  type StandInOutside,
  type StandInSettings,
  type WordRule,
} from './stand-in-settings.ts'

type Body = Readonly<Record<string, unknown>>
type Answer = object | number

const LONGEST_TEXT = 2_500
const PER_MINUTE = { text: 4_000, media: 2_000 } as const

/** The two content checks. An errcode is a refusal, an object the answer. */
export function checksOf(
  settings: StandInSettings,
  { now, random }: StandInOutside,
  accounts: Accounts,
  look: (job: MediaJob) => void,
) {
  const texts = meter(PER_MINUTE.text, now)
  const media = meter(PER_MINUTE.media, now)
  const words = settings.words ?? DEFAULT_WORDS

  return {
    text(body: Body): Answer {
      if (texts()) return 44991
      const { content } = body
      if (typeof content !== 'string' || content === '') return 44002
      if (content.length > LONGEST_TEXT) return 45002
      const wrong = commonRefusal(body, accounts)
      if (wrong !== 0) return wrong
      return { ...judged(content, words), trace_id: traceOf(random) }
    },
    media(body: Body): Answer {
      if (media()) return 44991
      const { media_url: url, media_type: type, openid } = body
      if (type !== 1 && type !== 2) return 40004
      if (typeof url !== 'string' || url === '') return 40097
      const wrong = commonRefusal(body, accounts)
      if (wrong !== 0) return wrong
      const traceId = traceOf(random)
      look({ traceId, url, openid: String(openid) })
      return { trace_id: traceId }
    },
  }
}

function commonRefusal({ version, scene, openid }: Body, accounts: Accounts): number {
  if (version !== 2) return 40097
  if (typeof scene !== 'number' || ![1, 2, 3, 4].includes(scene)) return 40129
  return accounts.presence(typeof openid === 'string' ? openid : '')
}

function judged(content: string, words: readonly WordRule[]): object {
  const hits = words.filter(({ word }) => content.includes(word))
  const hit = hits.find(({ suggest }) => suggest === 'risky') ?? hits[0]
  const result = { suggest: hit?.suggest ?? 'pass', label: hit?.label ?? 100 }
  const model = { strategy: 'content_model', errcode: 0, ...result, prob: 90 }
  const keyword = hit && {
    strategy: 'keyword',
    errcode: 0,
    ...result,
    level: 90,
    keyword: hit.word,
  }
  return { result, detail: keyword ? [model, keyword] : [model] }
}

/** Counts one use; true once the minute's quota is used up. */
function meter(perMinute: number, now: () => Date): () => boolean {
  let minute = -1
  let used = 0
  return () => {
    const current = Math.floor(now().getTime() / 60_000)
    if (current !== minute) [minute, used] = [current, 0]
    used += 1
    return used > perMinute
  }
}
