import { api, type RefusalCode } from '#shared/api.ts'
import { DAY } from '#shared/kernel/calendar.ts'
import type { Consents } from '#shared/privacy/contract.ts'
import type { PurposeId } from '#shared/privacy/purposes.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import type { Client } from '../platform/test-client.fixture.ts'
import { consentDirectory } from './offers.ts'

const { consents, people } = api

const to = (purpose: PurposeId, { items }: Consents) =>
  items.find((item) => item.purpose === purpose)
const give = (by: Client, purpose: PurposeId, version = 1) =>
  by.send(consents.give, { purpose, version })
const withdraw = (by: Client, purpose: PurposeId) => by.send(consents.withdraw, { purpose })

describe.each(openTables)('consents on %s', (_, open) => {
  let given: TestApp & { close: () => Promise<void> }
  let tenant: Client
  beforeEach(async () => {
    given = await openTestAppOn(open)
    tenant = await given.as('tenant')
  })
  afterEach(() => given.close())
  const holds = (purpose: PurposeId) => consentDirectory(given.ports).holds('tenant', purpose)

  test('nothing is given beforehand, and each purpose is given by itself', async () => {
    const before = (await tenant.send(consents.mine, {})).body
    expect(before.items.map(({ state }) => state)).toEqual(['none', 'none', 'none', 'none'])
    const after = (await give(tenant, 'agreement')).body
    expect(after.items.map(({ state }) => state)).toEqual(['given', 'none', 'none', 'none'])
    expect([await holds('agreement'), await holds('phone')]).toEqual([true, false])
  })

  test('who refused is not asked unbidden for seven days, and may say yes at any time', async () => {
    await tenant.send(consents.refuse, { purpose: 'agreement', version: 1 })
    const mayAsk = async () => to('agreement', (await tenant.send(consents.mine, {})).body)?.mayAsk
    given.clock.advance(7 * DAY - 1)
    tenant = await given.as('tenant')
    expect(await mayAsk()).toBe(false)
    given.clock.advance(1)
    expect(await mayAsk()).toBe(true)
    expect(to('agreement', (await give(tenant, 'agreement')).body)?.state).toBe('given')
  })

  test('with the agreement goes what was given on top of it, and the homes that rest on it', async () => {
    await give(tenant, 'agreement')
    await give(tenant, 'phone')
    const { body } = await withdraw(tenant, 'agreement')
    expect([to('agreement', body)?.state, to('phone', body)?.state]).toEqual([
      'withdrawn',
      'withdrawn',
    ])
    expect((await tenant.send(people.me, {})).body.memberships).toEqual([])
    // Given anew, nothing comes back by itself.
    await give(tenant, 'agreement')
    expect([await holds('agreement'), await holds('phone')]).toEqual([true, false])
    expect((await tenant.send(people.me, {})).body.memberships).toEqual([])
  })

  test('the phone alone can be taken back', async () => {
    await give(tenant, 'agreement')
    await give(tenant, 'phone')
    await withdraw(tenant, 'phone')
    expect([await holds('agreement'), await holds('phone')]).toEqual([true, false])
    expect((await tenant.send(people.me, {})).body.memberships).toHaveLength(1)
  })

  test('the same answer twice is one, from its first time', async () => {
    await give(tenant, 'agreement')
    given.clock.advance(DAY / 2)
    const again = (await give(tenant, 'agreement')).body
    expect(to('agreement', again)?.at).toBe('2026-11-24T02:00:00.000Z')
    await withdraw(tenant, 'agreement')
    expect((await withdraw(tenant, 'agreement')).status).toBe(200)
  })

  const refused: readonly (readonly [string, RefusalCode, (by: Client) => Promise<unknown>])[] = [
    ['a version of tomorrow', 'privacy.version_outdated', (by) => give(by, 'agreement', 2)],
    [
      'no to another version',
      'privacy.version_outdated',
      (by) => by.send(consents.refuse, { purpose: 'phone', version: 9 }),
    ],
    ['a phone without agreement', 'privacy.agreement_needed', (by) => give(by, 'phone')],
    ['taking back what never was', 'privacy.never_given', (by) => withdraw(by, 'notices')],
    [
      'a purpose nobody has',
      'request.invalid',
      (by) => by.send(consents.give, { purpose: 'face' as PurposeId, version: 1 }),
    ],
  ]
  test.each(refused)('%s is refused as %s, and nothing is stored', async (_name, code, send) => {
    expect(await send(tenant)).toMatchObject({ code })
    const { body } = await tenant.send(consents.mine, {})
    expect(body.items.map(({ state }) => state)).toEqual(['none', 'none', 'none', 'none'])
    expect(await given.ports.table.get({ pk: 'CONSENT#tenant', sk: 'ANSWERS' })).toBeUndefined()
  })

  test('what needs a consent is refused without it, by the consent that is missing', async () => {
    const consented = consentDirectory(given.ports)
    const agreement = { code: 'privacy.agreement_needed' }
    await expect(consented.require('tenant', 'phone')).rejects.toMatchObject(agreement)
    await give(tenant, 'agreement')
    const phone = { code: 'privacy.consent_needed', params: { purpose: '手机号' } }
    await expect(consented.require('tenant', 'phone')).rejects.toMatchObject(phone)
    await give(tenant, 'phone')
    await expect(consented.require('tenant', 'phone')).resolves.toBeUndefined()
  })

  test('everybody may read the agreement, logged in or not', async () => {
    const answer = await given.app.request('/api/v1/privacy/agreement')
    const agreement = (await answer.json()) as { lines: unknown[]; purposes: unknown[] }
    expect([answer.status, agreement.lines.length > 5, agreement.purposes.length]).toEqual([
      200,
      true,
      4,
    ])
  })
})
