import { api } from '#shared/api.ts'
import { DAY } from '#shared/kernel/calendar.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import type { Client } from '../platform/test-client.fixture.ts'
import {
  claim,
  newcomer,
  openBindingApp,
  PHONES,
  PLACE,
  type BindingApp,
} from './bindings.fixture.ts'
import { homesIn } from './repository.ts'

const { account, consents, people } = api

describe.each(openTables)('what bindings hold of a person on %s', (_, open) => {
  let app: BindingApp
  let zhang: Client
  beforeEach(async () => {
    app = await openBindingApp(open)
    zhang = await newcomer(app, 'zhang', PHONES['张三'])
    await claim(zhang)
  })
  afterEach(() => app.close())

  const bindingsOf = async () =>
    (await homesIn(app.ports.table).find(PLACE.community, PLACE.unit)).stored.bindings
  const phone = () => homesIn(app.ports.table).phoneOf('zhang')
  const memberships = async () => (await zhang.send(people.me, {})).body.memberships

  test('claims and phone are exported; the phone in full as data, masked to read', async () => {
    const { parts } = (await zhang.send(account.export, {})).body
    const part = parts.find(({ feature }) => feature === 'bindings')
    expect(part?.lines.map(({ value }) => value)).toEqual([
      expect.stringContaining('待核实') as string,
      '133****0001',
    ])
    expect(part?.lines.map(({ label }) => label)).toEqual([`锦绣花园 ${PLACE.unit}`, '手机号'])
    expect(part?.data).toMatchObject({ phone: '13300000001' })
  })

  test('with the agreement the claim ends for good, and the phone is forgotten', async () => {
    expect(await memberships()).toHaveLength(1)
    await zhang.send(consents.withdraw, { purpose: 'agreement' })
    expect(await bindingsOf()).toMatchObject([{ status: 'ended', ended: { reason: 'withdrawn' } }])
    expect([await phone(), await memberships()]).toEqual([undefined, []])
    app.clock.advance(3_600_000)
    await app.sweep()
    expect((await bindingsOf()).map(({ status }) => status)).toEqual(['ended'])
  })

  test('without the phone alone the home stays', async () => {
    await zhang.send(consents.withdraw, { purpose: 'phone' })
    expect([await phone(), (await memberships()).length]).toEqual([undefined, 1])
  })

  test('a closed account leaves a history without the name', async () => {
    await zhang.send(account.close, {})
    app.clock.advance(7 * DAY)
    await app.sweep()
    expect(await bindingsOf()).toMatchObject([
      { status: 'ended', name: '张*', ended: { reason: 'account_closed' } },
    ])
    expect(await phone()).toBeUndefined()
  })
})
