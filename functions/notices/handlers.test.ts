import { createHash } from 'node:crypto'
import { DAY } from '#shared/kernel/calendar.ts'
import type { Sent } from '#shared/kernel/route.ts'
import { notices } from '#shared/notices/contract.ts'
import { BASE } from '../platform/http/mount.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import type { Client, Sending } from '../platform/test-client.fixture.ts'

type Publishing = Sent<typeof notices.publish>
const WATER: Publishing = {
  community: 'jinxiu',
  title: '停水通知',
  text: '明天上午 9 点到 11 点清洗水箱，停水。',
  category: 'property',
}
const COMMITTEE = { title: '业委会例会', category: 'committee' } as const
const KEY = { key: 'the-same-key' }

describe.each(openTables)('notices over %s', (_, open) => {
  let app: TestApp & { close(): Promise<void> }
  let property: Client
  beforeEach(async () => {
    app = await openTestAppOn(open)
    property = await app.as('property')
  })
  afterEach(() => app.close())

  const publish = (by: Client, rest: Partial<Publishing> = {}, sending: Sending = {}) =>
    by.send(notices.publish, { ...WATER, ...rest }, sending)
  const correct = (by: Client, notice: string, text: string, sending: Sending = {}) =>
    by.send(notices.correct, { community: 'jinxiu', notice, title: WATER.title, text }, sending)
  const get = (by: Client, notice: string) => by.send(notices.get, { community: 'jinxiu', notice })

  test('published, its text is locked under its SHA-256', async () => {
    const { status, body } = await publish(property, { validUntil: '2026-11-25' })
    expect(status).toBe(201)
    const sha256 = createHash('sha256').update(`${WATER.title}\n${WATER.text}`).digest('hex')
    const edition = {
      edition: 1,
      title: '停水通知',
      text: WATER.text,
      publishedAt: '2026-11-24T02:00:00.000Z',
      publishedBy: '物业客服 刘*',
      sha256,
    }
    expect(body).toEqual({
      notice: body.notice,
      title: '停水通知',
      category: 'property',
      pinned: false,
      publishedAt: '2026-11-24T02:00:00.000Z',
      publishedBy: '物业客服 刘*',
      validUntil: '2026-11-25',
      expired: false,
      edition: 1,
      read: false,
      editions: [edition],
      reads: 0,
    })
    expect((await get(await app.as('tenant'), body.notice)).body).toEqual(body)
  })

  test('a correction stands beside the old text, which is as it was', async () => {
    const { body: old } = await publish(property)
    app.clock.advance(DAY)
    const { status, body } = await correct(await app.as('manager'), old.notice, '改为后天停水。')
    expect(status).toBe(201)
    expect(body).toMatchObject({
      edition: 2,
      publishedAt: old.publishedAt,
      publishedBy: '物业客服 刘*',
    })
    expect(body.editions).toMatchObject([
      { edition: 2, text: '改为后天停水。', publishedBy: '物业经理 吴**' },
      old.editions[0],
    ])
    expect(body.editions[0]?.sha256).not.toBe(body.editions[1]?.sha256)
  })

  test.each([
    ['owner', {}, 403, 'auth.not_permitted', '业主'],
    ['tenant', {}, 403, 'auth.not_permitted', '租户'],
    ['street', {}, 403, 'auth.not_permitted', '街道'],
    ['stranger', {}, 404, 'scope.not_found', '小区'],
    ['property', COMMITTEE, 403, 'notices.category_not_yours', '业委会公告只能由业委会发布'],
    ['committee', {}, 403, 'notices.category_not_yours', '物业通知只能由物业发布'],
    ['manager', { validUntil: '2026-11-23' }, 422, 'notices.validity_past', '不能早于今天'],
    ['manager', { validUntil: '2026-02-30' }, 400, 'request.invalid', 'validUntil'],
    ['manager', { title: '停' }, 400, 'request.invalid', 'title'],
    ['manager', { text: '停水。'.repeat(4_000) }, 400, 'request.invalid', 'text'],
    ['manager', { pinned: 'yes' as never }, 400, 'request.invalid', 'pinned'],
  ] as const)('%s with %j is answered %i %s', async (who, rest, status, code, word) => {
    const client = await app.as(who === 'owner' ? 'resident' : who)
    const answer = await publish(client, rest)
    expect(answer).toMatchObject({ status, code })
    expect(answer.detail).toContain(word)
    const list = await property.send(notices.list, { community: 'jinxiu' })
    expect(list.body.items).toEqual([])
  })

  test('refused corrections leave the notice as it was', async () => {
    const { body } = await publish(property)
    const committee = await app.as('committee')
    expect(await correct(committee, body.notice, '改为后天停水。')).toMatchObject({
      status: 403,
      code: 'notices.not_yours',
    })
    expect(await correct(property, body.notice, WATER.text)).toMatchObject({
      status: 422,
      code: 'notices.unchanged',
    })
    expect(await correct(property, 'no-such-notice', '改为后天停水。')).toMatchObject({
      status: 404,
      code: 'notices.not_found',
    })
    expect((await get(property, body.notice)).body).toEqual(body)
  })

  test('as many of the longest editions as are allowed are kept', async () => {
    const text = (i: number) => String(i) + '𠮷'.repeat(9_999)
    const { body } = await publish(property, { text: text(1) })
    for (let i = 2; i <= 8; i += 1) {
      expect((await correct(property, body.notice, text(i))).status).toBe(201)
    }
    expect(await correct(property, body.notice, text(9))).toMatchObject({
      status: 409,
      code: 'notices.too_many_editions',
      detail: '这条公告已有 8 版，不能再更正，请另发一条新公告。',
    })
    const { editions } = (await get(property, body.notice)).body
    expect(editions.map((one) => one.text)).toEqual([8, 7, 6, 5, 4, 3, 2, 1].map(text))
  })

  test('20 identical publications at once are one notice; another body is refused', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => publish(property, {}, KEY)))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.notice}`)).size).toBe(1)
    expect(await publish(property, { title: '停电通知' }, KEY)).toMatchObject({
      status: 422,
      code: 'request.idempotency_key_reused',
    })
    const list = await property.send(notices.list, { community: 'jinxiu' })
    expect(list.body.items).toHaveLength(1)
    // A day later its validity may be past, and the repetition is still one.
    app.clock.advance(DAY)
    const later = await publish(await app.as('property'), {}, KEY)
    expect(later).toMatchObject({ status: 201, body: { notice: answers[0]?.body.notice } })
  })

  test('a repeated correction is one edition; of two at once one is told of the other', async () => {
    const { body } = await publish(property)
    const same = await Promise.all(
      Array.from({ length: 10 }, () => correct(property, body.notice, '改为后天停水。', KEY)),
    )
    expect(same.map(({ status, body: { edition } }) => [status, edition])).toEqual(
      Array(10).fill([201, 2]),
    )
    expect(await correct(property, body.notice, '改为大后天。', KEY)).toMatchObject({ status: 422 })

    const others = await Promise.all(
      ['第三版说法。', '第四版说法。'].map((text) => correct(property, body.notice, text)),
    )
    const { editions } = (await get(property, body.notice)).body
    const kept = others.filter(({ status }) => status === 201).length
    expect(editions).toHaveLength(2 + kept)
    for (const { status, code } of others) {
      if (status !== 201) expect([status, code]).toEqual([409, 'request.conflict'])
    }
  })

  test('a notice of another community is not there', async () => {
    const { body } = await publish(property)
    const officer = await app.as('street')
    expect(await get(officer, body.notice)).toMatchObject({ status: 200 })
    expect(
      await officer.send(notices.get, { community: 'yunxi', notice: body.notice }),
    ).toMatchObject({ status: 404, code: 'notices.not_found' })
  })

  test('an unchanged notice is not sent again', async () => {
    const { body } = await publish(property)
    const read = (etag: string) =>
      app.app.request(`${BASE}/communities/jinxiu/notices/${body.notice}`, {
        headers: { authorization: `Bearer ${property.token}`, 'if-none-match': etag },
      })
    const etag = (await read('')).headers.get('etag') ?? ''
    expect((await read(etag)).status).toBe(304)
    await correct(property, body.notice, '改为后天停水。')
    expect((await read(etag)).status).toBe(200)
  })
})
