import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { act, file, filed, get, takenTo } from './complaints.fixture.ts'

describe.each(openTables)('two who act at once, over %s', (_, open) => {
  let app: TestApp & { readonly close: () => Promise<void> }
  beforeEach(async () => {
    app = await openTestAppOn(open)
  })
  afterEach(() => app.close())

  test('the second is told what the first did, and nothing of theirs is written', async () => {
    const number = await takenTo(app, 1)
    const [clerk, colleague] = [await app.as('property'), await app.as('colleague')]
    const seen = (await get(colleague, number)).body.lastSeq
    await act('resolve', clerk, number, { seen })
    const second = await act('reply', colleague, number, { seen })
    expect(second).toMatchObject({ status: 409, code: 'complaints.changed_meanwhile' })
    expect(second.detail).toBe('物业客服 刘*刚刚“办完”，请看过再办。您填写的内容还在。')
    // A message is right whatever happened before.
    expect((await act('message', colleague, number, { seen })).status).toBe(200)
  })

  test('of two who take it on the second is told who has', async () => {
    const number = await filed(app)
    const [clerk, colleague] = [await app.as('property'), await app.as('colleague')]
    const seen = (await get(colleague, number)).body.lastSeq
    expect((await act('accept', clerk, number, { seen })).status).toBe(200)
    const second = await act('accept', colleague, number, { seen })
    expect(second).toMatchObject({ status: 409, code: 'complaints.changed_meanwhile' })
    expect(second.detail).toContain('刘*刚刚“受理”')
    const now = (await get(colleague, number)).body.lastSeq
    expect(await act('accept', colleague, number, { seen: now })).toMatchObject({
      code: 'complaints.already_accepted',
    })
  })

  test('words that came after the look are not let through with those that were looked at', async () => {
    app.weixin.answer = 'review'
    const { number } = (await file(await app.as('resident'))).body
    await app.sweep()
    const office = await app.as('community')
    const seen = (await get(office, number)).body.lastSeq
    await act('message', await app.as('resident'), number, { text: '还有一句没人看过的话。' })
    await app.sweep()
    const released = await act('release', office, number, { seen })
    expect(released).toMatchObject({ status: 409, code: 'complaints.changed_meanwhile' })
    expect((await get(await app.as('property'), number)).status).toBe(404)
    const now = (await get(office, number)).body.lastSeq
    expect((await act('release', office, number, { seen: now })).body.held).toBe(false)
  })
})
