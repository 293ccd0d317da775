import fc from 'fast-check'
import { openTables, type OpenTable } from '../table/open-tables.fixture.ts'
import { ConflictError, type Item, type Table } from '../table/table.ts'
import { type AuditEntry, auditTrail, type AuditTrail } from './audit.ts'
import { hashOf, Link } from './link.ts'

const SCOPE = 'jinxiu'
const now = () => new Date('2026-11-21T02:00:00Z')
const entry = (n: number, scope = SCOPE): AuditEntry => ({
  id: `entry-${n}`,
  at: '2026-11-21T01:59:59.000Z',
  scope,
  by: 'person-1',
  act: 'people.give_role',
  subject: `person-${n}`,
  detail: { role: 'property', days: n },
})
const entries = (count: number): AuditEntry[] => Array.from({ length: count }, (_, n) => entry(n))

async function linksOf(trail: AuditTrail, scope = SCOPE): Promise<readonly Link[]> {
  const { items } = await trail.latest(scope, { limit: 100 })
  return [...items].reverse()
}
const idsOf = async (trail: AuditTrail, scope?: string): Promise<string[]> =>
  (await linksOf(trail, scope)).map((link) => link.entry.id)

/** As the process sees it when it is killed at its nth write. */
function dyingAfter(table: Table, writes: number): Table {
  let left = writes
  return {
    ...bound(table),
    put: (item) => ((left -= 1) < 0 ? Promise.reject(new Error('killed')) : table.put(item)),
  }
}
/** The adapters keep themselves in private fields: their methods cannot be copied unbound. */
const bound = (table: Table): Table => ({
  get: (...given) => table.get(...given),
  batchGet: (...given) => table.batchGet(...given),
  put: (...given) => table.put(...given),
  putNew: (...given) => table.putNew(...given),
  delete: (...given) => table.delete(...given),
  add: (...given) => table.add(...given),
  query: (...given) => table.query(...given),
  queryKeys: (...given) => table.queryKeys(...given),
  queryIndex: (...given) => table.queryIndex(...given),
  count: (...given) => table.count(...given),
  close: () => table.close(),
})

