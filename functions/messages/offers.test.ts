import { openTables, type OpenTable } from '../platform/table/open-tables.fixture.ts'
import { messages, type Told } from './offers.ts'
import { inboxPartition } from './stored.ts'

const NOW = new Date('2026-11-24T02:00:00Z')
const TOLD: Told = {
  event: 'complaint JX7K2M94 3',
  person: 'resident',
  template: 'complaint_progress',
  subject: { kind: 'complaint', id: 'JX7K2M94', community: 'jinxiu' },
  title: '楼道漏水',
  words: '物业已受理，刘*会在 11 月 25 日 18:00 前答复。',
  at: '2026-11-24T01:59:00.000Z',
}

describe.each(openTables)('what messages offer to other features, over %s', (_, open) => {
  let store: OpenTable
  beforeAll(async () => {
    store = await open()
  })
  afterAll(() => store.close())

  const tell = (told: Partial<Told>, now = NOW) =>
    messages({ table: store.table, now: () => now }).tell({ ...TOLD, ...told })
  const inbox = async (person: string) =>
    (await store.table.queryIndex('by1', inboxPartition(person))).items.map(({ card }) => card)

  test('a person told of an event has it in the inbox', async () => {
    await tell({ person: 'a' })
    expect(await inbox('a')).toEqual([
      {
        message: expect.stringMatching(/^[\w-]{22}$/) as string,
        template: 'complaint_progress',
        subject: TOLD.subject,
        title: '楼道漏水',
        words: TOLD.words,
        at: TOLD.at,
        arrivedAt: NOW.toISOString(),
        urgent: false,
        read: false,
      },
    ])
  })

  test('told again, later, in other words, by several at once: it stays the first', async () => {
    await tell({ person: 'b' })
    const later = new Date('2026-11-25T02:00:00Z')
    await Promise.all(['x', 'y', 'z'].map((words) => tell({ person: 'b', words }, later)))
    expect(await inbox('b')).toMatchObject([{ words: TOLD.words, arrivedAt: NOW.toISOString() }])
  })

  test('the same event is told to each person who waits for it', async () => {
    await tell({ person: 'c' })
    await tell({ person: 'd' })
    expect([await inbox('c'), await inbox('d')]).toMatchObject([[{}], [{}]])
  })

  test('what is too long is cut between two characters', async () => {
    await tell({ person: 'e', title: '漏'.repeat(70), words: '👨‍👩‍👧'.repeat(60) })
    const [card] = (await inbox('e')) as { title: string; words: string }[]
    expect(card?.title).toBe(`${'漏'.repeat(59)}…`)
    expect(card?.words).toBe(`${'👨‍👩‍👧'.repeat(37)}…`)
  })
})
