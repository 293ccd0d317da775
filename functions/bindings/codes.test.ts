import { bindings } from '#shared/bindings/contract.ts'
import { people } from '#shared/people/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { registerDirectory } from '../register/offers.ts'
import {
  AT,
  claim,
  importRows,
  memberOf,
  newcomer,
  openBindingApp,
  PLACE,
  ROWS,
  SHARED,
  verified,
  type BindingApp,
} from './bindings.fixture.ts'
import { bindingDirectory } from './offers.ts'

const DAY = 86_400_000

describe.each(openTables)('codes, users and representatives over %s', (_, open) => {
  let app: BindingApp
  beforeEach(async () => {
    app = await openBindingApp(open)
  })
  afterEach(() => app.close())

  const paper = async (by: 'property' | 'community' = 'property') => {
    const member = await memberOf(await app.as('community'), '张三')
    const clerk = await app.as(by)
    return clerk.send(
      bindings.issue,
      { ...PLACE, relation: 'owner', member },
      { key: 'paper-code' },
    )
  }
  const redeem = async (id: string, secret: string, name = '张三') =>
    (await newcomer(app, id)).send(bindings.redeem, { ...AT, name, secret })

  test('a paper code stands in for the phone, and is nowhere in the store', async () => {
    const { body } = await paper()
    expect(body.secret).toMatch(/^[34679ACDEFGHJKMNPRTUWXY]{5}-[34679ACDEFGHJKMNPRTUWXY]{5}$/)
    expect((await paper()).body).toEqual(body)
    const { items } = await app.ports.table.query('HOME#jinxiu#3-1-101')
    expect(JSON.stringify(items)).not.toContain(body.secret.replace('-', ''))
    const typed = ` ${body.secret.toLowerCase()} `
    expect((await redeem('zhang', typed)).body).toMatchObject({ status: 'claimed' })
    expect((await redeem('second', body.secret)).code).toBe('bindings.code_wrong')
  })

  test('a code is for its owner, its home and fourteen days', async () => {
    const { secret } = (await paper()).body
    expect((await redeem('wrong', secret, '李四')).code).toBe('bindings.code_not_for_name')
    const other = await newcomer(app, 'other')
    const elsewhere = { ...AT, room: '103', name: '张三', secret }
    expect((await other.send(bindings.redeem, elsewhere)).code).toBe('bindings.code_wrong')
    app.clock.advance(14 * DAY)
    const zhang = await newcomer(app, 'late')
    const late = await zhang.send(bindings.redeem, { ...AT, name: '张三', secret })
    expect(late.code).toBe('bindings.code_expired')
  })

  test('after five wrong codes in a day not even the right one is taken', async () => {
    const { secret } = (await paper()).body
    const zhang = await newcomer(app, 'zhang')
    const enter = async (text: string, by = zhang) =>
      (await by.send(bindings.redeem, { ...AT, name: '张三', secret: text })).code
    for (let n = 0; n < 5; n += 1) expect(await enter('34679-ACDEF')).toBe('bindings.code_wrong')
    expect(await enter(secret)).toBe('bindings.code_locked')
    app.clock.advance(DAY)
    expect(await enter(secret, await app.as('zhang'))).toBeUndefined()
  })

  test('a helper files for the owner on record, until the last day, and has no vote and no bills', async () => {
    const { client } = await verified(app, 'zhang')
    const invited = await client.send(bindings.invite, {
      ...PLACE,
      relation: 'helper',
      helper: { name: '李小花', tie: 'neighbour' },
      until: '2026-11-30',
    })
    const helper = await newcomer(app, 'helper')
    const { secret } = invited.body
    const { body } = await helper.send(bindings.redeem, { ...AT, name: '李小花', secret })
    expect(body).toMatchObject({ relation: 'helper', status: 'verified', until: '2026-11-30' })
    const assisted = () => bindingDirectory(app.ports).assistedBy('helper', 'jinxiu', PLACE.unit)
    expect(body.helps).toEqual({ name: '张*', tie: 'neighbour' })
    expect(await assisted()).toMatchObject({
      name: '李小花',
      helped: { name: '张三', person: 'zhang', role: 'owner' },
      until: '2026-11-30',
    })
    expect((await helper.send(people.me, {})).body.memberships).toEqual([])
    app.clock.now = new Date('2026-11-30T16:00:00Z')
    expect(await assisted()).toBeUndefined()
    await app.sweep()
    const again = await app.as('helper')
    expect((await again.send(bindings.mine, {})).body.items[0]).toMatchObject({
      status: 'ended',
      reason: 'expired',
    })
  })

  test('a tenant comes by the owner’s code, and goes when the owner says', async () => {
    const { client } = await verified(app, 'zhang')
    const { secret } = (await client.send(bindings.invite, { ...PLACE, relation: 'tenant' })).body
    const tenant = await newcomer(app, 'lodger')
    const { binding } = (await tenant.send(bindings.redeem, { ...AT, name: '赵敏', secret })).body
    const homes = async () =>
      (await tenant.send(people.me, {})).body.memberships.flatMap((one) => one.homes)
    expect(await homes()).toMatchObject([{ relation: 'tenant', unit: PLACE.unit }])
    const { body } = await client.send(bindings.remove, { ...PLACE, binding })
    expect(body.users).toEqual([])
    expect(await homes()).toEqual([])
  })

  test('co-owners agree on who votes; the register is told; any of them takes it back', async () => {
    const li = await verified(app, 'li', '李四', '102')
    const wang = await verified(app, 'wang', '王五', '102')
    const { body: before } = await li.client.send(bindings.home, SHARED)
    const self = before.representation?.owners.find(({ mine }) => mine)?.member ?? ''
    const proposed = await li.client.send(bindings.propose, { ...SHARED, member: self })
    const proposal = proposed.body.representation?.proposal?.proposal ?? ''
    expect(proposed.body.representation?.representative).toBeUndefined()

    const { body } = await wang.client.send(bindings.consent, { ...SHARED, proposal })
    expect(body.representation).toMatchObject({ representative: self })
    await app.sweep()
    const register = registerDirectory(app.ports)
    const named = async () => (await register.unit('jinxiu', SHARED.unit))?.representative
    expect(await named()).toEqual(expect.any(String))

    await wang.client.send(bindings.revoke, SHARED)
    await app.sweep()
    expect(await named()).toBeUndefined()
  })

  test('one of the couple signs on paper, and an officer records it', async () => {
    const li = await verified(app, 'li', '李四', '102')
    const { body: home } = await li.client.send(bindings.home, SHARED)
    const [self, other] = [true, false].map(
      (own) => home.representation?.owners.find(({ mine }) => mine === own)?.member ?? '',
    )
    const { body } = await li.client.send(bindings.propose, { ...SHARED, member: self ?? '' })
    const proposal = body.representation?.proposal?.proposal ?? ''
    const worker = await app.as('community')
    const signed = await worker.send(bindings.consentOnPaper, {
      ...SHARED,
      proposal,
      member: other ?? '',
      evidence: { kind: 'written_consent' },
    })
    expect(signed.body.representation).toMatchObject({ representative: self })
    expect(signed.body.history.map(({ kind }) => kind)).toEqual([
      'representative_proposed',
      'representative_consented',
      'representative_effective',
    ])
  })

  test('another owner of the flat: what was agreed lapses', async () => {
    const li = await verified(app, 'li', '李四', '102')
    const { body } = await li.client.send(bindings.home, SHARED)
    const member = body.representation?.owners[0]?.member ?? ''
    await li.client.send(bindings.propose, { ...SHARED, member })
    await app.sweep()
    const sold = ROWS.map((row) => row.replace('李四、王五', '李四、吴六'))
    await importRows(app, sold)
    app.clock.advance(5 * 60_000)
    await app.sweep()
    const { body: after } = await li.client.send(bindings.home, SHARED)
    expect(after.representation?.proposal).toBeUndefined()
  })

  test('what everybody did is on the audit chain, once, without names and numbers', async () => {
    const zhang = await newcomer(app, 'zhang', '13300000001')
    await claim(zhang)
    await app.sweep()
    await app.sweep()
    const { items } = await app.ports.table.query('AUDIT#jinxiu')
    const text = JSON.stringify(items)
    expect(text.match(/bindings\.claimed/g)).toHaveLength(1)
    expect(text).not.toMatch(/张|1330000/)
  })
})
