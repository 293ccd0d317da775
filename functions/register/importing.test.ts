import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { countHeads } from '#shared/register/heads.ts'
import { countedTable } from '../platform/table/counted-table.ts'
import {
  openTables,
  openTemporaryTable,
  type OpenTable,
} from '../platform/table/open-tables.fixture.ts'
import { importRegister, type ImportProgress } from './importing.ts'
import { registerReader } from './offers.ts'
import { packWorkbook, type Value } from './reading/workbook.fixture.ts'
import { tamperedTable } from './tampered-table.fixture.ts'

const HEADER = ['楼栋', '单元', '房号', '建筑面积', '业主姓名', '联系电话', '交付状态']
const HOMES = [
  ['1栋', '1单元', '101', 89.57, '张三', '13300000001', '已交付'],
  ['1栋', '1单元', '102', 101, '李四、王五', '13300000002、13300000003', '已交付'],
  ['2栋', '1单元', '101', 89.57, '张三', '13300000001', '已交付'],
  ['2栋', '1单元', '102', 101, '华辰置业有限公司', '', '未售'],
] as const
const workbook = (rows: readonly (readonly Value[])[]) =>
  packWorkbook([{ name: '房屋', rows: [HEADER, ...rows] }])

const hash = (text: string): string => createHmac('sha256', 'test').update(text).digest('base64url')
const jinxiu = readFileSync(path.resolve('demo/jinxiu-register.xlsx'))

test('what reading and importing cost on DynamoDB, for 1,560 units', async () => {
  const { table, close } = await openTemporaryTable()
  const used = { reads: 0, writes: 0 }
  const counted = countedTable(table, (_, { reads, writes }) => {
    used.reads += reads
    used.writes += writes
  })
  const costOf = async (act: () => Promise<unknown>) => {
    Object.assign(used, { reads: 0, writes: 0 })
    await act()
    return { ...used }
  }
  const of = registerReader({ table: counted })
  const community = 'jinxiu'
  const now = new Date('2026-11-24T00:00:00Z')
  let imports = 0
  const newId = () => `an-id-of-22-character${(imports += 1)}`
  const imported = () =>
    importRegister(jinxiu, { table: counted, communityId: community, now, newId, hash })

  const first = await costOf(imported)
  expect(first.reads).toBe(2)
  expect(first.writes).toBeLessThan(700)
  // What was decided about owners and representatives is looked at before anything is found to be the same.
  const again = await costOf(imported)
  expect(again.writes).toBe(0)
  expect(again.reads).toBeLessThan(200)
  expect((await costOf(() => of.unit(community, '1-1-101'))).reads).toBeLessThanOrEqual(4)
  expect((await costOf(() => of.buildings(community))).reads).toBe(2)
  expect((await costOf(() => of.roll(community))).reads).toBeLessThan(110)
  await close()
})

