import { openPush, type PushMessage } from '../push.ts'
import { subscribeEventOf, type SubscribeEvent } from '../subscribe-event.ts'
import { agenda, APP, clockAt, codeFor, serveStandIn, standIn } from '../weixin.fixture.ts'
import { weixinHttp } from '../weixin-http.ts'
import type { WeixinStandIn } from './stand-in.ts'
import { misfitOf } from './template-fields.ts'

const PROGRESS = 'VRR0UEO9VJOLs0MHlU0OilqX6MVFDwH3_3gz3Oc0NIc'
const RESULT = '9nLIlbOQZC5Y89AZteFEux3WCXRRRG5Wfzkpssu4bLI'
const TEMPLATES = {
  [PROGRESS]: { title: '投诉进度提醒', keys: ['character_string1', 'thing2', 'phrase3', 'time4'] },
  [RESULT]: { title: '投诉处理结果通知', keys: ['thing1'] },
}
const FIELDS = {
  character_string1: 'JX-7K2M-94',
  thing2: '楼道漏水',
  phrase3: '已受理',
  time4: '2026年11月24日 18:00',
}
const clock = clockAt('2026-11-21T02:00:00Z')
const jobs = agenda()
let twin: WeixinStandIn
let served: Awaited<ReturnType<typeof serveStandIn>>
let openid: string
const pushed: PushMessage[] = []

async function begin(format: 'json' | 'xml' = 'json'): Promise<void> {
  const push = { url: 'http://app/push', token: 'T', format }
  twin = standIn(
    clock,
    { push, templates: TEMPLATES, standingCodes: ['demo:resident'] },
    {
      later: jobs.later,
      push: (url, { body }) => {
        const query = Object.fromEntries(new URL(url).searchParams)
        const opened = openPush(query, body as string, { ...push, ...APP }, clock.now())
        if (opened.ok) pushed.push(opened.value)
        return Promise.resolve(new Response('success'))
      },
    },
  )
  served = await serveStandIn(clock, twin)
  openid = (await served.weixin.codeToSession(await codeFor(twin, 'resident'))).openid
}

beforeEach(async () => {
  pushed.length = 0
  await jobs.run()
  await begin()
})
afterEach(() => served.stop())

