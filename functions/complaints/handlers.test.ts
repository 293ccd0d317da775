import { complaints } from '#shared/complaints/contract.ts'
import { isPublicNumber, publicNumber } from '#shared/kernel/public-number.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { act, file, filed, get, takenTo } from './complaints.fixture.ts'

describe.each(openTables)('complaints over %s', (_, open) => {
  let app: TestApp & { close(): Promise<void> }
  beforeEach(async () => {
    app = await openTestAppOn(open)
  })
  afterEach(() => app.close())

  test('from filing to a confirmation after one dispute', async () => {
    const [resident, property] = [await app.as('resident'), await app.as('property')]
    const { status, body } = await file(resident)
    expect(status).toBe(201)
    expect(body).toMatchObject({
      category: 'lift',
      summary: '2 号电梯一直异响，老人不敢坐。',
      place: '1幢',
      state: 'submitted',
      filedBy: { role: '业主', name: '张**' },
      mine: true,
      checked: false,
      held: false,
      acts: ['route', 'to_mediation', 'to_litigation', 'withdraw', 'urge', 'message'],
      disputesLeft: 2,
      filedAt: '2026-11-24T02:00:00.000Z',
    })
    const { number } = body
    expect(isPublicNumber(number) && number.startsWith('JX')).toBe(true)
    await app.sweep()
    expect((await get(property, number)).body.acts[0]).toBe('accept')

    await act('accept', property, number)
    await act('reply', property, number)
    const resolved = await act('resolve', property, number)
    expect(resolved.body).toMatchObject({ state: 'resolved', mine: false })
    expect((await get(resident, number)).body.acts.slice(0, 2)).toEqual(['confirm', 'dispute'])
    expect((await act('dispute', resident, number)).body.disputesLeft).toBe(1)
    await act('accept', await app.as('colleague'), number)
    await act('resolve', await app.as('manager'), number)
    app.clock.advance(60_000)
    const { body: end } = await act('confirm', resident, number, { rating: 4, text: '' })
    expect(end).toMatchObject({
      state: 'confirmed',
      acts: ['to_mediation', 'to_litigation'],
      disputesLeft: 1,
      changedAt: '2026-11-24T02:01:00.000Z',
    })
    expect(
      end.timeline.map(({ seq, kind, by, text, rating }) => [seq, kind, by, text, rating]),
    ).toEqual([
      [0, 'filed', { role: '业主', name: '张**' }, undefined, undefined],
      [1, 'opened', { role: '系统', name: '' }, undefined, undefined],
      [2, 'accepted', { role: '物业客服', name: '刘*' }, undefined, undefined],
      [3, 'replied', { role: '物业客服', name: '刘*' }, '师傅明天上午到。', undefined],
      [4, 'resolved', { role: '物业客服', name: '刘*' }, '已换好。', undefined],
      [5, 'disputed', { role: '业主', name: '张**' }, '今天又响了。', undefined],
      [6, 'accepted', { role: '物业客服', name: '周*' }, undefined, undefined],
      [7, 'resolved', { role: '物业经理', name: '吴**' }, '已换好。', undefined],
      [8, 'confirmed', { role: '业主', name: '张**' }, undefined, 4],
    ])
    expect((await get(resident, number)).body).toEqual(end)
  })

  test('a tenant files too, and a common area is in the own words', async () => {
    const { body } = await file(await app.as('tenant'), {
      place: { kind: 'common', area: '东门岗亭' },
    })
    expect(body).toMatchObject({
      filedBy: { role: '租户', name: '赵*' },
      place: '公共区域：东门岗亭',
    })
  })

  test.each([
    ['a home of the neighbour', { kind: 'home', unit: '1-1-102' }, 403, 'complaints.not_your_home'],
    [
      'an unknown building',
      { kind: 'building', building: '3幢' },
      422,
      'complaints.unknown_building',
    ],
    ['an unknown kind of place', { kind: 'street' }, 400, 'request.invalid'],
  ] as const)('%s is refused and nothing is stored', async (_name, place, status, code) => {
    const resident = await app.as('resident')
    expect(await file(resident, { place: place as never })).toMatchObject({ status, code })
    const mine = await resident.send(complaints.mine, { community: 'jinxiu' })
    expect(mine.body.items).toEqual([])
  })

  test.each([
    ['too short', '电梯坏'],
    ['too long', '电'.repeat(2_001)],
    ['with a control character', '电梯坏了\u0007很久'],
    ['with a lone surrogate', '电梯坏了\ud800很久'],
  ])('a text %s is refused', async (_name, text) => {
    const resident = await app.as('resident')
    expect(await file(resident, { text })).toMatchObject({
      status: 400,
      code: 'request.invalid',
      detail: expect.stringContaining('text') as string,
    })
  })

  test.each([
    ['emoji and direction marks', '电梯坏了 😀👨‍👩‍👧 \u200f很久'],
    ['HTML', '<script>alert(1)</script> & "引号"'],
    ['2,000 characters beyond the basic plane', '𠮷'.repeat(2_000)],
  ])('a text of %s is kept as it is', async (_name, text) => {
    const resident = await app.as('resident')
    const { body } = await file(resident, { text })
    expect((await get(resident, body.number)).body.text).toBe(text)
  })

  describe('who may not', () => {
    test.each([
      ['committee', 'file', 403, 'auth.not_permitted', '业委会'],
      ['property', 'file', 403, 'auth.not_permitted', '物业客服'],
      ['committee', 'get', 403, 'auth.not_permitted', '业委会'],
      ['committee', 'queue', 403, 'auth.not_permitted', '业委会'],
      ['tenant', 'queue', 403, 'auth.not_permitted', '租户'],
      ['tenant', 'accept', 403, 'auth.not_permitted', '租户'],
      ['community', 'reply', 403, 'auth.not_permitted', '社区'],
      ['property', 'confirm', 403, 'auth.not_permitted', '物业客服'],
      ['property', 'release', 403, 'auth.not_permitted', '物业客服'],
      ['stranger', 'file', 404, 'scope.not_found', '小区'],
      ['strange_property', 'queue', 404, 'scope.not_found', '小区'],
      ['neighbour', 'get', 404, 'complaints.not_found', '没有找到'],
      ['neighbour', 'confirm', 404, 'complaints.not_found', '没有找到'],
    ] as const)('%s: %s is answered %i %s', async (who, name, status, code, word) => {
      const number = await filed(app)
      const client = await app.as(who)
      const answer =
        name === 'file'
          ? await file(client)
          : name === 'get'
            ? await get(client, number)
            : name === 'queue'
              ? await client.send(complaints.queue, { community: 'jinxiu' })
              : await act(name, client, number)
      expect(answer).toMatchObject({ status, code })
      expect(answer.detail).toContain(word)
    })

    test('a number of another community is not found, by whatever community it is asked for', async () => {
      const number = await filed(app)
      const officer = await app.as('street')
      expect(await get(officer, number)).toMatchObject({ status: 200 })
      expect(await officer.send(complaints.get, { community: 'yunxi', number })).toMatchObject({
        status: 404,
        code: 'complaints.not_found',
      })
    })

    test('a number that is none is refused before it is looked up', async () => {
      expect(await get(await app.as('resident'), 'JX1111111')).toMatchObject({
        status: 400,
        code: 'request.invalid',
      })
    })
  })

  // By how far it has come: 0 filed, 1 accepted, 2 replied, 3 resolved, 4 disputed, 5 resolved again, 6 confirmed.
  test.each([
    [0, 'reply', 'complaints.not_accepted', '请先受理这件投诉，再回复或办结。'],
    [0, 'resolve', 'complaints.not_accepted', '请先受理这件投诉，再回复或办结。'],
    [0, 'confirm', 'complaints.not_resolved', '还没有办结，办结后您再确认或提出异议。'],
    [1, 'accept', 'complaints.already_accepted', '这件投诉已经受理，可以直接回复。'],
    [2, 'dispute', 'complaints.not_resolved', '还没有办结，办结后您再确认或提出异议。'],
    [3, 'reply', 'complaints.already_resolved', '这件投诉已经办结，正等提出人确认。'],
    [4, 'dispute', 'complaints.not_resolved', '还没有办结，办结后您再确认或提出异议。'],
    [6, 'resolve', 'complaints.already_confirmed', '提出人已确认解决，这件投诉已结束。'],
    [6, 'confirm', 'complaints.already_confirmed', '提出人已确认解决，这件投诉已结束。'],
    [6, 'release', 'complaints.nothing_held', '这件投诉没有待审的内容。'],
  ] as const)('after step %i, %s is refused by %s', async (steps, name, code, detail) => {
    const number = await takenTo(app, steps)
    const who = { confirm: 'resident', dispute: 'resident', release: 'community' } as const
    const client = await app.as(name in who ? who[name as keyof typeof who] : 'property')
    const before = await get(client, number)
    expect(await act(name, client, number)).toMatchObject({ status: 409, code, detail })
    expect((await get(client, number)).body).toEqual(before.body)
  })

  test('a resolution needs words, a confirmation a rating of 1 to 5', async () => {
    const number = await takenTo(app, 3)
    const [resident, property] = [await app.as('resident'), await app.as('property')]
    for (const rating of [0, 6, 4.5, '5']) {
      expect(await act('confirm', resident, number, { rating })).toMatchObject({ status: 400 })
    }
    expect(await act('resolve', property, number, { text: ' ' })).toMatchObject({ status: 400 })
  })

  test('nobody handles a complaint of their own', async () => {
    const clerk = await app.as('living_clerk')
    const { body } = await file(clerk)
    await app.sweep()
    expect(await act('accept', clerk, body.number)).toMatchObject({
      status: 403,
      code: 'complaints.own_complaint',
    })
    expect((await act('accept', await app.as('property'), body.number)).status).toBe(200)
  })

  test('what nobody filed is not found', async () => {
    const number = publicNumber('JX', new Uint8Array(32), 0)
    expect(await get(await app.as('property'), number)).toMatchObject({
      status: 404,
      code: 'complaints.not_found',
    })
  })
})
