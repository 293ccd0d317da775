import { DAY } from '#shared/kernel/calendar.ts'
import type { Sent } from '#shared/kernel/route.ts'
import { notices } from '#shared/notices/contract.ts'
import { readPartition } from './items.ts'
import { askForCount, countReads } from './read-count.ts'
import { countCalls } from '../platform/table/table-calls.fixture.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { addPerson } from '../platform/test-cast.fixture.ts'
import type { Client } from '../platform/test-client.fixture.ts'

describe.each(openTables)('lists and reads of notices over %s', (_, open) => {
  let app: TestApp & { close(): Promise<void> }
  let property: Client
  let taken: ReturnType<typeof countCalls>['taken']
  beforeEach(async () => {
    app = await openTestAppOn(async (options) => {
      const { table, close } = await open(options)
      const counted = countCalls(table)
      taken = counted.taken
      return { table: counted.table, close }
    })
    property = await app.as('property')
  })
  afterEach(() => app.close())

  /** Publishes one a minute; a `*` pins it. */
  const publish = async (...titles: string[]) => {
    const made: string[] = []
    for (const title of titles) {
      const input: Sent<typeof notices.publish> = {
        community: 'jinxiu',
        title: title.replace('*', ''),
        text: '明天上午 9 点到 11 点停水。',
        category: 'property',
        pinned: title.endsWith('*'),
        validUntil: title.startsWith('短期') ? '2026-11-24' : undefined,
      }
      made.push((await property.send(notices.publish, input)).body.notice)
      app.clock.advance(60_000)
    }
    return made
  }
  const list = async (by: Client, limit?: number, cursor?: string) =>
    (await by.send(notices.list, { community: 'jinxiu', limit, cursor })).body
  const read = (by: Client, notice: string) =>
    by.send(notices.read, { community: 'jinxiu', notice })
  const readsOf = async (notice: string) =>
    (await property.send(notices.get, { community: 'jinxiu', notice })).body.reads

  const SIX = ['公告一', '公告二*', '公告三', '公告四*', '公告五', '公告六']
  const IN_ORDER = ['公告四', '公告二', '公告六', '公告五', '公告三', '公告一']

  test.each([1, 2, 3, 4, 6, 100])(
    'pinned first, then latest first, by %i a page',
    async (limit) => {
      await publish(...SIX)
      const pages: string[][] = []
      let cursor: string | undefined
      do {
        const page = await list(property, limit, cursor)
        pages.push(page.items.map(({ title }) => title))
        cursor = page.cursor
      } while (cursor !== undefined)
      expect(pages.flat()).toEqual(IN_ORDER)
      expect(Math.max(...pages.map((page) => page.length))).toBeLessThanOrEqual(limit)
    },
  )

  test('a page is one index query, two where the pinned ones end, and one for what was read', async () => {
    await publish(...SIX)
    const costOf = async (limit: number, cursor?: string) => {
      await list(property, 1)
      taken()
      const page = await list(property, limit, cursor)
      return { cost: taken(), cursor: page.cursor }
    }
    const first = await costOf(3)
    expect(first.cost).toEqual({ batchGet: 1, queryIndex: 3 })
    expect((await costOf(3, first.cursor)).cost).toEqual({ batchGet: 1, queryIndex: 2 })
    expect((await costOf(1)).cost).toEqual({ batchGet: 1, queryIndex: 2 })
  })

  test('past its last day a notice has expired, stays readable and is pinned no more', async () => {
    const [pinned] = await publish('短期公告*', '短期消息', '公告三')
    const shown = async () => {
      const { items } = await list(await app.as('tenant'))
      return items.map(({ title, pinned: top, expired }) => [title, top, expired])
    }
    expect(await shown()).toEqual([
      ['短期公告', true, false],
      ['公告三', false, false],
      ['短期消息', false, false],
    ])
    app.clock.now = new Date('2026-11-24T16:00:00Z')
    await app.sweep()
    expect(await shown()).toEqual([
      ['公告三', false, false],
      ['短期消息', false, true],
      ['短期公告', false, true],
    ])
    const reading = { community: 'jinxiu', notice: pinned ?? '' }
    const { status } = await (await app.as('tenant')).send(notices.read, reading)
    expect(status).toBe(200)
    // What the sweep did once it need not do again.
    app.clock.advance(DAY)
    const { items } = await app.ports.table.query(`NOTICE#jinxiu#${pinned ?? ''}`)
    expect(items.find(({ sk }) => sk === 'STATE')?.wake).toBeUndefined()
  })

  test('each sees what they have read themselves, on every page', async () => {
    const made = await publish(...SIX)
    const [tenant, resident] = [await app.as('tenant'), await app.as('resident')]
    for (const i of [0, 1, 4]) await read(tenant, made[i] ?? '')
    const flags = async (by: Client) => {
      const first = await list(by, 3)
      const { items } = await list(by, 3, first.cursor)
      return [...first.items, ...items].map((card) => card.read)
    }
    expect(await flags(tenant)).toEqual([false, true, false, true, false, true])
    expect(await flags(resident)).toEqual(Array(6).fill(false))
    const reading = { community: 'jinxiu', notice: made[0] ?? '' }
    expect((await tenant.send(notices.get, reading)).body.read).toBe(true)
    expect((await resident.send(notices.get, reading)).body.read).toBe(false)
  })

  test('a person who reads many times, even at once, is counted once', async () => {
    const [notice = ''] = await publish('公告一')
    const ids = Array.from({ length: 20 }, (_none, i) => `reader-${i}`)
    for (const id of ids) await addPerson(app.ports, id, { name: '读者', roles: ['tenant'] })
    const readers = await Promise.all(ids.map((id) => app.as(id)))
    const answers = await Promise.all(
      [...readers, ...readers, ...readers].map((by) => read(by, notice)),
    )
    expect(answers.map(({ status, body }) => [status, body])).toEqual(
      Array(60).fill([200, { read: true }]),
    )
    await app.sweep()
    expect(await readsOf(notice)).toBe(20)
    for (const by of readers) await read(by, notice)
    app.clock.advance(10_000)
    await app.sweep()
    expect(await readsOf(notice)).toBe(20)
  })

  test('the number shown is at most 10 s old, and counted no more often', async () => {
    const [notice = ''] = await publish('公告一')
    await read(await app.as('tenant'), notice)
    await app.sweep()
    expect(await readsOf(notice)).toBe(1)
    for (const who of ['resident', 'neighbour']) await read(await app.as(who), notice)
    app.clock.advance(9_000)
    expect(await app.sweep()).toEqual({ visited: 0, failed: 0 })
    expect(await readsOf(notice)).toBe(1)
    app.clock.advance(1_000)
    expect(await app.sweep()).toEqual({ visited: 1, failed: 0 })
    expect(await readsOf(notice)).toBe(3)
    app.clock.advance(DAY)
    expect(await app.sweep()).toEqual({ visited: 0, failed: 0 })
  })

  test('a read that comes while reads are being counted is counted next, not forgotten', async () => {
    const [notice = ''] = await publish('公告一')
    await read(await app.as('tenant'), notice)
    const { table } = app.ports
    const item = await table.get({ pk: `NOTICE#jinxiu#${notice}`, sk: 'READS' })
    if (!item) throw new Error('nobody asked for a count')
    const resident = await app.as('resident')
    const slow = {
      get: table.get.bind(table),
      put: table.put.bind(table),
      async count(pk: string) {
        const counted = await table.count(pk)
        await read(resident, notice)
        return counted
      },
    } as typeof table
    await countReads(slow, item, app.clock.now)
    expect(await readsOf(notice)).toBe(1)
    app.clock.advance(10_000)
    await app.sweep()
    expect(await readsOf(notice)).toBe(2)
  })

  test('a count that broke off is made again; a late one does not take reads back', async () => {
    const [notice = ''] = await publish('公告一')
    await read(await app.as('tenant'), notice)
    const { table } = app.ports
    const key = { pk: `NOTICE#jinxiu#${notice}`, sk: 'READS' }
    const item = await table.get(key)
    if (!item) throw new Error('nobody asked for a count')
    const broken = {
      get: table.get.bind(table),
      put: table.put.bind(table),
      count: () => Promise.reject(new Error('the process ended')),
    } as unknown as typeof table
    await expect(countReads(broken, item, app.clock.now)).rejects.toThrow('the process ended')
    expect(await readsOf(notice)).toBe(0)
    app.clock.advance(60_000)
    await app.sweep()
    expect(await readsOf(notice)).toBe(1)

    await askForCount(table, 'jinxiu', notice, app.clock.now)
    const asked = await table.get(key)
    if (!asked) throw new Error('nobody asked for a count')
    const late = { ...broken, count: () => Promise.resolve(0) } as typeof table
    await countReads(late, asked, app.clock.now)
    expect(await readsOf(notice)).toBe(1)
    expect(await table.count(readPartition('jinxiu', notice))).toBe(1)
  })

  test('who reads what is not there, or elsewhere, marks nothing', async () => {
    const [notice = ''] = await publish('公告一')
    expect(await read(property, 'no-such-notice')).toMatchObject({
      status: 404,
      code: 'notices.not_found',
    })
    expect(await read(await app.as('stranger'), notice)).toMatchObject({
      status: 404,
      code: 'scope.not_found',
    })
    expect(await app.sweep()).toEqual({ visited: 0, failed: 0 })
  })

  test('what the other operations cost the store, beside the session and its grants (batchGet)', async () => {
    const [notice = ''] = await publish('公告一')
    const [tenant, resident] = [await app.as('tenant'), await app.as('resident')]
    const input = { community: 'jinxiu', notice }
    const costOf = async (operation: () => Promise<unknown>) => {
      await list(property, 1)
      taken()
      await operation()
      return taken()
    }
    expect(await costOf(() => property.send(notices.get, input))).toEqual({
      batchGet: 1,
      query: 1,
      get: 1,
    })
    // The first reader has the count made; the next one finds it asked for.
    expect(await costOf(() => read(tenant, notice))).toEqual({
      batchGet: 1,
      query: 1,
      put: 2,
      get: 1,
    })
    expect(await costOf(() => read(resident, notice))).toEqual({
      batchGet: 1,
      query: 1,
      put: 1,
      get: 1,
    })
    expect(await costOf(() => publish('公告二'))).toEqual({
      batchGet: 1,
      query: 1,
      put: 1,
      get: 1,
    })
  })
})
