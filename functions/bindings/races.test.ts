import { bindings } from '#shared/bindings/contract.ts'
import { people } from '#shared/people/contract.ts'
import type { NewCode } from '#shared/bindings/views.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import type { Client } from '../platform/test-client.fixture.ts'
import {
  AT,
  claim,
  confirm,
  importRows,
  look,
  memberOf,
  newcomer,
  openBindingApp,
  PLACE,
  ROWS,
  type BindingApp,
} from './bindings.fixture.ts'

// A new race is run 20 times and more before it is believed: RACES=20.
const TIMES = Number(process.env['RACES'] ?? 5)
const SETTLED = 6 * 60_000

/** What is done at the same moment is done often: a race that is lost one time in ten is found. */
describe.each(openTables)(`at the same moment, ${TIMES} times, over %s`, (_, open) => {
  let app: BindingApp
  let round = 0
  beforeEach(async () => {
    app = await openBindingApp(open)
  })
  afterEach(() => app.close())

  const roomOf = (n: number) => ({ room: String(500 + n), unit: `3-1-${500 + n}` })
  const rowsFor = (count: number, owner: string) =>
    Array.from(
      { length: count },
      (_none, n) => `3幢,1单元,${roomOf(n).room},89.57,${owner},13300000001,已交付`,
    )
  const fresh = async (phone?: string): Promise<Client> =>
    newcomer(app, `racer-${(round += 1)}`, phone)
  const homeUnits = async (client: Client) =>
    (await client.send(people.me, {})).body.memberships.flatMap(({ homes }) =>
      homes.map(({ unit, standing }) => `${unit} ${standing ?? ''}`),
    )

  beforeEach(() => importRows(app, [...ROWS, ...rowsFor(TIMES, '张三')]))

  test('two confirmations of one claim: one is told that it is done', async () => {
    const [chair, worker] = [await app.as('committee'), await app.as('community')]
    const zhang = await fresh('13300000001')
    for (let n = 0; n < TIMES; n += 1) {
      const { room, unit } = roomOf(n)
      const { binding } = (await claim(zhang, { room })).body
      const answers = await Promise.all([chair, worker].map((by) => confirm(by, binding, { unit })))
      expect(answers.map(({ code }) => code ?? 'done').sort()).toEqual([
        'bindings.already_verified',
        'done',
      ])
      const { history } = (await look(chair, unit)).body.claims[0] ?? {}
      expect(history?.filter(({ kind }) => kind === 'confirmed')).toHaveLength(1)
    }
  })

  test('a confirmation and a rejection: one of them, and the person has the home or not', async () => {
    const [chair, worker] = [await app.as('committee'), await app.as('community')]
    const zhang = await fresh('13300000001')
    const held: string[] = []
    for (let n = 0; n < TIMES; n += 1) {
      const { room, unit } = roomOf(n)
      const { binding } = (await claim(zhang, { room })).body
      const why = { reason: 'other', words: '再看看' } as const
      const answers = await Promise.all([
        confirm(chair, binding, { unit }),
        worker.send(bindings.reject, { ...PLACE, unit, binding, ...why }),
      ])
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      const status = (await look(chair, unit)).body.claims[0]?.status
      expect(status).toBe(answers[0].status === 200 ? 'verified' : 'rejected')
      if (status === 'verified') held.push(`${unit} verified`)
    }
    await app.sweep()
    app.clock.advance(SETTLED)
    await app.sweep()
    expect((await homeUnits(zhang)).sort()).toEqual(held.sort())
  })

  test('a paper code used by two: one is bound', async () => {
    const clerk = await app.as('property')
    const worker = await app.as('community')
    for (let n = 0; n < TIMES; n += 1) {
      const { room, unit } = roomOf(n)
      const member = await memberOf(worker, '张三', unit)
      const { body } = await clerk.send(bindings.issue, {
        ...PLACE,
        unit,
        relation: 'owner',
        member,
      })
      const { secret } = body satisfies NewCode
      const rivals = [await fresh(), await fresh()]
      const answers = await Promise.all(
        rivals.map((by) => by.send(bindings.redeem, { ...AT, room, name: '张三', secret })),
      )
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 422])
      expect((await look(worker, unit)).body.claims).toHaveLength(1)
    }
  })

  test('two claims for one place: both wait, never one claimed beside another', async () => {
    const chair = await app.as('committee')
    for (let n = 0; n < TIMES; n += 1) {
      const { room, unit } = roomOf(n)
      const rivals = [await fresh('13300000001'), await fresh('13300000001')]
      await Promise.all(rivals.map((by) => claim(by, { room })))
      const { claims } = (await look(chair, unit)).body
      expect(claims.map(({ status, contested }) => [status, contested])).toEqual([
        ['waiting', true],
        ['waiting', true],
      ])
    }
  })

  test('a claim, its confirmation and a register without the owner: nobody stays bound who is no owner', async () => {
    const chair = await app.as('committee')
    const zhang = await fresh('13300000001')
    for (let n = 0; n < TIMES; n += 1) {
      const { room, unit } = roomOf(n)
      const sold = rowsFor(TIMES, '张三').map((row, at) =>
        at <= n ? row.replace('张三,13300000001', '钱七,13300000007') : row,
      )
      const claimed = async () => {
        const { body, status } = await claim(zhang, { room })
        if (status === 201) await confirm(chair, body.binding, { unit })
      }
      await Promise.all([claimed(), importRows(app, [...ROWS, ...sold]), app.sweep()])
      app.clock.advance(SETTLED)
      await app.sweep()
      await app.sweep()
      const { claims, owners } = (await look(chair, unit)).body
      expect(owners.map(({ name }) => name)).toEqual(['钱七'])
      expect(claims.filter(({ status }) => status === 'claimed' || status === 'verified')).toEqual(
        [],
      )
      expect(await homeUnits(zhang)).toEqual([])
    }
  }, 120_000)
})