const post = (path: string, body: object) =>
  twin.app.request(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
const ask = (answers: Readonly<Record<string, string>>) =>
  post('/stand-in/subscriptions', { user: 'resident', answers })
const send = (fields: Readonly<Record<string, string>> = FIELDS, templateId = PROGRESS) =>
  served.weixin.sendSubscribe({ openid, templateId, page: 'resident/inbox/index?open=m', fields })
const events = async (): Promise<readonly (SubscribeEvent | undefined)[]> => {
  pushed.length = 0
  await jobs.run()
  return pushed.map(subscribeEventOf)
}

describe('a message', () => {
  test('is sent once for each time the person agreed, and no more often', async () => {
    await ask({ [PROGRESS]: 'accept', [RESULT]: 'reject' })
    await ask({ [PROGRESS]: 'accept' })
    await send()
    await send()
    await expect(send()).rejects.toMatchObject({ code: 'weixin.no_credit', errcode: 43101 })
    await expect(send({ thing1: '好了' }, RESULT)).rejects.toMatchObject({ errcode: 43101 })
  })

  test('refused for its form it costs nothing', async () => {
    await ask({ [PROGRESS]: 'accept' })
    await expect(send({ ...FIELDS, thing2: '' })).rejects.toMatchObject({ errcode: 47003 })
    await send()
  })

  test.each<[string, number, string, () => Promise<void>]>([
    ['an unknown template', 40037, 'weixin.undeliverable', () => send(FIELDS, 'x'.repeat(43))],
    [
      'a field that the template has not',
      47003,
      'weixin.undeliverable',
      () => send({ ...FIELDS, thing9: 'x' }),
    ],
    [
      'words nobody may send',
      45168,
      'weixin.undeliverable',
      () => send({ ...FIELDS, thing2: '本店代开发票' }),
    ],
    [
      'somebody else’s account',
      40003,
      'weixin.rejected',
      () =>
        served.weixin.sendSubscribe({
          openid: 'x',
          templateId: PROGRESS,
          page: '',
          fields: FIELDS,
        }),
    ],
  ])('%s: %i', async (_, errcode, code, act) => {
    await ask({ [PROGRESS]: 'accept' })
    await expect(act()).rejects.toMatchObject({ errcode, code })
  })

  test.each([
    [43107, 'weixin.undeliverable'],
    [43108, 'weixin.busy'],
    [45009, 'weixin.quota_exhausted'],
  ])('the adapter names %i %s', async (errcode, code) => {
    await ask({ [PROGRESS]: 'accept' })
    await served.weixin.checkText({ openid, content: '好', scene: 'forum' })
    twin.switches.failures = [errcode]
    await expect(send()).rejects.toMatchObject({ errcode, code })
  })

  test.each([40001, 40014, 42001])('%i: one new token, one more try', async (errcode) => {
    await ask({ [PROGRESS]: 'accept' })
    await served.weixin.checkText({ openid, content: '好', scene: 'forum' })
    served.requests.length = 0
    twin.switches.failures = [errcode]
    await send()
    expect(served.requests).toEqual([
      '/cgi-bin/message/subscribe/send',
      '/cgi-bin/stable_token',
      '/cgi-bin/message/subscribe/send',
    ])
  })

  test('is posted as documented', async () => {
    const bodies: unknown[] = []
    const weixin = weixinHttp(
      { ...APP, opens: 'trial' },
      {
        fetch: (url, init) => {
          if (url.includes('subscribe')) bodies.push(JSON.parse(init.body as string))
          return twin.fetch(url, init)
        },
        now: clock.now,
        random: () => 0,
        wait: () => Promise.resolve(),
      },
    )
    await ask({ [RESULT]: 'accept' })
    const page = 'resident/inbox/index?open=m'
    await weixin.sendSubscribe({ openid, templateId: RESULT, page, fields: { thing1: '已修好' } })
    expect(bodies).toEqual([
      {
        touser: openid,
        template_id: RESULT,
        page,
        data: { thing1: { value: '已修好' } },
        miniprogram_state: 'trial',
        lang: 'zh_CN',
      },
    ])
  })
})

describe.each(['json', 'xml'] as const)('in %s it tells', (format) => {
  beforeEach(async () => {
    await served.stop()
    await begin(format)
  })

  test('what was answered, what was sent, what was switched off', async () => {
    await ask({ [PROGRESS]: 'accept', [RESULT]: 'reject' })
    expect(await events()).toEqual([
      {
        openid,
        at: clock.now(),
        id: `subscribe_msg_popup_event ${clock.now().getTime() / 1_000}`,
        items: [
          { templateId: PROGRESS, what: 'accepted' },
          { templateId: RESULT, what: 'refused' },
        ],
      },
    ])
    await send()
    expect(await events()).toMatchObject([
      { openid, items: [{ templateId: PROGRESS, what: 'delivered' }] },
    ])
    await ask({ [PROGRESS]: 'accept' })
    await post('/stand-in/subscriptions/off', { user: 'resident', template: PROGRESS })
    expect(await events()).toMatchObject([
      { items: [{ what: 'accepted' }] },
      { items: [{ templateId: PROGRESS, what: 'ended' }] },
    ])
    await expect(send()).rejects.toMatchObject({ errcode: 43101 })
  })
})

test.each([
  [{ user: 'a', answers: { unknown: 'accept' } }, '{"errCode":20001}'],
  [{ user: 'a', answers: {} }, '{"errCode":20001}'],
  [{ user: 'a', answers: { [PROGRESS]: 'perhaps' } }, '{user, answers'],
  [{}, '{user, answers'],
])('a question %j that no phone would ask is refused', async (body, said) => {
  const response = await post('/stand-in/subscriptions', body)
  expect(response.status).toBe(400)
  expect(await response.text()).toContain(said)
})

test('its page agrees for somebody, and shows what came', async () => {
  const form = new URLSearchParams({ user: 'demo:resident', template: RESULT })
  await twin.app.request('/stand-in/phones', { method: 'POST', body: form })
  const { openid: touser } = await served.weixin.codeToSession('demo:resident')
  const fields = { thing1: '<b>已修好</b>' }
  await served.weixin.sendSubscribe({ openid: touser, templateId: RESULT, page: 'p', fields })
  const html = await (await twin.app.request('/stand-in/phones')).text()
  expect(html).toContain('&lt;b&gt;已修好&lt;/b&gt;')
  expect(html).toContain('demo:resident：同意一次（还可收 0 条）')
})

// 小程序订阅消息 → 参数类别: one that just fits, one that just does not.
test.each([
  ['thing1', '汉'.repeat(20), '汉'.repeat(21)],
  ['number1', '1'.repeat(32), '1'.repeat(33)],
  ['number1', '3.5', '三'],
  ['letter1', 'a'.repeat(32), 'a1'],
  ['symbol1', '!'.repeat(5), '!'.repeat(6)],
  ['character_string1', 'JX-7K2M-94', '投诉94'],
  ['time1', '15:01', '25:01'],
  ['time1', '2019年10月1日 15:01', '2019年10月1日'],
  ['date1', '2019年10月1日', '明天'],
  ['amount1', '¥100.00', '1'.repeat(12)],
  ['phone_number1', '+86-0766-66888866', '打给我'],
  ['car_number1', '粤A8Z888挂', '粤A8Z888挂挂挂'],
  ['name1', '王'.repeat(10), '王'.repeat(11)],
  ['phrase1', '配送中啦啦', '配送中啦啦啦'],
  ['phrase1', '已受理', 'done'],
])('%s takes %s and not %s', (key, fits, not) => {
  expect(misfitOf({ [key]: { value: fits } }, [key])).toBeUndefined()
  expect(misfitOf({ [key]: { value: not } }, [key])).toBe(`data.${key}.value`)
})

test.each([[undefined], ['x'], [[]], [{}], [{ thing1: 'x' }], [{ thing1: { value: 7 } }]])(
  '%j does not fill a template',
  (data) => {
    expect(misfitOf(data, ['thing1'])).toBeDefined()
  },
)
