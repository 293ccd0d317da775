import type { Verdict } from '../weixin.ts'
import { pushOutOf } from './push-out.ts'
import type { StandInOutside, StandInSettings } from './stand-in-settings.ts'

export interface MediaJob {
  readonly traceId: string
  readonly openid: string
  readonly url: string
}

const MAX_BYTES = 10 * 1024 * 1024

/** Bytes anywhere in the file that decide what is said of it: they survive in pixels stored uncompressed. */
const MARKS = { risky: 'STAND-IN:RISKY', review: 'STAND-IN:REVIEW' } as const
const TWICE = 'STAND-IN:TWICE'
const NEVER = 'STAND-IN:NEVER'

/** Downloads what it was asked to look at and pushes what it thinks of it: once, twice or never. */
export function mediaChecks(settings: StandInSettings, outside: StandInOutside) {
  const { push: target } = settings
  const { download, later, now } = outside
  const deliver = pushOutOf(settings, outside)

  const look = async (job: MediaJob): Promise<void> => {
    const bytes = await fetched(download, job.url)
    const has = (mark: string): boolean => bytes?.includes(mark) === true
    if (has(NEVER)) return
    const event = { ...eventOf(settings, job, now()), ...judged(bytes && verdictOf(has)) }
    await deliver(JSON.stringify(event))
    // As seen in the wild: the second time the label comes as text.
    const again = { ...event, result: { suggest: 'pass', label: '100' } }
    if (has(TWICE)) await deliver(JSON.stringify(again))
  }

  return (job: MediaJob): void => later(target?.delayMs ?? 1_000, () => look(job))
}

async function fetched(
  download: StandInOutside['download'],
  url: string,
): Promise<Buffer | undefined> {
  try {
    const response = await download(url)
    if (response.status !== 200) return undefined
    const bytes = Buffer.from(await response.arrayBuffer())
    return bytes.length <= MAX_BYTES ? bytes : undefined
  } catch {
    return undefined
  }
}

function verdictOf(has: (mark: string) => boolean): Verdict {
  if (has(MARKS.risky)) return { suggest: 'risky', label: 20002 }
  return has(MARKS.review) ? { suggest: 'review', label: 21000 } : { suggest: 'pass', label: 100 }
}

const judged = (verdict: Verdict | undefined): object =>
  verdict
    ? {
        errcode: 0,
        errmsg: 'ok',
        result: verdict,
        detail: [{ strategy: 'content_model', errcode: 0, ...verdict, prob: 90 }],
      }
    : { errcode: -1008, errmsg: 'download media failed', detail: [] }

const eventOf = ({ appid }: StandInSettings, job: MediaJob, now: Date): object => ({
  ToUserName: 'gh_000000000000',
  FromUserName: job.openid,
  CreateTime: Math.floor(now.getTime() / 1_000),
  MsgType: 'event',
  Event: 'wxa_media_check',
  appid,
  trace_id: job.traceId,
  version: 2,
})
