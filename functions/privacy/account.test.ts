import { api } from '#shared/api.ts'
import { DAY } from '#shared/kernel/calendar.ts'
import { act, file, get } from '../complaints/complaints.fixture.ts'
import { auditTrail } from '../platform/audit/audit.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import type { Client } from '../platform/test-client.fixture.ts'
import { sights } from './offers.ts'

const { account, consents, people, complaints } = api
const community = 'jinxiu'

describe.each(openTables)('an account on %s', (_, open) => {
  let given: TestApp & { close: () => Promise<void> }
  let neighbour: Client
  let number: string
  beforeEach(async () => {
    given = await openTestAppOn(open)
    neighbour = await given.as('neighbour')
    await neighbour.send(consents.give, { purpose: 'agreement', version: 1 })
    number = (await file(neighbour)).body.number
    await given.sweep()
  })
  afterEach(() => given.close())
  const wait = async (ms: number) => {
    given.clock.advance(ms)
    await given.sweep()
    await given.sweep()
  }

  test('everything held is exported: profile, devices, consents, complaints, who looked', async () => {
    await sights(given.ports).record({
      ...{ viewer: 'community', as: 'community', community, what: 'claim' },
      ...{ whose: { person: 'neighbour' }, now: given.clock.now },
    })
    const { status, body } = await neighbour.send(account.export, {})
    expect(status).toBe(200)
    const lines = Object.fromEntries(
      body.parts.map(({ feature, lines: all }) => [feature, all.map(({ value }) => value)]),
    )
    expect(lines).toMatchObject({
      people: ['李芳', expect.stringContaining('1-1-102') as string],
      sessions: [expect.stringContaining('登录') as string],
      privacy: [expect.stringContaining('同意（第 1 版）') as string],
      sights: ['锦绣花园 社区 郑红：查看了您的房屋认领申请'],
      complaints: [expect.stringContaining('2 号电梯') as string],
    })
    const others = await (await given.as('tenant')).send(account.export, {})
    expect(JSON.stringify(others.body)).not.toContain('2 号电梯')
  })

  test('it says beforehand what goes and what stays, and changes nothing by saying so', async () => {
    const { body } = await neighbour.send(account.closure, {})
    expect(body).toMatchObject({
      state: 'open',
      blockers: [],
      erased: expect.arrayContaining(['姓名', '房屋和身份']) as string[],
      frozen: expect.arrayContaining([
        expect.objectContaining({ what: '您提交的 1 件投诉', until: '2029-11-25' }),
      ]) as object[],
    })
    expect((await get(neighbour, number)).status).toBe(200)
  })

  test('seven days later it is closed: no token is taken, the complaint is to be had by nobody', async () => {
    expect((await neighbour.send(account.close, {})).body.state).toBe('closing')
    await wait(7 * DAY - 1_000)
    neighbour = await given.as('neighbour')
    expect((await neighbour.send(people.me, {})).body.memberships).toHaveLength(1)
    await wait(1_000)

    expect(await neighbour.send(people.me, {})).toMatchObject({ status: 401 })
    const clerk = await given.as('property')
    expect((await get(clerk, number)).code).toBe('complaints.frozen')
    const { body: queue } = await clerk.send(complaints.queue, { community })
    expect(queue.items).toEqual([])
    const { items } = await auditTrail(given.ports).latest('platform', { limit: 10 })
    expect(items.map(({ entry }) => entry.act)).toEqual(['privacy.erase', 'privacy.close'])
  })

  test('whoever comes back under the same WeChat account is new: nothing agreed, nothing to see', async () => {
    await neighbour.send(account.close, {})
    await wait(7 * DAY)
    const answer = await given.app.request('/api/v1/sessions', {
      method: 'POST',
      body: JSON.stringify({ code: 'openid-neighbour' }),
    })
    const { token } = (await answer.json()) as { token: string }
    const asked = await given.app.request('/api/v1/consents', {
      headers: { authorization: `Bearer ${token}` },
    })
    const { items } = (await asked.json()) as { items: { state: string }[] }
    expect(items.every(({ state }) => state !== 'given')).toBe(true)
  })

  test('nothing is left under the person but that the account was closed and what was agreed to', async () => {
    const { table } = given.ports
    const factor = { pk: 'PERSON#neighbour', sk: 'FACTOR', version: 1, v: 1 }
    const data = { state: 'on', secret: '', at: '', lastStep: 0, recovery: [] }
    await table.put({ ...factor, data })
    await neighbour.send(account.close, {})
    await wait(7 * DAY)
    expect((await table.query('PERSON#neighbour')).items).toEqual([])
    expect((await table.query('BINDER#neighbour')).items).toEqual([])
    expect((await table.query('CLOSURE#neighbour')).items).toHaveLength(1)
    // Proof of a consent and of the closing, for three years.
    await wait(3 * 366 * DAY)
    expect((await table.query('CONSENT#neighbour')).items).toEqual([])
    expect((await table.query('CLOSURE#neighbour')).items).toEqual([])
  })

  test('kept after all, nothing happens; closed twice, the seven days run from the first time', async () => {
    const first = (await neighbour.send(account.close, {})).body
    given.clock.advance(DAY / 2)
    expect((await neighbour.send(account.close, {})).body.dueAt).toBe(first.dueAt)
    expect((await neighbour.send(account.keep, {})).body.state).toBe('open')
    expect((await neighbour.send(account.keep, {})).body.state).toBe('open')
    await wait(8 * DAY)
    expect((await get(await given.as('neighbour'), number)).status).toBe(200)
  })

  test.each(['committee', 'property', 'street', 'living_clerk'])(
    '%s, who holds an office, is refused until somebody has taken it over',
    async (person) => {
      const by = await given.as(person)
      const before = (await by.send(account.closure, {})).body
      expect(before.blockers).toEqual([expect.stringContaining('您还担任')])
      const refused = await by.send(account.close, {})
      expect(refused).toMatchObject({ status: 409, code: 'privacy.cannot_close_yet' })
      await wait(8 * DAY)
      expect((await (await given.as(person)).send(people.me, {})).status).toBe(200)
    },
  )

  test('keeping what is not being closed is refused', async () => {
    expect(await neighbour.send(account.keep, {})).toMatchObject({ code: 'privacy.not_closing' })
  })

  test('a closed complaint is kept three years, then removed and counted on record; an open one stays', async () => {
    const open_ = (await file(neighbour)).body.number
    await given.sweep()
    const clerk = await given.as('property')
    await act('accept', clerk, number)
    await act('resolve', clerk, number)
    await act('confirm', neighbour, number)
    const there = async () => (await get(await given.as('neighbour'), number)).status
    await wait(3 * 365 * DAY)
    expect(await there()).toBe(200)
    await wait(2 * DAY)
    expect(await there()).toBe(404)
    expect((await get(await given.as('neighbour'), open_)).status).toBe(200)
    const { items } = await auditTrail(given.ports).latest(community, { limit: 10 })
    expect(items.map(({ entry }) => [entry.act, entry.subject])).toEqual([
      ['complaints.expire', number],
    ])
  })
})
