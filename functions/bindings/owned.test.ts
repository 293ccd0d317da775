import { bindings } from '#shared/bindings/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import {
  claim,
  confirm,
  importRows,
  newcomer,
  openBindingApp,
  PLACE,
  ROWS,
  verified,
  type BindingApp,
} from './bindings.fixture.ts'
import { heldAt, ownersEverOf } from './owned.ts'

describe.each(openTables)('which owner a person was when (%s)', (_, open) => {
  let app: BindingApp
  beforeEach(async () => (app = await openBindingApp(open)))
  afterEach(() => app.close())

  const held = async (person: string) =>
    (await ownersEverOf(app.ports.table, person)).map((one) => one.held)
  const later = () => {
    app.clock.advance(3_600_000)
    return app.clock.now.toISOString()
  }

  test('from the confirmation on, not from the claim', async () => {
    const client = await newcomer(app, 'zhang', '13300000001')
    const { binding } = (await claim(client)).body
    expect(await held('zhang')).toEqual([[]])
    const from = later()
    await confirm(await app.as('committee'), binding)
    expect(await held('zhang')).toEqual([[{ from }]])
  })

  test('who succeeds in the same place begins where the former ends', async () => {
    const from = app.clock.now.toISOString()
    const { binding: replaces } = await verified(app, 'zhang')
    const heir = await newcomer(app, 'heir', '13377777777')
    const asHeir = { name: '张小三', ground: 'heir', words: '继承' } as const
    const { binding } = (await claim(heir, asHeir)).body
    const until = later()
    const evidence = { kind: 'inheritance_notarised', last4: '0093' } as const
    const worker = await app.as('community')
    const answer = await confirm(worker, binding, { evidence, replaces })
    expect([answer.status, answer.code]).toEqual([200, undefined])
    const [before, after] = await Promise.all(
      ['zhang', 'heir'].map((one) => ownersEverOf(app.ports.table, one)),
    )
    expect(before).toEqual([
      { community: 'jinxiu', owner: after?.[0]?.owner, held: [{ from, until }] },
    ])
    expect(after?.[0]?.held).toEqual([{ from: until }])
  })

  test('out of the register and back is two times; taken out as mistaken, none ever was', async () => {
    const from = app.clock.now.toISOString()
    const { binding } = await verified(app, 'zhang')
    const until = later()
    await importRows(app, ROWS.slice(1))
    await app.sweep()
    expect(await held('zhang')).toEqual([[{ from, until }]])
    const back = later()
    await importRows(app)
    await app.sweep()
    expect(await held('zhang')).toEqual([[{ from, until }, { from: back }]])
    const worker = await app.as('community')
    const answer = await worker.send(bindings.end, {
      ...{ ...PLACE, binding, reason: 'mistaken', words: '当初核错了人。' },
      evidence: { kind: 'property_certificate', last4: '0093' },
    })
    expect([answer.status, answer.code]).toEqual([200, undefined])
    expect(await held('zhang')).toEqual([[]])
  })
})

test.each([
  ['2026-01-01T00:00:00.000Z', true],
  ['2025-12-31T23:59:59.999Z', false],
  ['2026-02-01T00:00:00.000Z', false],
  ['2026-04-01T00:00:00.000Z', true],
])('held at %s: %s', (at, expected) => {
  const periods = [
    { from: '2026-01-01T00:00:00.000Z', until: '2026-02-01T00:00:00.000Z' },
    { from: '2026-03-01T00:00:00.000Z' },
  ]
  expect(heldAt(periods, at)).toBe(expected)
})
