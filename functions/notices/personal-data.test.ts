import { DAY } from '#shared/kernel/calendar.ts'
import { notices } from '#shared/notices/contract.ts'
import { account } from '#shared/privacy/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import type { Table } from '../platform/table/table.ts'
import { openTestAppOn, type TestApp } from '../platform/test-app.fixture.ts'
import { readPartition } from './items.ts'
import { noticeData } from './personal-data.ts'

const community = 'jinxiu'

describe.each(openTables)('notices read among my data (%s)', (_, open) => {
  let app: TestApp & { close: () => Promise<void> }
  const ids: string[] = []
  beforeEach(async () => {
    app = await openTestAppOn(open)
    ids.length = 0
    for (const title of ['停水通知', '消防演练']) {
      const words = { text: '周二上午九点开始，请留意。', category: 'safety' } as const
      const property = await app.as('property')
      ids.push((await property.send(notices.publish, { community, title, ...words })).body.notice)
      app.clock.advance(1_000)
    }
    await read('neighbour', 0)
    await read('neighbour', 1)
    await read('resident', 0)
    app.clock.advance(DAY)
    await app.sweep()
  })
  afterEach(() => app.close())

  const read = async (person: string, n: number) =>
    (await app.as(person)).send(notices.read, { community, notice: ids[n] ?? '' })
  const readsOf = async (n: number) => {
    const notice = ids[n] ?? ''
    return (await (await app.as('property')).send(notices.get, { community, notice })).body.reads
  }
  const mine = async (person: string) => {
    const { body } = await (await app.as(person)).send(account.export, {})
    return body.parts.find(({ feature }) => feature === 'notices')
  }
  const keys = async () => {
    const all = ids.map((id) => app.ports.table.query(readPartition(community, id)))
    return (await Promise.all(all)).flatMap(({ items }) => items.map(({ sk }) => sk))
  }
  const partOn = (table: Table) =>
    noticeData({ ...app.ports, table, communities: () => Promise.resolve([community, 'yunxi']) })

  test('which and when, latest first, and of nobody else', async () => {
    const part = await mine('neighbour')
    expect(part?.lines).toEqual([
      { label: '消防演练', value: '11 月 24 日（周二）10:00 读过' },
      { label: '停水通知', value: '11 月 24 日（周二）10:00 读过' },
    ])
    expect(part?.data).toMatchObject([{ community, title: '消防演练' }, { title: '停水通知' }])
    expect((await mine('resident'))?.lines).toHaveLength(1)
    expect((await mine('tenant'))?.lines).toEqual([])
  })

  test('a closed account: the records are gone, the number of readers stays and goes on counting', async () => {
    const neighbour = await app.as('neighbour')
    const { body } = await neighbour.send(account.closure, {})
    expect(body.erased).toContain('2 条公告的已读记录')
    await neighbour.send(account.close, {})
    app.clock.advance(7 * DAY)
    await app.sweep()
    await app.sweep()
    const left = await keys()
    expect(left).toHaveLength(3)
    expect(left.join()).not.toContain('neighbour')
    expect(await readsOf(0)).toBe(2)
    await read('tenant', 0)
    app.clock.advance(60_000)
    await app.sweep()
    expect(await readsOf(0)).toBe(3)
  })

  test('broken off in the middle it is finished later, and nobody is counted twice', async () => {
    let left = 2
    const { table } = app.ports
    const failing = new Proxy(table, {
      get: (target, name: keyof Table) => {
        const call = (target[name] as (...args: unknown[]) => unknown).bind(target)
        if (name !== 'put' && name !== 'delete') return call
        return (...args: unknown[]) => {
          left -= 1
          return left < 0 ? Promise.reject(new Error('the process died')) : call(...args)
        }
      },
    })
    for (let writes = 1; writes <= 3; writes += 1) {
      left = writes
      await partOn(failing)
        .erase('neighbour', app.clock.now)
        .catch(() => undefined)
    }
    await partOn(table).erase('neighbour', app.clock.now)
    await partOn(table).erase('neighbour', app.clock.now)
    const found = await keys()
    expect(found).toHaveLength(3)
    expect(found.join()).not.toContain('neighbour')
  })
})
