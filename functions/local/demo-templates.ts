import { TEMPLATES } from '#shared/messages/templates.ts'
import type { StandInTemplate } from '../platform/weixin/stand-in/stand-in-settings.ts'
import type { SubscribeTemplates } from '../platform/weixin/subscribe-templates.ts'

const idOf = (key: string): string => `demo-template-${key}`

/** Every template, as if the demo's mini-program had applied for it: for the product, and for what stands in for WeChat. */
export const demoTemplates = {
  settings: Object.fromEntries(
    TEMPLATES.map(({ key }) => [key, { id: idOf(key), keys: {} }]),
  ) satisfies SubscribeTemplates,
  known: Object.fromEntries(
    TEMPLATES.map(({ key, title, fields }) => [idOf(key), { title, keys: Object.keys(fields) }]),
  ) satisfies Record<string, StandInTemplate>,
}