describe.each(openTables)('the audit trail on the %s table', (_, open) => {
  let opened: OpenTable
  let table: Table
  let trail: AuditTrail
  beforeEach(async () => {
    opened = await open({ now })
    table = opened.table
    trail = auditTrail({ table, now })
  })
  afterEach(() => opened.close())

  test('an empty one is sound', async () => {
    expect(await trail.verify(SCOPE)).toEqual({ links: 0, head: '0'.repeat(64) })
  })

  test('keeps the order, one chain for each scope', async () => {
    await trail.append([entry(1), entry(2, 'street:tangkan'), entry(3)])
    expect(await idsOf(trail)).toEqual(['entry-1', 'entry-3'])
    expect(await idsOf(trail, 'street:tangkan')).toEqual(['entry-2'])
    expect(await trail.verify(SCOPE)).toMatchObject({ links: 2 })
    expect(await trail.scopes()).toEqual([SCOPE, 'street:tangkan'])
  })

  test('an entry is chained once, however often it is asked for', async () => {
    await trail.append(entries(3))
    await trail.append(entries(3))
    await trail.append([entry(1)])
    expect(await idsOf(trail)).toEqual(['entry-0', 'entry-1', 'entry-2'])
  })

  test('many at once, some twice: each once, the chain whole', async () => {
    const wanted = entries(8)
    await Promise.all([...wanted, ...wanted].map((one) => trail.append([one])))
    const ids = await idsOf(trail)
    expect([...ids].sort()).toEqual(wanted.map(({ id }) => id))
    expect(await trail.verify(SCOPE)).toEqual({ links: 8, head: expect.any(String) as string })
  })

  test('killed at any write and asked again, each entry is there once', async () => {
    for (let writes = 0; writes < 6; writes += 1) {
      const scope = `killed-${writes}`
      const wanted = [entry(writes * 10, scope), entry(writes * 10 + 1, scope)]
      const dying = auditTrail({ table: dyingAfter(table, writes), now })
      await dying.append(wanted).catch(() => undefined)
      await trail.append([{ ...entry(900 + writes, scope) }])
      await trail.append(wanted)
      const ids = await idsOf(trail, scope)
      expect([...new Set(ids)].sort()).toEqual([...ids].sort())
      expect(ids).toHaveLength(3)
      expect((await trail.verify(scope)).broken).toBeUndefined()
    }
  })

  test('pages go on', async () => {
    await trail.append(entries(5))
    const first = await trail.latest(SCOPE, { limit: 3 })
    const rest = await trail.latest(SCOPE, { limit: 3, cursor: String(first.cursor) })
    expect(first.items.map(({ seq }) => seq)).toEqual([5, 4, 3])
    expect(rest.items.map(({ seq }) => seq)).toEqual([2, 1])
  })

  describe('what somebody with the store in hand does to it is found', () => {
    const keyAt = (seq: number) => ({ pk: `AUDIT#${SCOPE}`, sk: String(seq).padStart(12, '0') })
    const rewrite = async (seq: number, change: (link: Link) => Link): Promise<void> => {
      const item = (await table.get(keyAt(seq))) as Item
      await table.put({ ...item, version: item.version + 1, data: change(Link.parse(item.data)) })
    }
    beforeEach(() => trail.append(entries(5)))

    test.each([
      ['an edited entry', 3, 'changed', () => rewrite(3, edited)],
      ['an entry edited and hashed anew', 4, 'not_linked', () => rewrite(3, rehashed)],
      ['something that is no link', 2, 'changed', () => rewrite(2, () => ({}) as Link)],
      ['a link taken out', 2, 'missing', () => table.delete(keyAt(2), 1)],
      ['the first one taken out', 1, 'missing', () => table.delete(keyAt(1), 1)],
    ] as const)('%s', async (_what, seq, fault, tamper) => {
      await tamper()
      expect((await trail.verify(SCOPE)).broken).toEqual({ seq, fault })
    })

    test('a chain cut short or made anew is sound in itself, and found by a head kept elsewhere', async () => {
      const kept = await trail.verify(SCOPE)
      await table.delete(keyAt(5), 1)
      expect((await trail.verify(SCOPE)).broken).toBeUndefined()
      expect((await trail.verify(SCOPE, kept)).broken).toEqual({ seq: 5, fault: 'missing' })
      await trail.append([entry(77)])
      expect((await trail.verify(SCOPE)).broken).toBeUndefined()
      expect((await trail.verify(SCOPE, kept)).broken).toEqual({ seq: 5, fault: 'rewritten' })
    })

    test('a head kept earlier holds while the chain grows', async () => {
      const kept = await trail.verify(SCOPE)
      await trail.append([entry(6)])
      expect((await trail.verify(SCOPE, kept)).broken).toBeUndefined()
    })
  })

  test('whoever appends what in which order, and dies when: sound, and nothing twice or lost', async () => {
    let run = 0
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ id: fc.nat(5), dies: fc.nat(6) }), { minLength: 1, maxLength: 8 }),
        async (steps) => {
          const scope = `run-${(run += 1)}`
          const named = (n: number) => ({ ...entry(n, scope), id: `${scope}-${n}` })
          await Promise.all(
            steps.map(({ id, dies }) =>
              auditTrail({ table: dyingAfter(table, dies), now })
                .append([named(id)])
                .catch((err: unknown) => expect(err).not.toBeInstanceOf(ConflictError)),
            ),
          )
          const wanted = [...new Set(steps.map(({ id }) => id))].sort((a, b) => a - b)
          await trail.append(wanted.map(named))
          const ids = await idsOf(trail, scope)
          expect([...ids].sort()).toEqual(wanted.map((n) => `${scope}-${n}`).sort())
          expect((await trail.verify(scope)).broken).toBeUndefined()
        },
      ),
      { numRuns: 25 },
    )
  })
})

const edited = (link: Link): Link => ({
  ...link,
  entry: { ...link.entry, detail: { role: 'street' } },
})
const rehashed = (link: Link): Link => {
  const changed = edited(link)
  return { ...changed, hash: hashOf(changed) }
}
