import { complaints } from '#shared/complaints/contract.ts'
import { isPublicNumber, publicNumber } from '#shared/kernel/public-number.ts'
import { secretKeys, type Keys } from '../platform/keys/keys.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { act, file, filed, get, LIFT, takenTo } from './complaints.fixture.ts'

const KEY = { key: 'the-same-key' }

describe.each(openTables)('requests that come again or at once, over %s', (_, open) => {
  let app: TestApp & { close(): Promise<void> }
  beforeEach(async () => {
    app = await openTestAppOn(open)
  })
  afterEach(() => app.close())

  const mine = async (limit = 100) => {
    const resident = await app.as('resident')
    return (await resident.send(complaints.mine, { community: 'jinxiu', limit })).body.items
  }

  test('the same filing again gives the same complaint, however far it has come', async () => {
    const resident = await app.as('resident')
    const first = await file(resident, {}, KEY)
    await app.sweep()
    await act('accept', await app.as('property'), first.body.number)
    const again = await file(resident, {}, KEY)
    expect(again).toMatchObject({
      status: 201,
      body: { number: first.body.number, state: 'accepted' },
    })
    expect(await mine()).toHaveLength(1)
  })

  test('another body under the same key is refused, and changes nothing', async () => {
    const resident = await app.as('resident')
    const { body } = await file(resident, {}, KEY)
    expect(await file(resident, { text: '另一件事，请处理。' }, KEY)).toMatchObject({
      status: 422,
      code: 'request.idempotency_key_reused',
    })
    expect((await get(resident, body.number)).body.text).toBe(LIFT.text)
    expect(await mine()).toHaveLength(1)
  })

  test('the same key of another person is another request', async () => {
    const first = await file(await app.as('resident'), {}, KEY)
    const second = await file(await app.as('neighbour'), {}, KEY)
    expect(second.body.number).not.toBe(first.body.number)
  })

  test('a filing without a key is refused', async () => {
    const response = await app.app.request('/api/v1/communities/jinxiu/complaints', {
      method: 'POST',
      headers: { authorization: `Bearer ${(await app.as('resident')).token}` },
      body: JSON.stringify({ ...LIFT, community: undefined }),
    })
    expect([response.status, await response.json()]).toMatchObject([
      400,
      { code: 'request.idempotency_key_required' },
    ])
  })

  test('50 identical filings at once make one complaint', async () => {
    const resident = await app.as('resident')
    const answers = await Promise.all(Array.from({ length: 50 }, () => file(resident, {}, KEY)))
    expect(new Set(answers.map(({ status, body }) => `${status} ${body.number}`)).size).toBe(1)
    expect(await mine()).toHaveLength(1)
  })

  test('100 filings at once get 100 numbers', async () => {
    const resident = await app.as('resident')
    const answers = await Promise.all(
      Array.from({ length: 100 }, (_none, i) => file(resident, { text: `第 ${i} 件事，请处理。` })),
    )
    const numbers = answers.map(({ body }) => body.number)
    expect(new Set(numbers).size).toBe(100)
    expect(numbers.every(isPublicNumber)).toBe(true)
    expect((await mine()).map(({ number }) => number).sort()).toEqual(numbers.sort())
  })

  test('a repeated reply is one reply; another under its key is refused; the key of another act is another', async () => {
    const number = await takenTo(app, 1)
    const property = await app.as('property')
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => act('reply', property, number, {}, KEY)),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect(await act('reply', property, number, { text: '不一样的话' }, KEY)).toMatchObject({
      status: 422,
      code: 'request.idempotency_key_reused',
    })
    expect((await act('resolve', property, number, {}, KEY)).body.timeline).toHaveLength(5)
  })

  test('a repetition answers as the first time even when the rules would refuse it by now', async () => {
    const number = await filed(app)
    const property = await app.as('property')
    await act('accept', property, number, {}, KEY)
    expect(await act('accept', property, number, {}, KEY)).toMatchObject({ status: 200 })
    expect(await act('accept', property, number)).toMatchObject({
      status: 409,
      code: 'complaints.already_accepted',
    })
  })

  test('of two who accept at once one is told that it is accepted', async () => {
    const number = await filed(app)
    const both = await Promise.all([app.as('property'), app.as('colleague')])
    const answers = await Promise.all(both.map((one) => act('accept', one, number)))
    expect(answers.map(({ code }) => code).sort()).toEqual([
      'complaints.already_accepted',
      undefined,
    ])
    expect((await get(both[0], number)).body.timeline).toHaveLength(3)
  })

  test('nothing that was acknowledged is lost when many reply at once', async () => {
    const number = await takenTo(app, 1)
    const property = await app.as('property')
    const texts = Array.from({ length: 12 }, (_none, i) => `第 ${i} 条回复`)
    const answers = await Promise.all(texts.map((text) => act('reply', property, number, { text })))
    for (const { status, code } of answers) {
      expect([200, 'request.conflict']).toContain(status === 200 ? status : code)
    }
    const kept = texts.filter((_text, i) => answers[i]?.status === 200)
    const { timeline } = (await get(property, number)).body
    expect(timeline.flatMap(({ kind, text }) => (kind === 'replied' ? [text] : [])).sort()).toEqual(
      kept.sort(),
    )
    expect(timeline.map(({ seq }) => seq)).toEqual(timeline.map((_event, i) => i))
  })
})

describe('numbers that collide', () => {
  // Bytes that differ, yet give the same symbol (23 of them), for the first attempts of every request.
  const colliding = (attempts: number): Keys => {
    const keys = secretKeys(new Uint8Array(32).fill(7))
    const digest = (purpose: string, ...parts: readonly string[]) => {
      const own = keys.digest(purpose, ...parts)
      return purpose === 'request'
        ? own.map((byte, i) => (i < attempts * 6 ? 7 + 23 * (byte % 10) : byte))
        : own
    }
    return { ...keys, digest }
  }
  const [[, open] = []] = openTables
  if (!open) throw new Error('no table to test on')

  test('a taken number is passed over for the next six symbols, and found again', async () => {
    const app = await openTestAppOn(open, { keys: colliding(2) })
    const resident = await app.as('resident')
    const texts = [
      '第一件事，请处理。',
      '第二件事，请处理。',
      '第三件事，请处理。',
      '第四件事，请处理。',
    ]
    const send = (text: string, i: number) => file(resident, { text }, { key: `request-${i}` })
    const made = await Promise.all(texts.map(send))
    const numbers = made.map(({ body }) => body.number)
    expect(new Set(numbers).size).toBe(4)
    expect(numbers).toContain(publicNumber('JX', new Uint8Array(32).fill(7), 0))

    const again = await Promise.all(texts.map(send))
    expect(again.map(({ status, body }) => [status, body.number, body.text])).toEqual(
      numbers.map((number, i) => [201, number, texts[i]]),
    )
    expect(await file(resident, {}, { key: 'request-3' })).toMatchObject({
      code: 'request.idempotency_key_reused',
    })
    await app.close()
  })

  test('when all five are taken it is a conflict, not a lost or overwritten complaint', async () => {
    const app = await openTestAppOn(open, { keys: colliding(5) })
    const resident = await app.as('resident')
    const first = await file(resident, {}, { key: 'request-1' })
    expect(
      await file(resident, { text: '另一件事，请处理。' }, { key: 'request-2' }),
    ).toMatchObject({ status: 409, code: 'request.conflict' })
    expect((await get(resident, first.body.number)).body.text).toBe(LIFT.text)
    await app.close()
  })
})
