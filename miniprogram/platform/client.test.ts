import { contract, Id, Instant } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import { unreachable } from './api-error.ts'
import { createClient, type Reply, type Sending } from './client.ts'

const notes = contract({
  list: {
    method: 'GET',
    path: '/communities/:community/notes',
    summary: 'Notes',
    access: 'notice:read',
    input: z.strictObject({
      community: Id,
      limit: z.number().optional(),
      about: z.string().optional(),
    }),
    output: z.object({ items: z.array(z.object({ text: z.string(), at: Instant })) }),
  },
  add: {
    method: 'POST',
    path: '/communities/:community/notes',
    summary: 'Add one',
    access: 'notice:publish',
    idempotency: 'required',
    input: z.strictObject({ community: Id, text: z.string() }),
    output: z.object({ text: z.string() }),
  },
  read: {
    method: 'POST',
    path: '/communities/:community/notes/:note/read',
    summary: 'Read it',
    access: 'notice:read',
    idempotency: 'accepted',
    input: z.strictObject({ community: Id, note: Id }),
    output: z.object({}),
  },
})

const waits: number[] = []
const sent: Sending[] = []

/** Answers one after the other; `undefined` is no answer. */
function clientOf(...answers: readonly (Reply | undefined)[]) {
  sent.length = 0
  waits.length = 0
  const rest = [...answers]
  return createClient(notes, {
    send: (sending) => {
      sent.push(sending)
      const reply = rest.shift()
      return reply ? Promise.resolve(reply) : Promise.reject(unreachable())
    },
    wait: (ms) => {
      waits.push(ms)
      return Promise.resolve()
    },
  })
}

const page = { items: [{ text: '停水', at: '2026-11-24T10:00:00.000Z' }] }
const ok = (data: unknown): Reply => ({ status: 200, data })

test('what names the path is in the path only; a query carries the rest, escaped', async () => {
  const client = clientOf(ok(page))
  const answer = await client.list({ community: 'jx', limit: 30, about: '电梯 & 水' })
  expect(answer).toEqual(page)
  expect(sent).toEqual([
    {
      method: 'GET',
      path: '/communities/jx/notes?limit=30&about=%E7%94%B5%E6%A2%AF%20%26%20%E6%B0%B4',
      headers: {},
      signed: true,
    },
  ])
})

test('what was not given is not sent', async () => {
  const client = clientOf(ok(page))
  await client.list({ community: 'jx', about: undefined })
  expect(sent[0]?.path).toBe('/communities/jx/notes')
})

test('a post carries its body and the key it was given', async () => {
  const client = clientOf(ok({ text: '停水' }))
  await client.add({ community: 'jx', text: '停水' }, { key: 'k1' })
  expect(sent).toEqual([
    {
      method: 'POST',
      path: '/communities/jx/notes',
      body: { text: '停水' },
      headers: { 'idempotency-key': 'k1' },
      signed: true,
    },
  ])
})

test('a path parameter cannot leave its place', async () => {
  const client = clientOf(ok({}))
  await client.read({ community: 'jx', note: 'a/b?c' })
  expect(sent[0]?.path).toBe('/communities/jx/notes/a%2Fb%3Fc/read')
})

test('an unknown field of a newer server is left out, a missing one is told as an old version', async () => {
  const client = clientOf(ok({ text: '停水', new: 1 }), ok({ texts: '停水' }))
  expect(await client.add({ community: 'jx', text: '停水' }, { key: 'k1' })).toEqual({
    text: '停水',
  })
  await expect(client.add({ community: 'jx', text: '停水' }, { key: 'k1' })).rejects.toMatchObject({
    code: 'client.outdated',
  })
})

describe('a refusal', () => {
  const refusal = { code: 'votes.not_open', detail: '投票还没有开始。', request: 'r-1' }

  test('keeps its code, its sentence, its status and the request', async () => {
    const client = clientOf({ status: 409, data: refusal })
    await expect(client.list({ community: 'jx' })).rejects.toMatchObject({
      name: 'ApiError',
      code: 'votes.not_open',
      detail: '投票还没有开始。',
      status: 409,
      request: 'r-1',
    })
  })

  test('with a code is an answer, even a temporary one: it is not asked for again', async () => {
    const busy = {
      status: 503,
      data: { code: 'sessions.weixin_unreachable', detail: '稍后再试。' },
    }
    const client = clientOf(busy)
    await expect(client.list({ community: 'jx' })).rejects.toMatchObject({
      code: 'sessions.weixin_unreachable',
    })
    expect(sent).toHaveLength(1)
  })

  test('by something in between has a sentence of ours', async () => {
    const client = clientOf({ status: 400, data: '<html>Bad Request</html>' })
    await expect(client.list({ community: 'jx' })).rejects.toMatchObject({
      code: 'server.unavailable',
      status: 400,
      detail: expect.stringContaining('请过一会儿再试') as string,
    })
  })
})

describe('without an answer', () => {
  const gateway: Reply = { status: 502, data: '<html>' }

  test('a read is asked three times, with pauses', async () => {
    const client = clientOf(undefined, gateway, ok(page))
    expect(await client.list({ community: 'jx' })).toEqual(page)
    expect(sent).toHaveLength(3)
    expect(waits).toEqual([300, 1_200])
  })

  test('and then it is told', async () => {
    const client = clientOf()
    await expect(client.list({ community: 'jx' })).rejects.toMatchObject({
      code: 'network.unreachable',
      status: 0,
    })
    expect(sent).toHaveLength(3)
  })

  test('what carries a key is sent again, under the same key', async () => {
    const client = clientOf(undefined, ok({ text: '停水' }))
    await client.add({ community: 'jx', text: '停水' }, { key: 'k1' })
    expect(sent.map(({ headers }) => headers['idempotency-key'])).toEqual(['k1', 'k1'])
  })

  test('what could happen twice is not sent again', async () => {
    const client = clientOf(undefined, ok({}))
    await expect(client.read({ community: 'jx', note: 'n1' })).rejects.toMatchObject({
      code: 'network.unreachable',
    })
    expect(sent).toHaveLength(1)
  })
})
