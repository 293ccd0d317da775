import { MINUTE } from '#shared/kernel/calendar.ts'
import { BASE } from '../platform/http/mount.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { sealPush } from '../platform/weixin/push.ts'
import { openMessageWorld, PROGRESS_ID, type MessageWorld } from './messages.fixture.ts'

describe.each(openTables)('what WeChat says of its own, over %s', (_, open) => {
  let world: MessageWorld
  beforeAll(async () => {
    world = await openMessageWorld(open)
  })
  afterAll(() => world.close())
  beforeEach(() => world.begin())

  const push = async (
    event: string,
    row: Readonly<Record<string, string>>,
    { openid = `openid-${world.me.person}`, at = world.clock.now } = {},
  ): Promise<number> => {
    const message = JSON.stringify({
      FromUserName: openid,
      CreateTime: String(Math.floor(at.getTime() / 1_000)),
      MsgType: 'event',
      Event: `subscribe_msg_${event}_event`,
      List: [{ TemplateId: PROGRESS_ID, ...row }],
    })
    const timestamp = String(Math.floor(world.clock.now.getTime() / 1_000))
    const stamp = { timestamp, nonce: '7', random: Buffer.alloc(16) }
    const { push: settings } = world.ports
    const sealed = sealPush(message, settings as NonNullable<typeof settings>, stamp)
    const url = `${BASE}/weixin/push?${new URLSearchParams(sealed.query)}`
    const headers = { 'content-length': String(Buffer.byteLength(sealed.body)) }
    return (await world.app.request(url, { method: 'POST', headers, body: sealed.body })).status
  }
  const accepted = (at?: Date) =>
    push('popup', { SubscribeStatusString: 'accept', PopupScene: '2' }, { ...(at && { at }) })

  test('an accept that the phone could not tell of counts, once however often it is pushed', async () => {
    expect([await accepted(), await accepted(), await accepted()]).toEqual([200, 200, 200])
    expect(await world.credits()).toBe(1)
  })

  test('the phone’s word and WeChat’s about the same tap are one, in either order', async () => {
    await world.answer('accept')
    await accepted()
    expect(await world.credits()).toBe(1)
    world.clock.advance(20 * MINUTE)
    await accepted()
    await world.answer('accept')
    expect(await world.credits()).toBe(2)
  })

  test('a no changes nothing; switched off, nothing is left', async () => {
    await world.answer('accept')
    await push('popup', { SubscribeStatusString: 'reject', PopupScene: '2' })
    expect(await world.credits()).toBe(1)
    await push('change', { SubscribeStatusString: 'reject' })
    expect(await world.credits()).toBe(0)
  })

  test('what was agreed to after it was switched off stays, though the word of it comes late', async () => {
    const before = new Date(world.clock.now.getTime() - MINUTE)
    await world.answer('accept')
    await push('change', { SubscribeStatusString: 'reject' }, { at: before })
    expect(await world.credits()).toBe(1)
  })

  test.each([
    ['0', 2],
    ['43101', 0],
    ['47003', 2],
  ])('not delivered for %s: %i are left', async (ErrorCode, left) => {
    await world.answer('accept')
    await world.answer('accept')
    await push('sent', { MsgID: '1', ErrorCode, ErrorStatus: '' })
    expect(await world.credits()).toBe(left)
  })

  test('nobody is made for an account that never logged in, and no template of others counts', async () => {
    const row = { SubscribeStatusString: 'accept' }
    expect(await push('popup', row, { openid: 'openid-of-nobody' })).toBe(200)
    expect(await push('popup', { ...row, TemplateId: 'of-somebody-else' })).toBe(200)
    const digest = world.ports.keys.digestText('openid', 'openid-of-nobody')
    expect(await world.ports.table.get({ pk: `OPENID#${digest}`, sk: 'PERSON' })).toBeUndefined()
    expect(await world.credits()).toBe(0)
  })
})
