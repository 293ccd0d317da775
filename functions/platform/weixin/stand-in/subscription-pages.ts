import type { Context, Hono } from 'hono'
import * as z from '#shared/kernel/zod.ts'
import type { Accounts } from './accounts.ts'
import type { StandInSettings } from './stand-in-settings.ts'
import type { SentMessage, Subscriptions } from './subscriptions.ts'

const Asked = z.strictObject({
  user: z.string().min(1).max(64),
  answers: z.record(z.string(), z.enum(['accept', 'reject'])),
})
const Off = z.strictObject({ user: z.string().min(1).max(64), template: z.string() })

/** What happens on phones that nobody has here: WeChat's question is answered, a template switched off, a message shown. */
export function addSubscriptionPages(
  app: Hono,
  settings: StandInSettings,
  accounts: Accounts,
  subscriptions: Subscriptions,
): void {
  app.post('/stand-in/subscriptions', async (c) => {
    const { data } = Asked.safeParse(await c.req.json().catch(() => undefined))
    if (!data) return c.text('{user, answers: {template: "accept" | "reject"}}', 400)
    const errCode = subscriptions.asked(data.user, data.answers)
    return errCode === 0 ? c.json(data.answers) : c.json({ errCode }, 400)
  })
  app.post('/stand-in/subscriptions/off', async (c) => {
    const { data } = Off.safeParse(await c.req.json().catch(() => undefined))
    if (!data) return c.text('{user, template}', 400)
    subscriptions.switchedOff(data.user, data.template)
    return c.json({})
  })
  const page = (c: Context): Response => c.html(pageOf(settings, accounts, subscriptions))
  app.get('/stand-in/phones', page)
  app.post('/stand-in/phones', async (c) => {
    const form = await c.req.formData()
    const said = (name: string): string => z.string().catch('').parse(form.get(name))
    subscriptions.asked(said('user'), { [said('template')]: 'accept' })
    return page(c)
  })
}

function pageOf(
  { standingCodes = [] }: StandInSettings,
  accounts: Accounts,
  { templates, sent, creditOf }: Subscriptions,
): string {
  const rows = [...templates].map(([id, { title }]) => {
    const cells = standingCodes.map((user) => {
      const left = creditOf(accounts.openidOf(user), id)
      return `<form method="post">${hidden('user', user)}${hidden('template', id)}<button>${escaped(user)}：同意一次（还可收 ${left} 条）</button></form>`
    })
    return `<h2>${escaped(title)}</h2>${cells.join('')}`
  })
  const users = new Map(standingCodes.map((user) => [accounts.openidOf(user), user]))
  const shown = sent.map((message) => messageOf(message, templates, users))
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>演示：手机上的微信</title><style>body{font:17px/1.5 sans-serif;margin:16px;max-width:640px}form{display:inline}button{font:inherit;margin:4px;padding:8px}</style>
<h1>演示：手机上的微信</h1><p>演示里没有手机：在这里替某个人点“同意接收一次提醒”，也在这里看微信会收到的消息。</p>
<h2>收到的消息</h2>${shown.join('') || '<p>还没有。</p>'}${rows.join('')}</html>`
}

function messageOf(
  { openid, templateId, page, at, fields }: SentMessage,
  templates: Subscriptions['templates'],
  users: ReadonlyMap<string, string>,
): string {
  const lines = Object.values(fields).map((value) => `<li>${escaped(value)}</li>`)
  const title = templates.get(templateId)?.title ?? templateId
  return `<section><h3>${escaped(title)}</h3><p>${escaped(users.get(openid) ?? openid)} · ${at.toISOString()} · ${escaped(page)}</p><ul>${lines.join('')}</ul></section>`
}

const hidden = (name: string, value: string): string =>
  `<input type="hidden" name="${name}" value="${escaped(value)}">`

const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
}
const escaped = (text: string): string => text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign)
