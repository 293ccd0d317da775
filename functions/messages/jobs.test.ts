import { DAY, HOUR, MINUTE } from '#shared/kernel/calendar.ts'
import { RETRY_MINUTES } from '#shared/messages/delivery.ts'
import { consents } from '#shared/privacy/contract.ts'
import { createJobs } from '../jobs.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { messages as contract } from '#shared/messages/contract.ts'
import type { WeixinCode } from '../platform/weixin/weixin.ts'
import { ledgersOf } from './ledgers.ts'
import { openMessageWorld, PROGRESS_ID, TOLD, type MessageWorld } from './messages.fixture.ts'
import { messageIdOf } from './stored.ts'

const MESSAGE = messageIdOf(TOLD.event)

describe.each(openTables)('messages on their way to WeChat, over %s', (_, open) => {
  let world: MessageWorld
  beforeAll(async () => {
    world = await openMessageWorld(open)
  })
  afterAll(() => world.close())
  beforeEach(() => world.begin())

  const outcome = async (event?: string) => (await world.stored(event))?.delivery
  const sent = () => world.weixin.sent.length

  test('where the person agreed, it is sent once, and the credit is used', async () => {
    await world.answer('accept')
    await world.tell()
    await world.sweep()
    expect(world.weixin.sent).toEqual([
      {
        openid: `openid-${world.me.person}`,
        templateId: PROGRESS_ID,
        page: `resident/inbox/index?open=${MESSAGE}`,
        fields: {
          character_string1: 'JX7-K2M-94',
          thing8: '楼道漏水',
          phrase3: '有新进展',
          time4: '2026年11月24日 09:59',
          thing5: '物业已受理，刘*会在11月25日18:…',
        },
      },
    ])
    expect(await outcome()).toMatchObject({ state: 'settled', outcome: 'sent' })
    expect(await world.credits()).toBe(0)
  })

  test('told, swept and swept again, by two processes, it is one message', async () => {
    await world.answer('accept')
    await world.answer('accept')
    const jobs = [createJobs(world.ports), createJobs(world.ports)]
    for (let round = 0; round < 3; round += 1) {
      await Promise.all([world.tell(), world.tell()])
      await Promise.all(jobs.map((job) => job.run()))
    }
    expect(sent()).toBe(1)
    expect(await world.credits()).toBe(1)
    expect(await world.inbox()).toHaveLength(1)
  })

  test('one credit is one message, whichever of two events comes first', async () => {
    await world.answer('accept')
    await Promise.all([world.tell({ event: 'a' }), world.tell({ event: 'b' })])
    await world.sweep()
    expect(sent()).toBe(1)
    const outcomes = [await outcome('a'), await outcome('b')].map(
      (one) => one?.state === 'settled' && one.outcome,
    )
    expect([...outcomes].sort()).toEqual(['no_credit', 'sent'])
  })

  test.each<[string, string, () => Promise<unknown>]>([
    ['never agreed', 'no_credit', () => Promise.resolve()],
    ['said no', 'no_credit', () => world.answer('reject')],
    [
      'agreed and took back the consent',
      'no_consent',
      async () => {
        await world.answer('accept')
        await world.me.client.send(consents.withdraw, { purpose: 'notices' })
      },
    ],
    [
      'agreed, but there is no such template here',
      'no_template',
      () => world.tell({ template: 'complaint_duty' }),
    ],
    [
      'read it in the app first',
      'seen',
      async () => {
        await world.answer('accept')
        await world.tell()
        await world.me.client.send(contract.readAll, { upTo: MESSAGE })
      },
    ],
  ])('who %s is told in the app only: %s', async (__, why, before) => {
    await before()
    await world.tell()
    await world.sweep()
    expect(sent()).toBe(0)
    expect(await outcome()).toMatchObject({ state: 'settled', outcome: why })
    expect(await world.inbox()).toHaveLength(1)
  })

  test('somebody without a WeChat account is told in the app only', async () => {
    const { table } = world.ports
    await table.delete({ pk: `PERSON#${world.me.person}`, sk: 'WEIXIN' }, 1)
    await world.answer('accept')
    await world.tell()
    await world.sweep()
    expect(await outcome()).toMatchObject({ outcome: 'no_account' })
    expect(await world.credits()).toBe(1)
  })

  test.each<[WeixinCode, string, number]>([
    // WeChat knows better: nothing is left of either credit.
    ['weixin.no_credit', 'no_credit', 0],
    ['weixin.undeliverable', 'undeliverable', 2],
  ])('%s is the end: never again', async (code, why, left) => {
    await world.answer('accept')
    await world.answer('accept')
    world.weixin.sending.push(code)
    await world.tell()
    await world.sweep()
    expect(await outcome()).toMatchObject({ state: 'settled', outcome: why, errcode: 1 })
    world.clock.advance(DAY)
    await world.sweep()
    expect(sent()).toBe(0)
    expect(await world.credits()).toBe(left)
  })

  test.each<[WeixinCode, number]>([
    ['weixin.busy', 1],
    ['weixin.quota_exhausted', 1],
    ['weixin.rejected', 1],
    // It may have gone out.
    ['weixin.unreachable', 0],
  ])('%s is tried again, later and later, and then no more', async (code, left) => {
    await world.answer('accept')
    world.weixin.sending.push(...Array.from({ length: 20 }, () => code))
    await world.tell({ urgent: true })
    await world.sweep()
    for (const minutes of RETRY_MINUTES) {
      expect(await outcome()).toMatchObject({ state: 'waiting' })
      world.clock.advance(minutes * MINUTE - 1)
      await world.sweep()
      const before = world.weixin.sending.length
      world.clock.advance(1)
      await world.sweep()
      expect(world.weixin.sending).toHaveLength(before - 1)
    }
    expect(await outcome()).toMatchObject({ state: 'settled', outcome: 'gave_up' })
    expect(await world.credits()).toBe(left)
  })

  test('busy once, it arrives by the second attempt with the same credit', async () => {
    await world.answer('accept')
    world.weixin.sending.push('weixin.busy')
    await world.tell()
    await world.sweep()
    expect(await world.credits()).toBe(0)
    world.clock.advance(MINUTE)
    await world.sweep()
    expect(sent()).toBe(1)
    expect(await outcome()).toMatchObject({ outcome: 'sent' })
  })

  test('a process that ends between sending and writing: at least once, and one credit', async () => {
    await world.answer('accept')
    await world.answer('accept')
    world.weixin.sending.push('lost')
    await world.tell()
    expect((await world.sweep()).failed).toBe(1)
    expect(await outcome()).toMatchObject({ state: 'sending', attempts: 1 })
    await world.sweep()
    expect(sent()).toBe(1)
    world.clock.advance(3 * MINUTE)
    await world.sweep()
    expect(sent()).toBe(2)
    expect(await outcome()).toMatchObject({ outcome: 'sent' })
    expect(await world.credits()).toBe(1)
  })

  test('a process that ends once the ledger says sent: it is not sent again', async () => {
    await world.answer('accept')
    world.weixin.sending.push('lost')
    await world.tell()
    await world.sweep()
    const ledgers = ledgersOf(world.ports.table, world.me.person)
    await ledgers.change(PROGRESS_ID, (ledger) => ({
      ...ledger,
      taken: [{ message: MESSAGE, sent: true }],
    }))
    world.clock.advance(3 * MINUTE)
    await world.sweep()
    expect(sent()).toBe(1)
    expect(await outcome()).toMatchObject({ outcome: 'sent' })
  })

  test('at night it waits for the morning; what is urgent does not', async () => {
    await world.answer('accept')
    await world.answer('accept', 'emergency')
    world.clock.now = new Date('2026-11-24T15:30:00Z') // 23:30 in Shanghai
    await world.tell()
    await world.tell({ event: 'fire', template: 'emergency', urgent: true })
    await world.sweep()
    expect(world.weixin.sent.map(({ page }) => page)).toEqual([
      `resident/inbox/index?open=${messageIdOf('fire')}`,
    ])
    expect(await world.inbox()).toHaveLength(2)
    world.clock.now = new Date('2026-11-24T23:59:59Z')
    await world.sweep()
    expect(sent()).toBe(1)
    world.clock.advance(1_000)
    await world.sweep()
    expect(sent()).toBe(2)
  })

  test('kept for half a year, then gone', async () => {
    await world.tell()
    await world.sweep()
    world.clock.now = new Date('2027-05-23T15:59:59Z')
    await world.sweep()
    expect(await world.stored()).toBeDefined()
    world.clock.now = new Date('2027-05-23T16:00:00Z')
    await world.sweep()
    expect(await world.stored()).toBeUndefined()
  })

  test('whoever has no account any more is told nothing', async () => {
    await world.tell({ person: 'nobody' })
    await world.sweep()
    expect(await world.stored(TOLD.event, 'nobody')).toBeUndefined()
  })

  test('nothing is left to do once everything is settled', async () => {
    await world.answer('accept')
    await world.tell()
    await world.sweep()
    world.clock.advance(HOUR)
    expect(await world.sweep()).toEqual({ visited: 0, failed: 0 })
  })
})
