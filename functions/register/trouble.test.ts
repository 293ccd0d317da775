import { setImmediate } from 'node:timers/promises'
import { DAY, HOUR } from '#shared/kernel/calendar.ts'
import { register } from '#shared/register/contract.ts'
import { votes } from '#shared/votes/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import type { Item, Table } from '../platform/table/table.ts'
import { published } from '../votes/votes.fixture.ts'
import { changeImport, importsIn } from './imports.ts'
import { registerReader } from './offers.ts'
import { fileKey } from './places.ts'
import { settledVersion, versionNumbered } from './repository.ts'
import { COMMUNITY, csv, openRegisterWorld, type RegisterWorld, ROWS } from './registers.fixture.ts'
import { change } from './saving.ts'
import { LOST_AFTER } from './stored-import.ts'
import { tamperedTable } from './tampered-table.fixture.ts'

const at = { community: COMMUNITY }

describe.each(openTables)('trouble over %s', (_, open) => {
  let world: RegisterWorld
  beforeEach(async () => {
    world = await openRegisterWorld(open)
    await world.take(csv())
    await world.sweep()
  })
  afterEach(() => world.close())

  const roll = () => registerReader(world.ports).roll(COMMUNITY)
  const isMove = (item: Item): boolean => item.sk === 'CURRENT'
  const failingAt = (isPoint: (item: Item) => boolean): Table =>
    tamperedTable(world.ports.table, {
      put: (item) =>
        isPoint(item) ? Promise.reject(new Error('power cut')) : world.ports.table.put(item),
    })
  const oneLess = (table: Table) =>
    change(table, COMMUNITY, { run: world.ports.newId(), at: world.clock.now }, (held) => {
      if (!held) throw new Error('there is a register')
      return { ...held.register, units: held.register.units.slice(1) }
    })

  test.each([
    ['before the last write', isMove],
    ['before the version it builds on is recorded', (item: Item) => item.sk.startsWith('LAYOUT')],
    ['before anything', (item: Item) => item.pk.startsWith('RUN#')],
  ])(
    'a crash %s leaves the register whole, and an hour later its rows are gone',
    async (_w, point) => {
      const [before, items] = [await roll(), await world.everything()]
      await expect(oneLess(failingAt(point))).rejects.toThrow('power cut')
      expect(await roll()).toEqual(before)
      world.clock.advance(HOUR + 1)
      await world.sweep()
      const keys = (all: readonly Item[]) => all.map(({ sk }) => sk)
      expect(keys(await world.everything())).toEqual(keys(items))
      await oneLess(world.ports.table)
      expect((await roll())?.units).toHaveLength(5)
    },
  )

  test('who was so slow that its rows were taken away writes nothing', async () => {
    const { table } = world.ports
    let swept = false
    const slow = tamperedTable(table, {
      async put(item) {
        if (isMove(item) && !swept) {
          swept = true
          world.clock.advance(HOUR + 1)
          await world.sweep()
        }
        await table.put(item)
      },
    })
    const before = await roll()
    await expect(oneLess(slow)).rejects.toMatchObject({ code: 'register.import_stopped' })
    expect(await roll()).toEqual(before)
  })

  test('of an undo and an import at once one holds, whole', async () => {
    await oneLess(world.ports.table)
    const client = await world.as('committee')
    const [undone, saved] = await Promise.allSettled([
      client.send(register.undo, { ...at, version: 2, reason: '选错了文件' }),
      oneLess(world.ports.table),
    ])
    const isUndone = undone.status === 'fulfilled' && undone.value.status === 200
    expect([isUndone, saved.status === 'fulfilled'].filter((done) => done)).toHaveLength(1)
    const version = await versionNumbered(world.ports.table, COMMUNITY, 3)
    if (!version) throw new Error('one of them holds')
    const { units } = await settledVersion(world.ports.table, COMMUNITY, version)
    expect(units).toHaveLength(isUndone ? 6 : 4)
  })

  const turns = async (count: number): Promise<void> => {
    for (let turn = 0; turn < count; turn += 1) await setImmediate()
  }
  const remeasured = (areaCenti: number) =>
    change(
      world.ports.table,
      COMMUNITY,
      { run: world.ports.newId(), at: world.clock.now },
      (held) => {
        const [first, ...rest] = held?.register.units ?? []
        if (!held || !first) throw new Error('there is a register')
        return { ...held.register, units: [{ ...first, areaCenti }, ...rest] }
      },
    )

  test('whenever the register moves, a roll frozen meanwhile is that of one version, 20 times', async () => {
    const ids: string[] = []
    while (ids.length < 20) ids.push(await published(world))
    world.clock.advance(9 * DAY)
    const client = await world.as('committee')
    for (const [round, vote] of ids.entries()) {
      // By turns the one or the other comes later, each time by a little more.
      const [before, between] = round % 2 === 0 ? [round, 0] : [0, round]
      const freeze = () => client.send(votes.freezeRoll, { ...at, vote })
      const [frozen] = await Promise.all([
        turns(before).then(freeze),
        turns(between).then(() => remeasured(5_000 + round)),
      ])
      expect([frozen.status, frozen.code]).toEqual([200, undefined])
      const { roll: held } = frozen.body
      const of = await versionNumbered(world.ports.table, COMMUNITY, held?.registerVersion ?? 0)
      const { heads, totalAreaCenti } = of?.figures ?? {}
      expect([held?.heads, held?.areaCenti]).toEqual([heads, totalAreaCenti])
    }
  })

  test('a roll frozen while the register moves stays', async () => {
    const vote = await published(world)
    world.clock.advance(9 * DAY)
    const client = await world.as('committee')
    const [frozen] = await Promise.all([
      client.send(votes.freezeRoll, { ...at, vote }),
      oneLess(world.ports.table),
    ])
    const { body } = await client.send(votes.get, { ...at, vote })
    expect(frozen.status).toBe(200)
    const of = await versionNumbered(world.ports.table, COMMUNITY, body.roll?.registerVersion ?? 0)
    expect(body.roll?.heads).toBe(of?.figures?.heads)
    const { body: one } = await client.send(register.unit, { ...at, unit: '1-1-103' })
    await client.send(register.transfer, {
      ...at,
      unit: '1-1-103',
      from: one.unit.owners.map(({ key }) => key),
      to: [{ name: '周涛', phone: '13800000009' }],
      day: '2026-01-05',
      kind: 'inheritance',
    })
    const { body: later } = await client.send(votes.get, { ...at, vote })
    expect(later.roll).toEqual(body.roll)
  })

  test('lost work is sent for again, then given up; the file goes when nothing can come of it', async () => {
    const { import: id } = await world.preview(csv(ROWS.slice(0, 4)))
    const imports = importsIn(world.ports.table, COMMUNITY)
    const lose = () => changeImport(imports, id, (one) => ({ ...one, state: 'reading' }))
    await lose()
    world.clock.advance(LOST_AFTER + 1)
    await world.sweep()
    await world.settle()
    expect((await world.progress(id)).state).toBe('ready')
    for (let time = 0; time < 2; time += 1) {
      await lose()
      world.clock.advance(LOST_AFTER + 1)
      await world.sweep()
      await world.settle()
    }
    expect(await world.progress(id)).toMatchObject({
      state: 'refused',
      refusal: { code: 'register.import_stopped' },
    })
    world.clock.advance(DAY)
    await world.sweep()
    expect(await world.blobs.get(fileKey({ community: COMMUNITY, name: id }))).toBeUndefined()
  })
})
