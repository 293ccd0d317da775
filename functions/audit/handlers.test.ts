import { audit } from '#shared/audit/contract.ts'
import { auditTrail, type AuditEntry } from '../platform/audit/audit.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { openTestAppOn } from '../platform/test-app.fixture.ts'

const entry = (n: number, given: Partial<AuditEntry> = {}): AuditEntry => ({
  id: `e${n}`,
  at: '2026-11-24T01:59:00.000Z',
  scope: 'jinxiu',
  by: 'community',
  act: 'people.give_role',
  subject: 'resident',
  ...given,
})
const at = { community: 'jinxiu' }

describe.each(openTables)('a community’s acts on record on the %s table', (_, open) => {
  let given: Awaited<ReturnType<typeof openTestAppOn>>
  beforeAll(async () => {
    given = await openTestAppOn(open)
    await auditTrail(given.ports).append([
      entry(1, { detail: { role: 'property', days: 30 } }),
      entry(2, { by: 'command', act: 'register.import', subject: '3' }),
      entry(3, { by: 'resident', act: 'register.transfer', subject: '1-1-101' }),
      entry(4, { scope: 'yunxi' }),
    ])
  })
  afterAll(() => given.close())

  test('latest first; officers by name, residents masked, commands as such', async () => {
    const { body } = await (await given.as('committee')).send(audit.list, at)
    expect(body.items.map(({ seq, by, actName, subject }) => [seq, by, actName, subject])).toEqual([
      [3, '张**', '登记产权变更', '1-1-101'],
      [2, '系统命令', '导入业主名册', '3'],
      [1, '郑红', '授予角色', '张**'],
    ])
    expect(body.items[2]).toMatchObject({ detail: { role: 'property', days: 30 } })
  })

  test('in pages, each once', async () => {
    const street = await given.as('street')
    const first = await street.send(audit.list, { ...at, limit: 2 })
    const cursor = first.body.cursor ?? ''
    const rest = await street.send(audit.list, { ...at, limit: 2, cursor })
    expect([first, rest].map(({ body }) => body.items.map(({ seq }) => seq))).toEqual([[3, 2], [1]])
  })

  test.each([
    ['resident', 403],
    ['property', 403],
    ['stranger', 404],
  ])('%s is answered %i', async (person, status) => {
    expect((await (await given.as(person)).send(audit.list, at)).status).toBe(status)
  })
})
