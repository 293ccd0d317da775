import { complaintWork } from '#shared/complaints/workbench-contract.ts'
import { complaints } from '#shared/complaints/contract.ts'
import { messages } from '#shared/messages/contract.ts'
import { publicNumber } from '#shared/kernel/public-number.ts'
import type { Sent } from '#shared/kernel/route.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import type { Sending } from '../platform/test-client.fixture.ts'
import { act, file, filed, get } from './complaints.fixture.ts'

const NOWHERE = publicNumber('JX', new Uint8Array(32), 0)

describe.each(openTables)('giving complaints to a colleague over %s', (_, open) => {
  let app: TestApp & { close(): Promise<void> }
  beforeAll(async () => {
    app = await openTestAppOn(open)
  })
  afterAll(() => app.close())

  type Asked = Partial<Sent<typeof complaintWork.assign>>
  const give = async (by: string, numbers: string[], rest: Asked = {}, sending: Sending = {}) =>
    (await app.as(by)).send(
      complaintWork.assign,
      { community: 'jinxiu', to: 'colleague', numbers, ...rest },
      sending,
    )
  const codes = async (by: string, numbers: string[], rest: Asked = {}) =>
    (await give(by, numbers, rest)).body.items.map(({ done, code }) => (done ? 'done' : code))
  const workerOf = async (number: string, who = 'property') =>
    (await get(await app.as(who), number)).body.worker
  const inbox = async (who: string) =>
    (await (await app.as(who)).send(messages.list, {})).body.items.map(({ title }) => title)

  test('it is theirs then, they are told once, and the filer sees nothing of it', async () => {
    const number = await filed(app)
    expect(await codes('manager', [number])).toEqual(['done'])
    expect(await workerOf(number)).toEqual({ role: '物业客服', name: '周*', me: false })
    expect(await workerOf(number, 'colleague')).toMatchObject({ me: true })
    expect(await workerOf(number, 'street')).toBeUndefined()
    expect(await workerOf(number, 'resident')).toBeUndefined()
    await app.sweep()
    await app.sweep()
    const given = (await inbox('colleague')).filter((title) => title.includes('交给您办理'))
    expect(given).toHaveLength(1)
    expect(given[0]).toContain('吴*')
  })

  test('whoever acts first has it, and keeps it when a colleague helps out', async () => {
    const number = await filed(app)
    await act('accept', await app.as('property'), number)
    await act('reply', await app.as('colleague'), number)
    expect(await workerOf(number)).toMatchObject({ name: '刘*', me: true })
  })

  test('each number is answered for itself, twice named once', async () => {
    const fine = await filed(app)
    const away = await filed(app)
    await act('route', await app.as('resident'), away)
    const over = await filed(app)
    await act('withdraw', await app.as('resident'), over)
    const secret = await filed(app, { category: 'staff' })
    const { body } = await give('manager', [fine, fine, away, over, secret, NOWHERE])
    expect(body.items.map(({ number, code = 'done' }) => [number, code])).toEqual([
      [fine, 'done'],
      [away, 'complaints.past_property'],
      [over, 'complaints.already_closed'],
      [secret, 'complaints.not_found'],
      [NOWHERE, 'complaints.not_found'],
    ])
    expect(body.items[1]?.detail).toContain('已不在物业')
    expect(await workerOf(fine)).toMatchObject({ name: '周*' })
  })

  test('what the clock did first counts first', async () => {
    const number = await filed(app)
    app.clock.advance(25 * 3_600_000)
    expect(await codes('manager', [number])).toEqual(['complaints.past_property'])
  })

  test.each([
    ['the resident', 'resident', 'colleague', 403, 'auth.not_permitted'],
    ['the street', 'street', 'colleague', 403, 'auth.not_permitted'],
    ['another property', 'strange_property', 'colleague', 404, 'scope.not_found'],
    ['to a resident', 'manager', 'resident', 422, 'complaints.not_colleague'],
    ['to another property', 'manager', 'strange_property', 422, 'complaints.not_colleague'],
    ['to nobody', 'manager', 'no-such-person', 422, 'complaints.not_colleague'],
  ])('is not given by or to whom it is not theirs: %s', async (__, by, to, status, code) => {
    const number = await filed(app)
    expect(await give(by, [number], { to })).toMatchObject({ status, code })
    expect(await workerOf(number)).toBeUndefined()
  })

  test.each([
    ['none', []],
    ['more than fifty', Array.from({ length: 51 }, () => NOWHERE)],
    ['what is no number', ['JX1111111']],
  ])('%s at once is no request', async (__, numbers) => {
    expect(await give('manager', numbers)).toMatchObject({ status: 400, code: 'request.invalid' })
  })

  test('nobody is given their own, unless they hide: then nothing is told', async () => {
    const own = (await file(await app.as('living_clerk'))).body.number
    const hidden = (await file(await app.as('living_clerk'), { hidesName: true })).body.number
    await app.sweep()
    const to = { to: 'living_clerk' }
    expect(await codes('manager', [own, hidden], to)).toEqual(['complaints.of_colleague', 'done'])
    expect(await codes('living_clerk', [own])).toEqual(['complaints.own_complaint'])
  })

  test('two at once: the second is told, looks again and decides', async () => {
    const number = await filed(app)
    const seenAt = app.clock.now.toISOString()
    app.clock.advance(1_000)
    expect(await codes('manager', [number], { to: 'property', seenAt })).toEqual(['done'])
    expect(await codes('property', [number], { seenAt })).toEqual(['complaints.assigned_meanwhile'])
    expect(await workerOf(number)).toMatchObject({ name: '刘*' })
    const again = { seenAt: app.clock.now.toISOString() }
    expect(await codes('property', [number], again)).toEqual(['done'])
  })

  test('at the same moment nothing is lost: one is there at the end, with both on record', async () => {
    const number = await filed(app)
    const both = await Promise.all([
      codes('manager', [number], { to: 'property' }),
      codes('property', [number]),
      act('accept', await app.as('colleague'), number),
    ])
    expect(both.slice(0, 2)).toEqual([['done'], ['done']])
    expect((await get(await app.as('property'), number)).body.state).toBe('accepted')
    expect(['刘*', '周*']).toContain((await workerOf(number))?.name)
  })

  test('sent again it does nothing more; the key for another is refused', async () => {
    const number = await filed(app)
    const key = { key: 'the-same-key-of-one-tap' }
    expect((await give('manager', [number], {}, key)).body.items[0]?.done).toBe(true)
    await codes('manager', [number], { to: 'property' })
    expect((await give('manager', [number], {}, key)).body.items[0]?.done).toBe(true)
    expect(await workerOf(number)).toMatchObject({ name: '刘*' })
    const other = await give('manager', [number], { to: 'manager' }, key)
    expect(other.body.items[0]).toMatchObject({ code: 'request.idempotency_key_reused' })
  })

  test('to whom it can be given: the property here, in full, and who is me', async () => {
    const manager = await app.as('manager')
    const { body } = await manager.send(complaintWork.colleagues, { community: 'jinxiu' })
    expect(body.items.map(({ name, role, me }) => [name, role, me])).toEqual(
      expect.arrayContaining([
        ['刘洋', '物业客服', false],
        ['周涛', '物业客服', false],
        ['吴经理', '物业经理', true],
      ]),
    )
    expect(body.items).toHaveLength(4)
    const asked = { community: 'jinxiu' }
    expect(await (await app.as('resident')).send(complaintWork.colleagues, asked)).toMatchObject({
      status: 403,
    })
  })

  test('who has it does not stand in others’ lists', async () => {
    const number = await filed(app)
    await codes('manager', [number])
    for (const who of ['street', 'community', 'property']) {
      const { body } = await (await app.as(who)).send(complaints.queue, { community: 'jinxiu' })
      expect(body.items.find((card) => card.number === number)).not.toHaveProperty('worker')
    }
  })
})
