import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openMessageWorld, TOLD, type MessageWorld } from './messages.fixture.ts'
import { messages } from '#shared/messages/contract.ts'
import { messageData } from './personal-data.ts'
import { messageIdOf } from './stored.ts'

describe.each(openTables)('what is held of a person’s messages, over %s', (_, open) => {
  let world: MessageWorld
  beforeAll(async () => {
    world = await openMessageWorld(open)
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    await world.begin()
    await world.answer('accept')
    await world.tell()
    await world.tell({ event: 'other', title: '电梯停运' })
    await world.tell({ event: 'other', person: 'neighbour' })
    await world.me.client.send(messages.readAll, { upTo: messageIdOf('other') })
  })

  const data = () => messageData(world.ports)
  const now = new Date('2026-11-24T02:00:00Z')

  test('is exported, in words and as data', async () => {
    const [part] = await data().export(world.me.person, now)
    expect(part).toMatchObject({ feature: 'messages', title: '收到的消息' })
    expect(part?.lines).toContainEqual({
      label: '楼道漏水，11 月 24 日（周二）10:00',
      value: TOLD.words,
    })
    expect(JSON.stringify(part?.data)).not.toContain('delivery')
  })

  test('goes with the account, all of it, and twice is once', async () => {
    expect(await data().foresee(world.me.person, now)).toEqual({ erased: ['2 条消息'], frozen: [] })
    await data().erase(world.me.person, now)
    await data().erase(world.me.person, now)
    expect(await data().foresee(world.me.person, now)).toEqual({ erased: [], frozen: [] })
    expect(await world.inbox()).toEqual([])
    expect(await world.credits()).toBe(0)
    expect(await world.inbox(await world.as('neighbour'))).toHaveLength(1)
  })
})
