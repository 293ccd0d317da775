import { bindings } from '#shared/bindings/contract.ts'
import { people } from '#shared/people/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import {
  claim,
  confirm,
  importRows,
  look,
  newcomer,
  openBindingApp,
  PLACE,
  ROWS,
  verified,
  type BindingApp,
} from './bindings.fixture.ts'

describe.each(openTables)('claiming a home over %s', (_, open) => {
  let app: BindingApp
  beforeEach(async () => {
    app = await openBindingApp(open)
  })
  afterEach(() => app.close())

  const homesOf = async (client: Awaited<ReturnType<typeof newcomer>>) =>
    (await client.send(people.me, {})).body.memberships.flatMap(({ homes }) => homes)

  test('name and phone as on the register: claimed at once, verified once an officer has looked', async () => {
    const zhang = await newcomer(app, 'zhang', '13300000001')
    const { status, body } = await claim(zhang)
    expect([status, body]).toMatchObject([
      201,
      { unit: '3-1-101', relation: 'owner', status: 'claimed', communityName: '锦绣花园' },
    ])
    expect(await homesOf(zhang)).toMatchObject([{ unit: '3-1-101', standing: 'claimed' }])

    const chair = await app.as('committee')
    const { body: queue } = await chair.send(bindings.queue, { community: 'jinxiu' })
    expect(queue.items).toMatchObject([
      { unit: '3-1-101', contested: false, claims: [{ name: '张*', match: 'match' }] },
    ])
    expect((await confirm(chair, body.binding)).status).toBe(200)
    expect(await homesOf(zhang)).toMatchObject([{ unit: '3-1-101', standing: 'verified' }])
    expect((await chair.send(bindings.queue, { community: 'jinxiu' })).body.items).toEqual([])

    const { body: mine } = await zhang.send(bindings.mine, {})
    expect(mine.phone).toBe('133****0001')
    expect(mine.items[0]?.history.map(({ kind, by }) => [kind, by.role, by.name])).toEqual([
      ['claimed', '本人', '张*'],
      ['confirmed', '业委会', '陈**'],
    ])
  })

  test('a changed phone: the name alone waits, and is confirmed on a document the worker saw', async () => {
    const zhang = await newcomer(app, 'zhang', '13900000000')
    const { body } = await claim(zhang, { ground: 'phone_changed', words: '换号了' })
    expect(body).toMatchObject({ status: 'waiting' })
    expect(await homesOf(zhang)).toEqual([])
    const worker = await app.as('community')
    const evidence = { kind: 'identity_document', last4: '2614' } as const
    const seen = await worker.send(bindings.seeDocument, {
      ...PLACE,
      binding: body.binding,
      evidence,
    })
    expect(seen.body.claims[0]).toMatchObject({
      name: '张三',
      phone: '13900000000',
      match: 'name_only',
      ground: 'phone_changed',
      words: '换号了',
    })
    expect((await confirm(worker, body.binding, { evidence })).status).toBe(200)
    const { body: mine } = await zhang.send(bindings.mine, {})
    expect(mine.items[0]?.history.map(({ kind }) => kind)).toEqual([
      'waiting',
      'document_seen',
      'confirmed',
    ])
  })

  test('without a phone the claim waits', async () => {
    const zhang = await newcomer(app, 'zhang')
    expect((await claim(zhang)).body).toMatchObject({ status: 'waiting' })
  })

  test('a rejection carries a reason, and an appeal is decided by another of the office', async () => {
    const zhang = await newcomer(app, 'zhang')
    const { binding } = (await claim(zhang)).body
    const worker = await app.as('community')
    const why = { reason: 'papers_missing', words: '请带产权证来。' } as const
    await worker.send(bindings.reject, { ...PLACE, binding, ...why })
    const [mine] = (await zhang.send(bindings.mine, {})).body.items
    expect(mine).toMatchObject({ status: 'rejected', ...why })
    expect(mine?.appealBy).toBe('2026-12-24T02:00:00.000Z')

    const words = '产权证在我手上。'
    expect((await zhang.send(bindings.appeal, { ...PLACE, binding, words })).body).toMatchObject({
      status: 'appealed',
    })
    const colleague = await app.as('colleague_worker')
    const appeals = { community: 'jinxiu', stage: 'appeals' } as const
    expect((await colleague.send(bindings.queue, appeals)).body.items).toHaveLength(1)
    expect((await colleague.send(bindings.queue, { community: 'jinxiu' })).body.items).toEqual([])
    const evidence = { kind: 'property_certificate', last4: '0093' } as const
    expect((await confirm(worker, binding, { evidence })).code).toBe(
      'bindings.appeal_needs_another',
    )
    expect((await confirm(colleague, binding, { evidence })).status).toBe(200)
    expect(await homesOf(zhang)).toMatchObject([{ standing: 'verified' }])
  })

  test('two people claim one home: both wait, the officer sees both, one is verified', async () => {
    const [real, other] = [
      await newcomer(app, 'real', '13300000001'),
      await newcomer(app, 'other', '13300000001'),
    ]
    const first = (await claim(real)).body
    const second = (await claim(other)).body
    expect(second).toMatchObject({ status: 'waiting', contested: true })
    expect(await homesOf(real)).toEqual([])
    const chair = await app.as('committee')
    const { body } = await chair.send(bindings.queue, { community: 'jinxiu' })
    expect(body.items).toMatchObject([{ contested: true, claims: [{}, {}] }])
    expect((await confirm(chair, first.binding)).status).toBe(200)
    expect((await confirm(chair, second.binding)).code).toBe('bindings.already_held')
    expect([await homesOf(real), await homesOf(other)]).toMatchObject([[{}], []])
  })

  test('an heir takes the place of the one who was bound', async () => {
    const late = await verified(app, 'late')
    const heir = await newcomer(app, 'heir', '13911111111')
    const { binding } = (await claim(heir, { name: '张小三', ground: 'heir' })).body
    const worker = await app.as('community')
    const evidence = { kind: 'inheritance_notarised', last4: '0217' } as const
    const done = await confirm(worker, binding, { evidence, replaces: late.binding })
    expect(done.status).toBe(200)
    expect(await homesOf(late.client)).toEqual([])
    expect(await homesOf(heir)).toMatchObject([{ unit: '3-1-101', standing: 'verified' }])
  })

  test('one person with homes in two communities', async () => {
    const zhang = await newcomer(app, 'zhang', '13300000001')
    await claim(zhang)
    await claim(zhang, { community: 'yunxi', building: '9幢' })
    const { body } = await zhang.send(bindings.mine, {})
    expect(body.items.map(({ community, status }) => [community, status]).sort()).toEqual([
      ['jinxiu', 'claimed'],
      ['yunxi', 'claimed'],
    ])
    expect((await zhang.send(people.me, {})).body.memberships).toHaveLength(2)
  })

  test('a sold flat: the seller is bound no longer, the buyer who waited is claimed', async () => {
    const seller = await verified(app, 'seller')
    const buyer = await newcomer(app, 'buyer', '13300000007')
    expect((await claim(buyer, { name: '钱七', ground: 'bought' })).body.status).toBe('waiting')
    await app.sweep()
    await importRows(app, ['3幢,1单元,101,89.57,钱七,13300000007,已交付', ...ROWS.slice(1)])
    app.clock.advance(5 * 60_000)
    await app.sweep()
    expect(await homesOf(seller.client)).toEqual([])
    const [mine] = (await seller.client.send(bindings.mine, {})).body.items
    expect(mine).toMatchObject({ status: 'ended', reason: 'left_register' })
    expect((await buyer.send(bindings.mine, {})).body.items[0]).toMatchObject({ status: 'claimed' })

    await importRows(app)
    app.clock.advance(5 * 60_000)
    await app.sweep()
    expect(await homesOf(seller.client)).toMatchObject([{ standing: 'verified' }])
  })

  test('the same request again is the same claim', async () => {
    const zhang = await newcomer(app, 'zhang', '13300000001')
    const first = await claim(zhang, {}, { key: 'once-and-again' })
    const again = await claim(zhang, {}, { key: 'once-and-again' })
    expect([again.status, again.body.binding]).toEqual([201, first.body.binding])
    const { body } = await look(await app.as('committee'))
    expect(body.claims).toHaveLength(1)
  })
})
