import { DAY } from '#shared/kernel/calendar.ts'
import { complaints } from '#shared/complaints/contract.ts'
import { account, consents, privacy } from '#shared/privacy/contract.ts'
import { auditTrail } from '../platform/audit/audit.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { addPerson, CAST } from '../platform/test-cast.fixture.ts'
import type { Sending } from '../platform/test-client.fixture.ts'
import { act, file, get } from './complaints.fixture.ts'

const community = 'jinxiu'
const WHY = { ground: 'lawsuit', reason: '法院来函调取 2 号电梯的投诉。' } as const

describe.each(openTables)('a complaint whose filer has closed their account, on %s', (_, open) => {
  let app: TestApp & { close: () => Promise<void> }
  let number: string
  beforeEach(async () => {
    app = await openTestAppOn(open)
    const neighbour = await app.as('neighbour')
    await neighbour.send(consents.give, { purpose: 'agreement', version: 1 })
    number = (await file(neighbour)).body.number
    await app.sweep()
    const clerk = await app.as('property')
    await act('accept', clerk, number)
    await act('resolve', clerk, number)
    // What the filer disputes with is not checked before the account is closed.
    app.weixin.answer = 'weixin.user_away'
    await act('dispute', neighbour, number)
    await neighbour.send(account.close, {})
    app.clock.advance(7 * DAY)
    await app.sweep()
    await app.sweep()
  })
  afterEach(() => app.close())
  const opened = async (person: string, sending?: Sending) =>
    (await app.as(person)).send(complaints.openFrozen, { community, number, ...WHY }, sending)

  test('who would have seen it is told that it is frozen, a neighbour nothing', async () => {
    const told = async (person: string) => (await get(await app.as(person), number)).code
    expect(await told('property')).toBe('complaints.frozen')
    expect(await told('street')).toBe('complaints.frozen')
    expect(await told('resident')).toBe('complaints.not_found')
  })

  test('property, residents and committee may not open it, whatever the ground', async () => {
    for (const person of ['property', 'manager', 'resident', 'committee']) {
      expect(await opened(person)).toMatchObject({ status: 403, code: 'auth.not_permitted' })
    }
  })

  test('an officer reads it whole under a ground, and can do nothing with it', async () => {
    const { status, body } = await opened('street')
    expect(status).toBe(200)
    expect(body).toMatchObject({ number, acts: [], disputesLeft: 0, mine: false })
    expect(body.frozen?.until.slice(0, 10)).toBe('2029-12-01')
    expect(body.timeline.map(({ kind, text }) => [kind, text])).toEqual([
      ['filed', undefined],
      ['opened', undefined],
      ['accepted', undefined],
      ['resolved', '已换好。'],
      ['disputed', '今天又响了。'],
    ])
    const release = await act('release', await app.as('street'), number)
    expect(release.code).toBe('complaints.frozen')
    expect((await get(await app.as('street'), number)).code).toBe('complaints.frozen')
  })

  test('it is on record once: in the complaint, for its filer, and on the chain without a free word', async () => {
    const first = await opened('street', { key: 'one-opening' })
    app.clock.advance(1_000)
    expect((await opened('street', { key: 'one-opening' })).body).toEqual(first.body)
    await opened('community')

    const { items } = await auditTrail(app.ports).latest(community, { limit: 10 })
    expect(items.map(({ entry }) => [entry.by, entry.act, entry.subject, entry.detail])).toEqual([
      ['community', 'complaints.open_frozen', number, { ground: 'lawsuit' }],
      ['street', 'complaints.open_frozen', number, { ground: 'lawsuit' }],
    ])
    // The same WeChat account again: it starts with nothing, but reads who looked.
    await addPerson(app.ports, 'neighbour', CAST.neighbour)
    const filer = await app.as('neighbour')
    const { body } = await filer.send(privacy.sights, {})
    expect(body.items.map(({ what }) => what)).toEqual([
      '调阅了您注销前的投诉',
      '调阅了您注销前的投诉',
    ])
    expect((await get(filer, number)).code).toBe('complaints.frozen')
  })

  test('without a ground, or with another under the same key, it stays shut', async () => {
    const street = await app.as('street')
    const short = { community, number, ...WHY, reason: '看看' }
    expect((await street.send(complaints.openFrozen, short)).code).toBe('request.invalid')
    await opened('street', { key: 'same-key-1' })
    const other = { community, number, ...WHY, reason: '另外一个理由在这里。' }
    const refused = await street.send(complaints.openFrozen, other, { key: 'same-key-1' })
    expect(refused.code).toBe('request.idempotency_key_reused')
  })

  test('what is not frozen is not opened so; words nobody has checked are not there', async () => {
    const open_ = (await file(await app.as('resident'))).body.number
    const street = await app.as('street')
    const early = await street.send(complaints.openFrozen, { community, number: open_, ...WHY })
    expect(early.code).toBe('complaints.not_found')
    app.weixin.answer = 'pass'
    app.clock.advance(DAY)
    await app.sweep()
    const later = await app.as('street')
    const answer = await later.send(complaints.openFrozen, { community, number: open_, ...WHY })
    expect(answer.code).toBe('complaints.not_frozen')
  })
})
