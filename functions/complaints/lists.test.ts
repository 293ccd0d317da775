import { complaints, type ComplaintCard } from '#shared/complaints/contract.ts'
import { BASE } from '../platform/http/mount.ts'
import { countCalls } from '../platform/table/table-calls.fixture.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import type { Client } from '../platform/test-client.fixture.ts'
import { act, file, filed, get, takenTo } from './complaints.fixture.ts'

describe.each(openTables)('lists of complaints over %s', (_, open) => {
  let app: TestApp & { close(): Promise<void> }
  let taken: () => Record<string, number>
  beforeEach(async () => {
    app = await openTestAppOn(async (options) => {
      const { table, close } = await open(options)
      const counted = countCalls(table)
      taken = counted.taken
      return { table: counted.table, close }
    })
  })
  afterEach(() => app.close())

  const fileSeveral = async (count: number) => {
    const resident = await app.as('resident')
    const numbers = []
    for (let i = 0; i < count; i += 1) {
      numbers.push((await file(resident)).body.number)
      app.clock.advance(60_000)
    }
    await app.sweep()
    return numbers
  }
  const numbersOf = (items: readonly ComplaintCard[]) => items.map(({ number }) => number)
  const everyPage = async (client: Client, list: 'mine' | 'queue', limit: number) => {
    const pages: string[][] = []
    let cursor: string | undefined
    do {
      const { body } = await client.send(complaints[list], { community: 'jinxiu', limit, cursor })
      pages.push(numbersOf(body.items))
      cursor = body.cursor
    } while (cursor !== undefined)
    return pages
  }

  test('the queue is by age, mine latest first, page after page', async () => {
    const numbers = await fileSeveral(7)
    const queue = await everyPage(await app.as('property'), 'queue', 3)
    expect(queue.flat()).toEqual(numbers)
    expect(queue.slice(0, 2).map((page) => page.length)).toEqual([3, 3])
    const mine = await everyPage(await app.as('resident'), 'mine', 3)
    expect(mine.flat()).toEqual([...numbers].reverse())
    expect((await everyPage(await app.as('neighbour'), 'mine', 3)).flat()).toEqual([])
  })

  test('what is resolved leaves the queue for what is done, latest first; disputed, it is back in its old place', async () => {
    const numbers = await fileSeveral(3)
    const [resident, property] = [await app.as('resident'), await app.as('property')]
    for (const number of [numbers[0], numbers[1]] as string[]) {
      await act('accept', property, number)
      await act('resolve', property, number)
      app.clock.advance(60_000)
    }
    const list = async (stage: 'open' | 'done') =>
      numbersOf((await property.send(complaints.queue, { community: 'jinxiu', stage })).body.items)
    expect([await list('open'), await list('done')]).toEqual([
      [numbers[2]],
      [numbers[1], numbers[0]],
    ])
    await act('dispute', resident, numbers[0] ?? '')
    expect([await list('open'), await list('done')]).toEqual([
      [numbers[0], numbers[2]],
      [numbers[1]],
    ])
  })

  test('a card shows what the complaint shows', async () => {
    const number = await takenTo(app, 2)
    const property = await app.as('property')
    const [card] = (await property.send(complaints.queue, { community: 'jinxiu' })).body.items
    expect((await get(property, number)).body).toMatchObject(card ?? {})
    expect(Object.keys(card ?? {}).sort()).toEqual([
      'building',
      'category',
      'changedAt',
      'cosigns',
      'dueAt',
      'filedAt',
      'held',
      'level',
      'number',
      'place',
      'state',
      'summary',
    ])
  })

  test('a cursor holds for its own list and person, and only unchanged', async () => {
    await fileSeveral(3)
    const property = await app.as('property')
    const input = { community: 'jinxiu', limit: 1 }
    const { cursor = '' } = (await property.send(complaints.queue, input)).body
    const refused = { status: 400, code: 'request.cursor_invalid' }
    const manager = await app.as('manager')
    expect(await manager.send(complaints.queue, { ...input, cursor })).toMatchObject(refused)
    const resident = await app.as('resident')
    expect(await resident.send(complaints.mine, { ...input, cursor })).toMatchObject(refused)
    // Of another stage of the same list it is a place as good as any.
    const done = await property.send(complaints.queue, { ...input, stage: 'done', cursor })
    expect(done).toMatchObject({ status: 200, body: { items: [] } })
    const changed = { ...input, cursor: `x${cursor}` }
    expect(await property.send(complaints.queue, changed)).toMatchObject(refused)
  })

  test.each([0, 101, 1.5, 'many'])('a limit of %p is refused', async (limit) => {
    const resident = await app.as('resident')
    expect(
      await resident.send(complaints.mine, { community: 'jinxiu', limit: limit }),
    ).toMatchObject({ status: 400, code: 'request.invalid' })
  })

  test('an unchanged complaint is not sent again', async () => {
    const number = await filed(app)
    const property = await app.as('property')
    const path = `${BASE}/communities/jinxiu/complaints/${number}`
    const read = (etag: string) =>
      app.app.request(path, {
        headers: { authorization: `Bearer ${property.token}`, 'if-none-match': etag },
      })
    const etag = (await read('')).headers.get('etag') ?? ''
    const unchanged = await read(etag)
    expect([unchanged.status, await unchanged.text()]).toEqual([304, ''])
    await act('accept', property, number)
    expect((await read(etag)).status).toBe(200)
  })

  test('what each operation costs the store, beside the session and its grants (batchGet)', async () => {
    await fileSeveral(30)
    const number = await filed(app)
    const [resident, property] = [await app.as('resident'), await app.as('property')]
    const costOf = async (operation: () => Promise<{ status: number }>) => {
      await get(property, number)
      taken()
      expect((await operation()).status).toBeLessThan(300)
      return taken()
    }
    const list30 = { community: 'jinxiu', limit: 30 }
    expect(await costOf(() => property.send(complaints.queue, list30))).toEqual({
      batchGet: 1,
      queryIndex: 1,
    })
    expect(await costOf(() => resident.send(complaints.mine, list30))).toEqual({
      batchGet: 1,
      queryIndex: 1,
    })
    expect(await costOf(() => get(property, number))).toEqual({ batchGet: 1, query: 1 })
    expect(await costOf(() => file(resident))).toEqual({ batchGet: 1, put: 1 })
    expect(await costOf(() => act('accept', property, number))).toEqual({
      batchGet: 1,
      query: 1,
      put: 1,
    })
  })
})
