import { complaints } from '#shared/complaints/contract.ts'
import { isClosed } from '#shared/complaints/rules/states.ts'
import { createJobs } from '../jobs.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { addPerson } from '../platform/test-cast.fixture.ts'
import { act, file, get } from './complaints.fixture.ts'
import {
  codesOf,
  cosign,
  demandWhole,
  foundIn,
  HERE,
  merge,
  openTwins,
  type Twins,
} from './races.fixture.ts'

describe.each(openTables)('merging and joining in at once, over %s', (on, open) => {
  let app: Twins['app']
  let other: Twins['other']
  beforeEach(async () => {
    ;({ app, other } = await openTwins(open))
  })
  afterEach(() => app.close())

  const fileBy = async (...who: readonly string[]): Promise<string[]> => {
    const numbers = []
    for (const one of who) numbers.push((await file(await app.as(one))).body.number)
    await app.sweep()
    return numbers
  }
  /** Ten seconds for the co-signs of what was merged, ten for the count of where they went. */
  const counted = async () => {
    for (let i = 0; i < 3; i += 1) {
      app.clock.advance(10_000)
      await Promise.all([app.sweep(), other.sweep()])
    }
  }
  const shown = async (number: string, who = 'resident') =>
    (await get(await app.as(who), number)).body.cosigns
  const intoOf = async (number: string) => (await foundIn(app, number)).stored.life.mergedInto

  test('A into B and B into A, many times, in two processes, filed in the same instant or not: never a cycle, never both', async () => {
    const rounds = on === 'level' ? 12 : 4
    const [property, office] = [await app.as('property'), await other.as('community')]
    for (let round = 0; round < rounds; round += 1) {
      const [a = ''] = await fileBy('resident')
      app.clock.advance(round % 3 === 0 ? 0 : 1)
      const [b = ''] = await fileBy('neighbour')
      const [one, another] = round % 2 === 0 ? [a, b] : [b, a]
      const answers = await Promise.all([
        merge(property, one, another),
        merge(office, another, one),
      ])
      expect(codesOf(answers)).toEqual(['complaints.merge_not_earlier', 'done'])
      const into = [await intoOf(a), await intoOf(b)]
      expect(into.filter((number) => number !== undefined)).toHaveLength(1)
      const found = await Promise.all([foundIn(app, a), foundIn(app, b)])
      expect(found.filter(({ stored }) => isClosed(stored.life.state))).toHaveLength(1)
      found.forEach(demandWhole)
    }
  })

  test('all of four into each other at once: all lead to the one that was first, and its homes count once each', async () => {
    const numbers = await fileBy('resident', 'neighbour', 'coowner', 'tenant')
    const office = [await app.as('community'), await other.as('property')] as const
    const pairs = numbers.flatMap((from) => numbers.map((into) => [from, into] as const))
    await Promise.all(
      pairs.map(([from, into], i) => merge(office[i % 2 === 0 ? 0 : 1], from, into)),
    )
    await counted()
    await counted()
    const into = new Map<string, string | undefined>()
    for (const number of numbers) into.set(number, await intoOf(number))
    const ends = numbers.map((number) => {
      let [end, hops] = [number, 0]
      for (let next = into.get(end); next !== undefined; next = into.get(end)) {
        if ((hops += 1) > numbers.length) throw new Error('a cycle')
        end = next
      }
      return end
    })
    expect(new Set(ends).size).toBe(1)
    const filer = ['resident', 'neighbour', 'coowner', 'tenant'][numbers.indexOf(ends[0] ?? '')]
    expect(await shown(ends[0] ?? '', filer)).toBe(3)
  })

  test('who joined what is merged has joined where it leads, over two merges too, and each home once', async () => {
    const numbers = await fileBy('resident')
    app.clock.advance(1_000)
    numbers.push(...(await fileBy('neighbour')))
    app.clock.advance(1_000)
    numbers.push(...(await fileBy('neighbour')))
    const [first = '', second = '', third = ''] = numbers
    // The first one's own home joins the third: not counted there, as it filed there.
    for (const who of ['coowner', 'tenant', 'resident']) await cosign(await app.as(who), third)
    await cosign(await app.as('tenant'), first)
    const office = await app.as('community')
    await Promise.all([
      merge(office, third, second),
      merge(await other.as('property'), second, first),
    ])
    await counted()
    await counted()
    expect(await shown(first)).toBe(3)
    const { body } = await (await app.as('coowner')).send(complaints.cosigned, HERE)
    expect(body.items.map(({ number }) => number)).toContain(first)
  })

  test('one’s own second complaint merged into one’s first counts nobody twice', async () => {
    const [first = ''] = await fileBy('resident')
    app.clock.advance(1_000)
    const [second = ''] = await fileBy('resident')
    expect((await merge(await app.as('community'), second, first)).status).toBe(200)
    await counted()
    expect(await shown(first)).toBe(0)
  })

  test('joining what is being merged in that moment is not lost', async () => {
    const [first = ''] = await fileBy('resident')
    app.clock.advance(1_000)
    const [second = ''] = await fileBy('neighbour')
    const answers = await Promise.all([
      cosign(await app.as('tenant'), second),
      merge(await other.as('community'), second, first),
      cosign(await other.as('coowner'), second),
    ])
    expect(codesOf(answers)).toEqual(['done', 'done', 'done'])
    await counted()
    expect(await shown(first)).toBe(3)
  })

  test('merging while its filer withdraws it: one of them, and the other is told', async () => {
    const [first = ''] = await fileBy('resident')
    app.clock.advance(1)
    const [second = ''] = await fileBy('neighbour')
    const answers = await Promise.all([
      act('withdraw', await app.as('neighbour'), second),
      merge(await other.as('community'), second, first),
    ])
    expect(codesOf(answers).filter((code) => code === 'done')).toHaveLength(1)
    demandWhole(await foundIn(app, second))
  })

  test('hundreds of homes at once, some of them twice: each counted once, at one write to the complaint', async () => {
    const [number = ''] = await fileBy('resident')
    const homes = on === 'level' ? 300 : 40
    const people = Array.from({ length: homes }, (_none, n) => `joiner-${n}`)
    await Promise.all(
      people.map((id, n) =>
        addPerson(app.ports, id, {
          name: '邻居',
          homes: [{ unit: `8-1-${n}`, areaCenti: 8_957, relation: 'owner' }],
        }),
      ),
    )
    await addPerson(app.ports, 'spouse', {
      name: '家人',
      homes: [{ unit: '8-1-0', areaCenti: 8_957, relation: 'co_owner' }],
    })
    const { version } = await foundIn(app, number)
    const clients = await Promise.all(
      [...people, 'joiner-1', 'joiner-2', 'spouse', 'resident'].map((id, n) =>
        (n % 2 === 0 ? app : other).as(id),
      ),
    )
    const answers = await Promise.all(clients.map((client) => cosign(client, number)))
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect((await foundIn(app, number)).version).toBe(version + 1)
    await counted()
    expect(await shown(number)).toBe(homes)
  })

  test('joining in while the homes are being counted is counted with the next', async () => {
    const [number = ''] = await fileBy('resident')
    await cosign(await app.as('tenant'), number)
    app.clock.advance(10_000)
    await Promise.all([app.sweep(), cosign(await other.as('coowner'), number), other.sweep()])
    await counted()
    expect(await shown(number)).toBe(2)
  })

  test('joining in after the homes were read and before their number is written is counted with the next', async () => {
    const [number = ''] = await fileBy('resident')
    await cosign(await app.as('tenant'), number)
    app.clock.advance(10_000)
    const { table } = app.ports
    const coowner = await app.as('coowner')
    let hasJoined = false
    const slow: typeof table = new Proxy(table, {
      get: (target, name: keyof typeof table) =>
        name === 'count'
          ? async (partition: string) => {
              const count = await target.count(partition)
              if (!hasJoined) {
                hasJoined = true
                await cosign(coowner, number)
              }
              return count
            }
          : (target[name] as () => unknown).bind(target),
    })
    expect((await createJobs({ ...app.ports, table: slow }).run()).failed).toBe(0)
    await counted()
    expect(await shown(number)).toBe(2)
  })
})
