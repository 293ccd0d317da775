import { bindings } from '#shared/bindings/contract.ts'
import { complaints } from '#shared/complaints/contract.ts'
import { DAY } from '#shared/kernel/calendar.ts'
import {
  claim,
  confirm,
  openBindingApp,
  newcomer,
  PLACE,
  type BindingApp,
} from '../bindings/bindings.fixture.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import type { Client } from '../platform/test-client.fixture.ts'
import { helped, helpedOnPaper, offer, PHONELESS } from './assisted.fixture.ts'
import { act, file, get } from './complaints.fixture.ts'

const HOME = { kind: 'home', unit: PLACE.unit } as const
const FOR = { onBehalfOf: PLACE.unit, place: HOME }
const THROUGH = { role: '代办人（邻居）', name: '李**' }

const listed = (by: Client, side: 'by_me' | 'for_me' = 'by_me', more: object = {}) =>
  by.send(complaints.assisted, { community: 'jinxiu', side, ...more })
const mine = async (by: Client) =>
  (await by.send(complaints.mine, { community: 'jinxiu' })).body.items.map(({ number }) => number)

describe.each(openTables)('complaints sent in by a helper, over %s', (_, open) => {
  let app: BindingApp
  beforeEach(async () => {
    app = await openBindingApp(open)
  })
  afterEach(() => app.close())

  test('it is the complaint of the person helped, who alone says whether it is done', async () => {
    const { owner, helper } = await helped(app)
    const sent = await file(helper, FOR, { key: 'one-complaint' })
    expect(sent).toMatchObject({
      status: 201,
      body: {
        filedBy: { role: '业主', name: '张*' },
        assistedBy: THROUGH,
        mine: false,
        assisting: true,
        acts: [],
        timeline: [{ kind: 'filed', by: { role: '业主', name: '张*' }, through: THROUGH }],
      },
    })
    const { number } = sent.body
    app.clock.advance(1_000)
    expect((await file(helper, FOR, { key: 'one-complaint' })).body.number).toBe(number)
    expect((await get(owner, number)).body).toMatchObject({ mine: true, assistedBy: THROUGH })
    expect(await mine(owner)).toEqual([number])
    expect((await listed(helper)).body.items).toMatchObject([
      { number, filedFor: { role: '业主', name: '张*' } },
    ])

    await app.sweep()
    const property = await app.as('property')
    expect((await get(property, number)).body.timeline[0]).toMatchObject({ through: THROUGH })
    for (const name of ['accept', 'reply', 'resolve'] as const) await act(name, property, number)
    expect((await get(helper, number)).body).toMatchObject({ state: 'resolved', acts: [] })
    const { acts } = (await get(owner, number)).body
    expect(acts.slice(0, 2)).toEqual(['confirm', 'dispute'])
    expect(acts).toContain('withdraw')

    await act('dispute', owner, number)
    const words = async () => (await get(helper, number)).body.timeline.at(-1)
    expect(await words()).toMatchObject({ kind: 'disputed', withheld: true })
    await app.sweep()
    expect(await words()).toMatchObject({ withheld: false, text: '今天又响了。' })
    await act('resolve', property, number)
    expect((await act('confirm', owner, number)).body.state).toBe('confirmed')
  })

  test('WeChat is asked about the words in the name of who wrote them', async () => {
    const { helper } = await helped(app)
    const { body } = await file(helper, FOR)
    app.weixin.answer = 'review'
    await app.sweep()
    expect(app.weixin.asked.map(({ openid }) => openid)).toEqual(['openid-helper'])
    expect((await get(helper, body.number)).body.held).toBe(true)
  })

  test('whoever ends it, the helper reads no more of it; given anew, they do again', async () => {
    const { owner, helper, binding } = await helped(app)
    const { number } = (await file(helper, FOR)).body
    await helper.send(bindings.withdraw, { ...PLACE, binding })
    expect((await get(helper, number)).code).toBe('scope.not_found')
    expect((await get(owner, number)).status).toBe(200)
    const { secret } = (await offer(owner)).body
    const redeeming = { community: 'jinxiu', building: '3幢', unit: '1单元', room: '101' }
    await helper.send(bindings.redeem, { ...redeeming, name: '李小花', secret })
    expect((await get(helper, number)).status).toBe(200)
  })

  test('somebody without a phone is helped on paper, and has it all once they use the app', async () => {
    const helper = await helpedOnPaper(app)
    const place = { kind: 'home', unit: PHONELESS.unit } as const
    const sent = await file(helper, { onBehalfOf: PHONELESS.unit, place })
    expect(sent.body).toMatchObject({
      filedBy: { role: '业主', name: '周*' },
      assistedBy: { role: '代办人（志愿者）', name: '李**' },
    })
    const { number } = sent.body
    await app.sweep()
    const property = await app.as('property')
    await act('accept', property, number)
    await act('resolve', property, number)

    const zhou = await newcomer(app, 'zhou', '13366666666')
    const { body: claimed } = await claim(zhou, { name: '周八', room: '201' })
    expect((await get(zhou, number)).code).toBe('scope.not_found')
    await confirm(await app.as('community'), claimed.binding, {
      name: '周八',
      unit: PHONELESS.unit,
      evidence: { kind: 'identity_document', last4: '2614' },
    })
    expect((await listed(zhou, 'for_me')).body.items).toMatchObject([{ number }])
    expect((await get(zhou, number)).body).toMatchObject({ mine: true })
    expect((await act('confirm', zhou, number)).body.state).toBe('confirmed')
    expect((await listed(helper)).body.items).toMatchObject([{ number, state: 'confirmed' }])
  })

  test('the list comes page by page, latest first', async () => {
    const { helper } = await helped(app)
    const numbers: string[] = []
    for (let n = 0; n < 3; n += 1) {
      numbers.unshift((await file(helper, FOR)).body.number)
      app.clock.advance(60_000)
    }
    const first = (await listed(helper, 'by_me', { limit: 2 })).body
    const second = (await listed(helper, 'by_me', { limit: 2, cursor: first.cursor })).body
    expect([...first.items, ...second.items].map(({ number }) => number)).toEqual(numbers)
    expect(second.cursor).toBeUndefined()
    const other = await listed(helper, 'for_me', { cursor: first.cursor })
    expect(other).toMatchObject({ status: 400, code: 'request.cursor_invalid' })
  })

  test('when a complaint is no longer kept, nothing says that somebody helped', async () => {
    const { owner, helper } = await helped(app, { until: '2027-11-25' })
    const { number } = (await file(helper, FOR)).body
    await app.sweep()
    const property = await app.as('property')
    await act('accept', property, number)
    await act('resolve', property, number)
    await act('confirm', owner, number)
    const notes = async () => (await app.ports.table.query('HELPED#jinxiu#helper')).items
    expect(await notes()).toHaveLength(1)
    app.clock.advance(4 * 366 * DAY)
    await app.sweep()
    expect(await notes()).toEqual([])
  })
})
