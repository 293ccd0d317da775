import Taro from '@tarojs/taro'
import type { Credits } from '#shared/messages/contract.ts'
import { isAccept } from '#shared/messages/credits.ts'
import { MOST_AT_ONE_TAP, type TemplateKey } from '#shared/messages/templates.ts'
import type { Consent } from '#shared/privacy/contract.ts'
import { purposeOf } from '#shared/privacy/purposes.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { consentsApi } from '../privacy/api.ts'
import { messagesApi } from './api.ts'

export interface AskToTell {
  /**
   * Lets WeChat ask whether it may tell the person. To be called by the tap itself, before anything is waited for: later
   * WeChat asks nobody. Never fails, and whoever submits need not wait for it.
   */
  readonly ask: () => Promise<void>
  /** What to say beside the button; nothing while that is not known. */
  readonly note: string | undefined
  /** Whether a tap would ask. */
  readonly asks: boolean
  /** What it would ask for, with how many messages each may still send. */
  readonly offered: readonly Offered[]
}

type Offered = Credits['items'][number]

const NOT_HERE = '浏览器里收不到微信提醒。有了进展，请看“我的”里的“消息”。'
const SWITCHED_OFF =
  '您关了微信提醒。有了进展，请看“我的”里的“消息”；要打开，在“隐私与我的信息”里同意“消息提醒”。'
const ASKED =
  '点下面的按钮时，微信会问您要不要提醒。点“允许”，就是同意有进展时用微信告诉您；每允许一次，最多收到一条。不允许也不影响办理。'

/** Asks at the submit tap whether WeChat may tell the person of what they wait for: once for each of the templates. */
export function useAskToTell(templates: readonly TemplateKey[]): AskToTell {
  const isWeixin = __TARGET__ === 'weapp'
  const known = useQuery(`ask to tell ${isWeixin}`, () =>
    isWeixin ? load() : Promise.resolve(undefined),
  )
  const { data } = known
  const offered = data?.credits.items.filter((one) => includes(templates, one.template)) ?? []
  const isOff = data?.consent?.state === 'refused' || data?.consent?.state === 'withdrawn'
  const asks = offered.length > 0 && !isOff
  const ask = async (): Promise<void> => {
    if (!asks) return
    await askWeixin(offered, data?.consent).catch(() => undefined)
    await known.reload()
  }
  return { ask, asks, offered, note: isWeixin ? noteOf(isOff, asks) : NOT_HERE }
}

const noteOf = (isOff: boolean, asks: boolean): string | undefined => {
  if (isOff) return SWITCHED_OFF
  return asks ? ASKED : undefined
}

const includes = (templates: readonly TemplateKey[], name: string): boolean =>
  (templates as readonly string[]).includes(name)

async function load() {
  const [credits, { items }] = await Promise.all([messagesApi.credits({}), consentsApi.mine({})])
  return { credits, consent: items.find(({ purpose }) => purpose === 'notices') }
}

/** Nothing is awaited before WeChat is called. */
async function askWeixin(offered: readonly Offered[], consent: Consent | undefined): Promise<void> {
  const ids = [...new Set(offered.map(({ id }) => id))].slice(0, MOST_AT_ONE_TAP)
  const asked = Taro.requestSubscribeMessage({ tmplIds: ids, entityIds: [] })
  const results = (await asked) as unknown as Readonly<Record<string, unknown>>
  const answers = answersIn(results, offered)
  if (answers.length === 0) return
  // The sentence beside the button said what a yes to WeChat's question means.
  if (consent?.state !== 'given' && answers.some(({ result }) => isAccept(result))) {
    await consentsApi.give({ purpose: 'notices', version: purposeOf('notices').version })
  }
  await messagesApi.answered({ answers }, { key: newKey() })
}

const RESULTS = [
  'accept',
  'acceptWithAlert',
  'acceptWithAudio',
  'acceptWithForcePush',
  'reject',
  'ban',
  'filter',
] as const

/** One of our names for each of WeChat's templates: two that share one share its answer. */
function answersIn(results: Readonly<Record<string, unknown>>, offered: readonly Offered[]) {
  const seen = new Set<string>()
  return offered.flatMap(({ id, template }) => {
    const result = RESULTS.find((one) => one === results[id])
    if (result === undefined || seen.has(id)) return []
    seen.add(id)
    return [{ template: template as TemplateKey, result }]
  })
}
