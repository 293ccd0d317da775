import { messages } from '#shared/messages/contract.ts'
import { BASE } from '../platform/http/mount.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openMessageWorld, TOLD, type MessageWorld } from './messages.fixture.ts'
import { messageIdOf } from './stored.ts'

describe.each(openTables)('messages over %s', (_, open) => {
  let world: MessageWorld
  beforeAll(async () => {
    world = await openMessageWorld(open)
  })
  afterAll(() => world.close())
  beforeEach(() => world.begin())

  const told = async (count: number): Promise<readonly string[]> => {
    const events = Array.from({ length: count }, (__, n) => `event ${n}`)
    for (const event of events) {
      await world.tell({ event, title: event })
      world.clock.advance(1_000)
    }
    return events.map(messageIdOf)
  }
  const unread = async () => (await world.me.client.send(messages.unread, {})).body
  const titles = async () => (await world.inbox()).map(({ title }) => title)

  test('the inbox has the latest first, page by page, and only one’s own', async () => {
    await told(3)
    await world.tell({ event: 'event 0', person: 'neighbour' })
    expect(await titles()).toEqual(['event 2', 'event 1', 'event 0'])
    const first = (await world.me.client.send(messages.list, { limit: 2 })).body
    const { cursor = '' } = first
    const rest = (await world.me.client.send(messages.list, { limit: 2, cursor })).body
    expect([...first.items, ...rest.items].map(({ title }) => title)).toEqual(await titles())
    const stranger = await world.as('neighbour')
    expect(await stranger.send(messages.list, { limit: 2, cursor })).toMatchObject({
      status: 400,
      code: 'request.cursor_invalid',
    })
  })

  test('a message says what happened, when and about what', async () => {
    await world.tell({ urgent: true })
    const message = messageIdOf(TOLD.event)
    expect((await world.me.client.send(messages.get, { message })).body).toEqual({
      message,
      template: 'complaint_progress',
      subject: TOLD.subject,
      title: TOLD.title,
      words: TOLD.words,
      at: TOLD.at,
      arrivedAt: '2026-11-24T02:00:00.000Z',
      urgent: true,
      read: false,
    })
  })

  test('read it stays read, however often it is said', async () => {
    const [message = ''] = await told(2)
    expect(await unread()).toEqual({ unread: 2, more: false })
    const read = () => world.me.client.send(messages.read, { message })
    const said = await Promise.all([read(), read(), read()])
    expect(said.map(({ body }) => body.read)).toEqual([true, true, true])
    expect(await unread()).toEqual({ unread: 1, more: false })
    expect((await world.inbox()).map((one) => one.read)).toEqual([false, true])
  })

  test('all up to one are read by one write; what came since is not', async () => {
    const [, second = ''] = await told(3)
    const { body } = await world.me.client.send(messages.readAll, { upTo: second })
    expect(body).toEqual({ unread: 1, more: false })
    expect((await world.inbox()).map(({ read }) => read)).toEqual([false, true, true])
    expect((await world.me.client.send(messages.get, { message: second })).body.read).toBe(true)
  })

  test('reading up to an earlier one makes nothing unread again', async () => {
    const [first = '', , third = ''] = await told(3)
    await world.me.client.send(messages.readAll, { upTo: third })
    await world.me.client.send(messages.readAll, { upTo: first })
    expect(await unread()).toEqual({ unread: 0, more: false })
  })

  test('more than 99 are 99 and more', async () => {
    await Promise.all(Array.from({ length: 101 }, (__, n) => world.tell({ event: `many ${n}` })))
    expect(await unread()).toEqual({ unread: 99, more: true })
  })

  test.each([
    ['get', () => messages.get],
    ['read', () => messages.read],
  ] as const)('%s: a message of somebody else is not there', async (__, route) => {
    await world.tell()
    const message = messageIdOf(TOLD.event)
    const stranger = await world.as('neighbour')
    expect(await stranger.send(route(), { message })).toMatchObject({
      status: 404,
      code: 'messages.not_found',
    })
    expect(await stranger.send(messages.readAll, { upTo: message })).toMatchObject({
      code: 'messages.not_found',
    })
    expect(await unread()).toMatchObject({ unread: 1 })
  })

  test.each<[string, string, unknown]>([
    ['POST', '/message-credits', { answers: [] }],
    ['POST', '/message-credits', { answers: [{ template: 'none', result: 'accept' }] }],
    ['POST', '/message-credits', { answers: [{ template: 'emergency', result: 'yes' }] }],
    [
      'POST',
      '/message-credits',
      {
        answers: [
          { template: 'emergency', result: 'accept' },
          { template: 'emergency', result: 'accept' },
        ],
      },
    ],
    ['POST', '/messages/read', { upTo: 'with space' }],
    ['POST', '/messages/read', {}],
    ['GET', '/messages?limit=0', undefined],
    ['GET', '/messages?limit=101', undefined],
    ['GET', '/messages/a%20b', undefined],
  ])('%s %s %j is refused as a bad request', async (method, path, body) => {
    const response = await world.app.request(BASE + path, {
      method,
      headers: {
        authorization: `Bearer ${world.me.client.token}`,
        'idempotency-key': 'a-key-of-mine',
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    expect(response.status).toBe(400)
    expect(((await response.json()) as { code: string }).code).toBe('request.invalid')
  })

  test.each(['/messages', '/messages/unread', '/messages/x', '/message-credits'])(
    '%s needs a login',
    async (path) => {
      const response = await world.app.request(BASE + path)
      expect(response.status).toBe(401)
    },
  )

  describe('what one agreed to', () => {
    const credits = async () => (await world.me.client.send(messages.credits, {})).body.items

    test('WeChat is asked with the ids of the deployment, of what it has', async () => {
      expect((await credits()).map(({ template, title }) => [template, title])).toEqual([
        ['complaint_progress', '投诉进度提醒'],
        ['complaint_result', '投诉处理结果通知'],
        ['emergency', '紧急事件通知'],
      ])
    })

    test('counts one for each time, whichever way it was accepted', async () => {
      await world.answer('accept', 'emergency')
      await world.answer('acceptWithAudio', 'emergency')
      await world.answer('reject', 'emergency')
      await world.answer('ban', 'emergency')
      await world.answer('filter', 'emergency')
      expect((await credits()).map((one) => one.credits)).toEqual([0, 0, 2])
    })

    test('two of our names under one template of WeChat’s share what is left', async () => {
      const answers = [
        { template: 'complaint_progress', result: 'accept' },
        { template: 'complaint_result', result: 'accept' },
      ] as const
      const { body } = await world.me.client.send(messages.answered, { answers: [...answers] })
      expect(body.items.map((one) => one.credits)).toEqual([1, 1, 0])
    })

    test('told twice by the same request it counts once, also at the same moment', async () => {
      await Promise.all([1, 2, 3].map(() => world.answer('accept', 'emergency', 'the-same-tap')))
      expect(await world.credits('x')).toBe(0)
      expect((await credits())[2]).toMatchObject({ credits: 1 })
    })

    test('another answer under the same key is refused', async () => {
      const send = (template: 'emergency' | 'complaint_result') =>
        world.me.client.send(
          messages.answered,
          { answers: [{ template, result: 'accept' }] },
          { key: 'the-same-key' },
        )
      await send('emergency')
      expect(await send('complaint_result')).toMatchObject({
        status: 422,
        code: 'request.idempotency_key_reused',
      })
      expect((await credits()).map((one) => one.credits)).toEqual([0, 0, 1])
    })

    test('without a key it is refused', async () => {
      const response = await world.app.request(`${BASE}/message-credits`, {
        method: 'POST',
        headers: { authorization: `Bearer ${world.me.client.token}` },
        body: JSON.stringify({ answers: [{ template: 'emergency', result: 'accept' }] }),
      })
      expect(response.status).toBe(400)
    })
  })
})
