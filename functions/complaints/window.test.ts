import { complaints } from '#shared/complaints/contract.ts'
import { messages } from '#shared/messages/contract.ts'
import { DAY } from '#shared/kernel/calendar.ts'
import { openBindingApp, verified, type BindingApp } from '../bindings/bindings.fixture.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { addPerson, CAST } from '../platform/test-cast.fixture.ts'
import type { Client } from '../platform/test-client.fixture.ts'
import { act, get, go } from './complaints.fixture.ts'
import { AT, atWindow, AUNT, claimWith, reprint, sayFor } from './window.fixture.ts'

const CODE = /^[34679ACDEFGHJKMNPRTUWXY]{5}-[34679ACDEFGHJKMNPRTUWXY]{5}$/
const mine = async (by: Client) =>
  (await by.send(complaints.mine, AT)).body.items.map(({ number }) => number)
const inbox = async (by: Client) =>
  (await by.send(messages.list, {})).body.items.map(({ title, words }) => `${title} ${words}`)

describe.each(openTables)('help at the window over %s', (_, open) => {
  let app: BindingApp
  let worker: Client
  beforeEach(async () => {
    app = await openBindingApp(open)
    worker = await app.as('community')
  })
  afterEach(() => app.close())

  /** A complaint of 周八's with the code on its paper. */
  const filed = async (rest: Parameters<typeof atWindow>[1] = {}) => {
    const { body } = await atWindow(worker, rest)
    return { number: body.complaint.number, code: body.receipt.code ?? '' }
  }

  test('it is the person’s complaint, with the officer beside it; the property has it at once', async () => {
    const answer = await atWindow(worker, { phone: '13800000000' }, { key: 'one-window-case' })
    expect(answer).toMatchObject({
      status: 201,
      body: {
        complaint: {
          filedBy: { role: '业主', name: '周*' },
          channel: 'WINDOW',
          mine: false,
          checked: true,
          atWindow: { by: { role: '社区', name: '郑*' }, claimed: false, phone: '13800000000' },
          timeline: [{ kind: 'filed', through: { role: '社区', name: '郑*' } }, { kind: 'opened' }],
        },
        receipt: { codeUntil: '2027-02-22T02:00:00.000Z' },
      },
    })
    expect(answer.body.receipt.code).toMatch(CODE)
    expect(answer.body.complaint.clocks).not.toEqual([])
    expect(
      (await atWindow(worker, { phone: '13800000000' }, { key: 'one-window-case' })).body,
    ).toEqual(answer.body)
    const { number } = answer.body.complaint
    const property = await app.as('property')
    const { body } = await get(property, number)
    expect(body.acts).toContain('accept')
    expect(body.atWindow).toEqual({ by: { role: '社区', name: '郑*' }, claimed: false })
    const stored = await app.ports.table.query(`COMPLAINT#jinxiu#${number}`)
    expect(JSON.stringify(stored.items)).not.toContain(
      (answer.body.receipt.code ?? '-').slice(0, 5),
    )
  })

  test('who is not on the register has a case of their own', async () => {
    const { number } = await filed({
      name: '过客',
      unit: undefined,
      place: { kind: 'building', building: '1幢' },
    })
    const { body } = await get(worker, number)
    expect(body.filedBy).toEqual({ role: '居民', name: '过*' })
    expect(body.timeline[0]?.by).toEqual({ role: '居民', name: '过*' })
  })

  test('a wrong place, no number, and who sits at no window', async () => {
    const refused = async (rest: Partial<typeof AUNT>) => (await atWindow(worker, rest)).code
    expect(await refused({ unit: '9-9-999', place: { kind: 'common', area: '东门' } })).toBe(
      'complaints.unknown_unit',
    )
    expect(await refused({ place: { kind: 'home', unit: '3-1-101' } })).toBe(
      'complaints.not_helped_home',
    )
    expect(await refused({ place: { kind: 'building', building: '99幢' } })).toBe(
      'complaints.unknown_building',
    )
    expect(await refused({ phone: '12' })).toBe('request.invalid')
    for (const who of ['resident', 'property', 'manager', 'committee']) {
      expect((await atWindow(await app.as(who))).code).toBe('auth.not_permitted')
    }
  })

  test('the person claims it with the paper, once', async () => {
    const { number, code } = await filed({ phone: '13800000000' })
    const resident = await app.as('resident')
    const typed = ` ${code.toLowerCase()} `
    const claimed = await claimWith(resident, number, typed, { key: 'claim-once' })
    expect(claimed).toMatchObject({
      status: 200,
      body: { mine: true, filedBy: { role: '业主', name: '张**' }, atWindow: { claimed: true } },
    })
    expect((await claimWith(resident, number, typed, { key: 'claim-once' })).body.mine).toBe(true)
    expect(await mine(resident)).toEqual([number])
    const neighbour = await app.as('neighbour')
    expect((await claimWith(neighbour, number, code)).code).toBe('complaints.claim_used')
    expect((await reprint(worker, number)).code).toBe('complaints.claim_used')
    expect((await sayFor(worker, number, 'message')).code).toBe('complaints.not_at_window')
    expect((await get(worker, number)).body.atWindow).not.toHaveProperty('phone')
    expect((await act('message', resident, number)).status).toBe(200)
  })

  test('of two who claim at once one becomes the filer', async () => {
    const { number, code } = await filed()
    const both = await Promise.all(
      ['resident', 'neighbour'].map(async (who) => claimWith(await app.as(who), number, code)),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.code).toBe('complaints.claim_used')
  })

  test('an owner of the register who comes to the app sees it without a paper', async () => {
    const { number } = await filed({
      name: '张三',
      unit: '3-1-101',
      place: { kind: 'home', unit: '3-1-101' },
    })
    const { client } = await verified(app, 'zhang')
    expect((await get(client, number)).body.mine).toBe(true)
    expect(
      (await client.send(complaints.assisted, { ...AT, side: 'for_me' })).body.items,
    ).toMatchObject([{ number }])
  })

  test('a wrong code, too many of them, an old one, and the office’s own hands', async () => {
    const { number, code } = await filed()
    const resident = await app.as('resident')
    const wrong = async (by = resident) => (await claimWith(by, number, '33333-33333')).code
    expect(await wrong(await app.as('street'))).toBe('auth.not_permitted')
    const [home] = CAST.neighbour.homes
    await addPerson(app.ports, 'living_worker', {
      ...{ name: '郑红', roles: ['community'], homes: [{ ...home, unit: '1-1-107' }] },
    })
    const living = await app.as('living_worker')
    expect((await claimWith(living, number, code)).code).toBe('complaints.claim_by_office')
    for (let n = 0; n < 5; n += 1) expect(await wrong()).toBe('complaints.claim_wrong')
    expect((await claimWith(resident, number, code)).code).toBe('complaints.claim_locked')
    expect((await claimWith(await app.as('neighbour'), 'JX3333333', code)).status).toBe(400)
    app.clock.advance(90 * DAY)
    expect((await claimWith(await app.as('resident'), number, code)).code).toBe(
      'complaints.claim_expired',
    )
  })

  test('a new paper ends the one before', async () => {
    const { number, code } = await filed()
    const again = await reprint(worker, number, { key: 'another-paper' })
    expect(again.body.receipt.code).toMatch(CODE)
    expect((await reprint(worker, number, { key: 'another-paper' })).body).toEqual(again.body)
    const resident = await app.as('resident')
    expect((await claimWith(resident, number, code)).code).toBe('complaints.claim_replaced')
    expect((await claimWith(resident, number, again.body.receipt.code)).status).toBe(200)
  })

  test('an ordinary complaint has no paper, and nobody speaks for its filer', async () => {
    const resident = await app.as('resident')
    const { body } = await resident.send(complaints.file, {
      ...AT,
      category: 'lift',
      text: '电梯异响，请检修。',
      place: { kind: 'building', building: '1幢' },
    })
    await app.sweep()
    expect((await reprint(worker, body.number)).code).toBe('complaints.not_at_window')
    expect((await sayFor(worker, body.number, 'dispute')).code).toBe('complaints.not_at_window')
    expect((await claimWith(resident, body.number, '33333-33333')).code).toBe(
      'complaints.claim_wrong',
    )
  })

  test('the officer writes down what the person says later, also that it is not done', async () => {
    const { number } = await filed()
    await go(app, number, 'property accept')
    expect((await sayFor(worker, number, 'dispute')).code).toBe('complaints.not_resolved')
    expect((await sayFor(worker, number, 'message')).body.timeline.at(-1)).toMatchObject({
      kind: 'said',
      by: { role: '社区', name: '郑*' },
      facts: { forFiler: true },
      withheld: false,
    })
    await go(app, number, 'property resolve')
    expect((await sayFor(worker, number, 'dispute')).body.state).toBe('disputed')
    const property = await inbox(await app.as('property'))
    await app.sweep()
    expect((await inbox(await app.as('property'))).length).toBeGreaterThan(property.length)
  })

  test('who filed it is asked to telephone what the person waits for', async () => {
    const { number } = await filed({ phone: '13800000000' })
    await go(app, number, 'property accept', 'property resolve')
    expect(await inbox(worker)).toEqual([
      expect.stringMatching(/办完 请打电话告诉本人，电话在投诉里/),
    ])
    app.clock.advance(8 * DAY)
    await app.sweep()
    await app.sweep()
    expect((await inbox(await app.as('community')))[0]).toMatch(/提醒确认 请打电话告诉本人/)
  })
})
