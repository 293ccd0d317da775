import { complaintWork } from '#shared/complaints/workbench-contract.ts'
import type { Sent } from '#shared/kernel/route.ts'
import { countCalls } from '../platform/table/table-calls.fixture.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { act, filed } from './complaints.fixture.ts'

const HOUR = 3_600_000

describe.each(openTables)('the workbench over %s', (_, open) => {
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

  const board = async (asked: Partial<Sent<typeof complaintWork.board>> = {}, who = 'property') =>
    (await app.as(who)).send(complaintWork.board, { community: 'jinxiu', ...asked })
  const numbersIn = async (asked: Partial<Sent<typeof complaintWork.board>>, who = 'property') =>
    (await board(asked, who)).body.items.map(({ number }) => number)

  test('each queue has what belongs there, whatever is due first at the top, and its count', async () => {
    const property = await app.as('property')
    const late = await filed(app)
    await act('accept', property, late)
    app.clock.advance(10 * HOUR)
    const [paused, fresh] = [await filed(app), await filed(app)]
    await act('accept', await app.as('colleague'), paused)
    await act('pause', await app.as('colleague'), paused)
    // The sweep has not been here yet: by the clock it is late.
    app.clock.advance(14 * HOUR)
    expect(await numbersIn({ queue: 'overdue' })).toEqual([late])
    expect(await numbersIn({ queue: 'due_soon' })).toEqual([fresh])
    expect(await numbersIn({ queue: 'mine' })).toEqual([late])
    expect(await numbersIn({ queue: 'mine' }, 'colleague')).toEqual([paused])
    expect(await numbersIn({ queue: 'unaccepted' })).toEqual([fresh])
    expect(await numbersIn({ queue: 'waiting' })).toEqual([paused])
    expect((await board()).body.counts).toEqual({
      ...{ overdue: 1, due_soon: 1, mine: 1, unaccepted: 1, waiting: 1, open: 3 },
    })
    await app.sweep()
    // What ran out has left the property.
    expect((await board()).body.counts).toMatchObject({ overdue: 0, open: 2 })
  })

  test('a line says who has it, and nothing of a filer who hides', async () => {
    const number = await filed(app, { hidesName: true, place: { kind: 'home', unit: '1-1-101' } })
    await act('accept', await app.as('colleague'), number)
    const [card] = (await board({ queue: 'open' })).body.items
    expect(card).toMatchObject({ worker: { role: '物业客服', name: '周*', me: false } })
    expect(JSON.stringify(card)).not.toMatch(/101|resident|colleague/)
  })

  test('narrowed by kind, building and state; the counts are of what is left', async () => {
    const lift = await filed(app)
    const noise = await filed(app, {
      category: 'noise',
      place: { kind: 'building', building: '2幢' },
    })
    await act('accept', await app.as('property'), noise)
    const { body } = await board({ queue: 'open', category: 'lift' })
    expect(body.items.map(({ number }) => number)).toEqual([lift])
    expect(body).toMatchObject({ counts: { open: 1, mine: 0 }, buildings: ['1幢', '2幢'] })
    expect(await numbersIn({ queue: 'open', building: '2幢' })).toEqual([noise])
    expect(await numbersIn({ queue: 'open', state: 'accepted' })).toEqual([noise])
    expect(await numbersIn({ queue: 'open', state: 'replied' })).toEqual([])
  })

  test('a home is in its building, whatever the register calls it', async () => {
    const lift = await filed(app)
    const home = await filed(app, { place: { kind: 'home', unit: '1-1-101' } })
    const { body } = await board({ queue: 'open', building: '1幢' })
    expect(body.items.map(({ number }) => number).sort()).toEqual([lift, home].sort())
    expect(body.buildings).toHaveLength(1)
  })

  test('page after page, each once; a cursor holds for its own list', async () => {
    const numbers = []
    for (let i = 0; i < 5; i += 1) numbers.push(await filed(app))
    const first = (await board({ queue: 'open', limit: 3 })).body
    const rest = (await board({ queue: 'open', limit: 3, cursor: first.cursor })).body
    const all = [...first.items, ...rest.items].map(({ number }) => number)
    expect(all.sort()).toEqual(numbers.sort())
    expect(rest.cursor).toBeUndefined()
    expect(first.cut).toBe(false)
    expect(await board({ queue: 'open', cursor: 'x' })).toMatchObject({
      status: 400,
      code: 'request.cursor_invalid',
    })
  })

  test.each([
    ['resident', 403, 'auth.not_permitted'],
    ['community', 403, 'auth.not_permitted'],
    ['street', 403, 'auth.not_permitted'],
    ['strange_property', 404, 'scope.not_found'],
  ])('is not for %s', async (who, status, code) => {
    expect(await board({}, who)).toMatchObject({ status, code })
  })

  test('what the property is not to know of is not counted either', async () => {
    await filed(app, { category: 'staff' })
    expect((await board()).body.counts.open).toBe(0)
  })

  test('however much was ever filed, it reads the open list alone: one query', async () => {
    for (let i = 0; i < 12; i += 1) await filed(app)
    const property = await app.as('property')
    await property.send(complaintWork.board, { community: 'jinxiu' })
    taken()
    await property.send(complaintWork.board, { community: 'jinxiu' })
    expect(taken()).toEqual({ batchGet: 1, queryIndex: 1 })
  })

  test('giving one away costs a read, a write and who the colleague is', async () => {
    const number = await filed(app)
    const manager = await app.as('manager')
    await manager.send(complaintWork.board, { community: 'jinxiu' })
    const asked = { community: 'jinxiu', to: 'colleague' }
    // Settings and calendar are read once and kept.
    await manager.send(complaintWork.assign, { ...asked, numbers: [await filed(app)] })
    taken()
    await manager.send(complaintWork.assign, { ...asked, numbers: [number] })
    expect(taken()).toEqual({ batchGet: 1, get: 1, query: 1, put: 1 })
  })
})