describe.each(openTables)('on %s', (_, open) => {
  let opened: OpenTable
  let runs = 0
  const progress: ImportProgress[] = []
  const importInto = (bytes: Uint8Array, communityId: string, table = opened.table) =>
    importRegister(bytes, {
      table,
      communityId,
      now: new Date('2026-11-24T00:00:00Z'),
      newId: () => `run${(runs += 1)}`,
      hash,
      onProgress: (step) => progress.push(step),
    })
  const directory = () => registerReader(opened)
  const labels = async (community: string) =>
    (await directory().roll(community))?.units.map(({ unit }) => unit)

  beforeAll(async () => {
    opened = await open()
  })
  afterAll(() => opened.close())

  test('the demo register is stored whole', async () => {
    const report = await importInto(jinxiu, 'jinxiu')
    const expected: unknown = JSON.parse(
      readFileSync(path.resolve('demo/jinxiu-register.expected.json'), 'utf8'),
    )
    expect(report).toMatchObject({ changed: true, version: 1, summary: expected })
    const roll = await directory().roll('jinxiu')
    expect(roll?.version).toBe(1)
    expect(roll?.units).toHaveLength(1560)
    const units = (
      await directory().units('jinxiu', roll?.units.map(({ unit }) => unit) ?? [])
    ).flatMap((unit) => unit ?? [])
    expect(countHeads(units)).toBe(report.summary.heads)
    expect((await directory().buildings('jinxiu')).map(({ name }) => name)).toEqual(
      ['1', '2', '3', '5', '6', '8', '9', '10', '11', '12'].map((n) => `${n}栋`),
    )
  })

  test('importing the same file again changes nothing, and says so', async () => {
    const before = await directory().state('jinxiu')
    await expect(importInto(jinxiu, 'jinxiu')).resolves.toMatchObject({
      changed: false,
      version: 1,
    })
    await expect(directory().state('jinxiu')).resolves.toEqual(before)
  })

  test('progress is told from reading to the last page written', async () => {
    progress.length = 0
    await importInto(workbook(HOMES), 'progress')
    expect(progress[0]).toEqual({ step: 'reading' })
    expect(progress[1]).toEqual({ step: 'understanding' })
    expect(progress.at(-1)).toEqual({ step: 'writing', done: 4, total: 4 })
  })

  test('a home, homes of a person, owners and the roll are read as the register has them', async () => {
    await importInto(workbook(HOMES), 'small')
    const of = directory()
    await expect(of.unit('small', '1-1-101')).resolves.toMatchObject({
      label: '1-1-101',
      areaCenti: 8957,
      status: 'delivered',
    })
    const [known, unknown] = await of.units('small', ['2-1-102', '9-9-999'])
    expect(known).toMatchObject({ status: 'unsold', owners: [] })
    expect(unknown).toBeUndefined()
    const roll = await of.roll('small')
    expect(roll?.units.map(({ unit, owners }) => [unit, owners.map(({ name }) => name)])).toEqual([
      ['1-1-101', ['张三']],
      ['1-1-102', expect.arrayContaining(['李四', '王五'])],
      ['2-1-101', ['张三']],
      ['2-1-102', []],
    ])
    expect(roll?.units[0]?.owners).toEqual(roll?.units[2]?.owners)
    const developer = roll?.units[3]?.developer ?? ''
    const names = await of.owners('small', [developer, 'nobody'])
    expect([...names.values()]).toEqual([
      { key: developer, name: '华辰置业有限公司', organisation: true },
    ])
  })

  test('nothing of one community is seen in another, and nothing before an import', async () => {
    await importInto(workbook(HOMES), 'here')
    const of = directory()
    await expect(of.roll('there')).resolves.toBeUndefined()
    await expect(of.state('there')).resolves.toBeUndefined()
    await expect(of.unit('there', '1-1-101')).resolves.toBeUndefined()
    await expect(of.owners('there', ['x'])).resolves.toEqual(new Map())
    await expect(of.buildings('there')).resolves.toEqual([])
  })

  test('a changed file is the next version; only pages that differ are written', async () => {
    const rows = Array.from({ length: 300 }, (_, i): readonly Value[] => [
      ...['1栋', '1单元', 101 + i, 89.57, `业主${i}`, `1330000${1000 + i}`, '已交付'],
    ])
    await importInto(workbook(rows), 'changing')
    const written: string[] = []
    const watched = tamperedTable(opened.table, {
      putNew: (items) => {
        written.push(...items.map(({ sk }) => sk.replace(/#.*/, '')))
        return opened.table.putNew(items)
      },
    })
    const changed = rows.map((row, i) => (i === 7 ? row.with(3, 95.5) : row))
    const report = await importInto(workbook(changed), 'changing', watched)
    expect(report).toMatchObject({ changed: true, version: 2, summary: { units: 300 } })
    expect(written).toEqual(['UNITS'])
    await expect(directory().unit('changing', '1-1-108')).resolves.toMatchObject({
      areaCenti: 9550,
    })
    expect(await labels('changing')).toHaveLength(300)
  })

  test.each([
    ['the first page', 0],
    ['some pages', 1],
  ])('a crash after %s leaves the old register whole', async (_, batches) => {
    const community = `crash${batches}`
    await importInto(workbook(HOMES), community)
    const before = await directory().roll(community)
    let done = 0
    const crashing = tamperedTable(opened.table, {
      async putNew(items) {
        if (done === batches) throw new Error('power cut')
        done += 1
        await opened.table.putNew(items)
      },
    })
    await expect(importInto(jinxiu, community, crashing)).rejects.toThrow('power cut')
    await expect(directory().roll(community)).resolves.toEqual(before)
    await expect(importInto(jinxiu, community)).resolves.toMatchObject({ version: 2 })
    expect(await labels(community)).toHaveLength(1560)
  })

  test('a crash before the last write leaves the old register whole', async () => {
    await importInto(workbook(HOMES), 'crash')
    const put = () => Promise.reject(new Error('power cut'))
    const crashing = tamperedTable(opened.table, { put })
    await expect(importInto(jinxiu, 'crash', crashing)).rejects.toThrow('power cut')
    expect(await labels('crash')).toHaveLength(4)
  })

  test('of two imports at the same time one is refused, and the other holds whole', async () => {
    await importInto(workbook(HOMES.slice(0, 1)), 'race')
    // Both have read the current version before either moves it.
    let arrived = 0
    let go: () => void = () => undefined
    const both = new Promise<void>((resolve) => (go = resolve))
    const racing = tamperedTable(opened.table, {
      async put(item) {
        if ((arrived += 1) === 2) go()
        await both
        await opened.table.put(item)
      },
    })
    const outcomes = await Promise.allSettled(
      [2, 3].map((homes) => importInto(workbook(HOMES.slice(0, homes)), 'race', racing)),
    )
    const refused = outcomes.filter(({ status }) => status === 'rejected')
    expect(refused).toMatchObject([{ reason: { code: 'register.changed_meanwhile' } }])
    const taken = outcomes.findIndex(({ status }) => status === 'fulfilled')
    expect(await labels('race')).toHaveLength(taken + 2)
  })
})
