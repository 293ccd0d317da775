import { votes } from '#shared/votes/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from './vote-people.fixture.ts'
import { done, drafted, ITEMS } from './votes.fixture.ts'

describe.each(openTables)('drafting a vote (%s)', (_, open) => {
  let app: VoteApp
  beforeEach(async () => (app = await openVoteApp(open)))
  afterEach(() => app.close())

  const see = async (vote: string) =>
    (await app.as('committee')).send(votes.get, { community: COMMUNITY, vote })

  test('the same draft sent again is the same vote, another under its key is refused', async () => {
    const committee = await app.as('committee')
    const sent = { community: COMMUNITY, title: '续聘', mode: 'advisory' as const, items: ITEMS }
    const answers = await Promise.all(
      [1, 2, 3].map(() => committee.send(votes.draft, sent, { key: 'one-draft' })),
    )
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
    expect(new Set(answers.map(({ body }) => body.vote)).size).toBe(1)
    expect(done(await committee.send(votes.list, { community: COMMUNITY })).items).toHaveLength(1)
    const other = await committee.send(
      votes.draft,
      { ...sent, title: '别的' },
      { key: 'one-draft' },
    )
    expect([other.status, other.code]).toEqual([422, 'request.idempotency_key_reused'])
  })

  test.each([['official_external', 422, 'votes.mode_not_allowed']] as const)(
    '%s is refused with a sentence',
    async (mode, status, code) => {
      const committee = await app.as('committee')
      const sent = { community: COMMUNITY, title: '续聘', mode, items: ITEMS }
      const answer = await committee.send(votes.draft, sent)
      expect([answer.status, answer.code]).toEqual([status, code])
      expect(answer.detail).toMatch(/意向征询/)
      expect(done(await committee.send(votes.list, { community: COMMUNITY })).items).toEqual([])
    },
  )

  test('a changed draft shows its new text', async () => {
    const vote = await drafted(app)
    const committee = await app.as('committee')
    const items = [{ matter: 9, title: '更换门禁', text: '更换全部单元门禁。' }]
    const sent = { community: COMMUNITY, vote, title: '门禁', mode: 'advisory' as const, items }
    expect(done(await committee.send(votes.redraft, sent)).items).toMatchObject(items)
    expect(done(await see(vote))).toMatchObject({ title: '门禁', mode: 'advisory', items })
  })

  test.each([
    ['no items', { items: [] }],
    ['21 items', { items: Array.from({ length: 21 }, () => ITEMS[0]) }],
    ['a tenth matter', { items: [{ matter: 10, title: '别的', text: '别的事项。' }] }],
    ['a class of its own choice', { items: [{ ...ITEMS[0], class: 'ordinary' }] }],
    ['a mode nobody knows', { mode: 'secret' }],
  ])('a draft with %s is refused', async (_name, part) => {
    const sent = { community: COMMUNITY, title: '续聘', mode: 'advisory', items: ITEMS, ...part }
    const answer = await (await app.as('committee')).send(votes.draft, sent as never)
    expect([answer.status, answer.code]).toEqual([400, 'request.invalid'])
  })

  test('a list is latest first, page by page', async () => {
    const made: string[] = []
    for (let n = 0; n < 3; n += 1) {
      made.unshift(await drafted(app))
      app.clock.advance(1_000)
    }
    const committee = await app.as('committee')
    const first = done(await committee.send(votes.list, { community: COMMUNITY, limit: 2 }))
    const { cursor = '' } = first
    const rest = done(await committee.send(votes.list, { community: COMMUNITY, limit: 2, cursor }))
    expect([...first.items, ...rest.items].map(({ vote }) => vote)).toEqual(made)
    expect(rest.cursor).toBeUndefined()
  })
})
