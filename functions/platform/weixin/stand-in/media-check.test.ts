import { openPush, type PushMessage } from '../push.ts'
import { agenda, APP, clockAt, codeFor, standIn } from '../weixin.fixture.ts'
import { weixinHttp } from '../weixin-http.ts'
import type { StandInSettings } from './stand-in-settings.ts'

const clock = clockAt('2026-11-21T02:00:00Z')

describe('the verdict on a picture', () => {
  const push = { url: 'http://app/weixin/push', token: 'T', delayMs: 2_000 }
  const sealed = { ...push, encodingAesKey: 'C'.repeat(43) }

  async function look(
    target: NonNullable<StandInSettings['push']>,
    picture: () => Promise<Response>,
    answers: readonly string[] = ['success', 'success'],
  ) {
    const jobs = agenda()
    const messages: PushMessage[] = []
    const left = [...answers]
    const twin = standIn(
      clock,
      { push: target },
      {
        later: jobs.later,
        download: picture,
        push: (url, { body }) => {
          const query = Object.fromEntries(new URL(url).searchParams)
          const settings = { ...target, appid: APP.appid }
          const opened = openPush(query, body as string, settings, clock.now())
          expect(url.startsWith(`${target.url}?`)).toBe(true)
          if (opened.ok) messages.push(opened.value)
          const answer = left.shift()
          return answer === undefined
            ? Promise.reject(new Error('refused'))
            : Promise.resolve(new Response(answer))
        },
      },
    )
    const weixin = weixinHttp(APP, {
      fetch: twin.fetch,
      now: clock.now,
      random: () => 0,
      wait: () => Promise.resolve(),
    })
    const { openid } = await weixin.codeToSession(await codeFor(twin, 'a'))
    const ask = { openid, mediaUrl: 'http://x/p', kind: 'image', scene: 'forum' } as const
    const { traceId } = await weixin.checkMedia(ask)
    expect(jobs.waits()).toEqual([2_000])
    await jobs.run()
    return { messages, jobs, traceId }
  }
  const bytes = (text: string) => () => Promise.resolve(new Response(`pixels ${text} pixels`))

  test.each([
    ['plain', push],
    ['sealed', sealed],
  ])('is pushed %s, and names the trace', async (_, target) => {
    const { messages, traceId } = await look(target, bytes(''))
    expect(messages).toEqual([
      expect.objectContaining({
        MsgType: 'event',
        Event: 'wxa_media_check',
        appid: APP.appid,
        trace_id: traceId,
        version: 2,
        errcode: 0,
        result: { suggest: 'pass', label: 100 },
      }),
    ])
    expect(messages[0]).not.toHaveProperty('media_url')
  })

  test.each([
    ['RISKY', { suggest: 'risky', label: 20002 }],
    ['REVIEW', { suggest: 'review', label: 21000 }],
  ])('of a picture marked %s', async (mark, result) => {
    const { messages } = await look(push, bytes(`STAND-IN:${mark}`))
    expect(messages).toEqual([expect.objectContaining({ result })])
  })

  test('comes twice for one marked TWICE, the second time with the label as text', async () => {
    const { messages } = await look(push, bytes('STAND-IN:TWICE'))
    expect(messages.map((message) => message['result'])).toEqual([
      { suggest: 'pass', label: 100 },
      { suggest: 'pass', label: '100' },
    ])
  })

  test('never comes for one marked NEVER', async () => {
    expect((await look(push, bytes('STAND-IN:NEVER'))).messages).toEqual([])
  })

  test.each([
    ['is not there', () => Promise.resolve(new Response('', { status: 404 }))],
    ['cannot be reached', () => Promise.reject(new Error('no route'))],
    ['is over 10 MB', () => Promise.resolve(new Response(Buffer.alloc(10 * 1024 * 1024 + 1)))],
  ])('is -1008 where the picture %s', async (_, picture) => {
    const { messages } = await look(push, picture)
    expect(messages).toEqual([expect.objectContaining({ errcode: -1008 })])
    expect(messages[0]).not.toHaveProperty('result')
  })

  test('is sent three times where nobody acknowledges it, and then no more', async () => {
    const { messages, jobs } = await look(push, bytes(''), ['no'])
    expect(jobs.waits()).toEqual([5_000])
    await jobs.run()
    await jobs.run()
    expect(messages).toHaveLength(3)
    expect(jobs.waits()).toEqual([])
  })
})
