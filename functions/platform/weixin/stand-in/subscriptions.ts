import type { Accounts } from './accounts.ts'
import type { PushOut } from './push-out.ts'
import {
  DEFAULT_WORDS,
  type StandInOutside,
  type StandInSettings,
  type StandInTemplate,
} from './stand-in-settings.ts'
import { subscriptionEvent, type Answers, type Happened } from './subscription-events.ts'
import { misfitOf } from './template-fields.ts'

type Body = Readonly<Record<string, unknown>>

/** A message as a phone shows it. */
export interface SentMessage {
  readonly openid: string
  readonly templateId: string
  readonly page: string
  readonly at: Date
  readonly fields: Readonly<Record<string, string>>
}

const MOST_ASKED = 5
const MOST_KEPT = 100
const STATES = ['developer', 'trial', 'formal']
const LANGUAGES = ['zh_CN', 'en_US', 'zh_HK', 'zh_TW']
const OPENID = /^o[\w-]{27}$/

/** Who agreed to how many messages of which template, and what was sent: one for each time. */
export function subscriptionsOf(
  settings: StandInSettings,
  outside: StandInOutside,
  accounts: Accounts,
  pushOut: PushOut,
) {
  const { now, later } = outside
  const templates = new Map(Object.entries(settings.templates ?? {}))
  const words = (settings.words ?? DEFAULT_WORDS).filter(({ suggest }) => suggest === 'risky')
  const { creditOf, add } = purse()
  const sent: SentMessage[] = []
  let messages = 0

  const tell = (openid: string, what: Happened): void => {
    const event = subscriptionEvent(settings, { openid, at: now() }, what)
    later(settings.push?.delayMs ?? 1_000, () => pushOut(event))
  }
  const refusalOf = ({ touser, template_id: id, data, ...rest }: Body): number => {
    if (typeof touser !== 'string' || !OPENID.test(touser)) return 40003
    const template = templates.get(String(id))
    if (!template) return 40037
    if (!fits(rest)) return 40097
    if (misfitOf(data, template.keys) !== undefined) return 47003
    const said = JSON.stringify(data)
    if (words.some(({ word }) => said.includes(word))) return 45168
    return creditOf(touser, String(id)) > 0 ? 0 : 43101
  }

  return {
    templates: templates as ReadonlyMap<string, StandInTemplate>,
    sent: sent as readonly SentMessage[],
    creditOf,
    /** WeChat's own question on the phone. @returns 0, or the error of `wx.requestSubscribeMessage` */
    asked(user: string, answers: Answers): number {
      const asked = Object.entries(answers)
      if (asked.length === 0 || asked.some(([id]) => !templates.has(id))) return 20001
      if (asked.length > MOST_ASKED) return 20003
      const openid = accounts.openidOf(user)
      for (const [id, answer] of asked) {
        if (answer === 'accept') add(openid, id, 1)
      }
      tell(openid, { kind: 'popup', answers })
      return 0
    },
    /** In WeChat's settings somebody switches a template off. */
    switchedOff(user: string, templateId: string): void {
      const openid = accounts.openidOf(user)
      add(openid, templateId, -creditOf(openid, templateId))
      tell(openid, { kind: 'change', answers: { [templateId]: 'reject' } })
    },
    send(body: Body): object | number {
      const refusal = refusalOf(body)
      if (refusal !== 0) return refusal
      const [openid, templateId] = [String(body['touser']), String(body['template_id'])]
      add(openid, templateId, -1)
      sent.unshift(shown(body, now()))
      sent.splice(MOST_KEPT)
      messages += 1
      tell(openid, { kind: 'sent', templateId, message: String(messages).padStart(19, '1') })
      return {}
    },
  }
}

export type Subscriptions = ReturnType<typeof subscriptionsOf>

/** How many messages each person agreed to of each template. */
function purse() {
  const credits = new Map<string, number>()
  const slot = (openid: string, templateId: string): string => `${openid} ${templateId}`
  const creditOf = (openid: string, templateId: string): number =>
    credits.get(slot(openid, templateId)) ?? 0
  return {
    creditOf,
    add: (openid: string, templateId: string, more: number): void =>
      void credits.set(slot(openid, templateId), creditOf(openid, templateId) + more),
  }
}

const shown = (body: Body, at: Date): SentMessage => ({
  openid: String(body['touser']),
  templateId: String(body['template_id']),
  page: typeof body['page'] === 'string' ? body['page'] : '',
  at,
  fields: valuesIn(body['data']),
})

const fits = ({ miniprogram_state: state = 'formal', lang = 'zh_CN', page = '' }: Body): boolean =>
  STATES.includes(String(state)) && LANGUAGES.includes(String(lang)) && typeof page === 'string'

const valuesIn = (data: unknown): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(data as Readonly<Record<string, { value: string }>>).map(([key, { value }]) => [
      key,
      value,
    ]),
  )
