import { votes } from '#shared/votes/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from './vote-people.fixture.ts'
import { castAs, done, drafted, ITEMS, opened, standUnder } from './votes.fixture.ts'

describe.each(openTables)('the rules of the place (%s)', (_, open) => {
  let app: VoteApp
  beforeEach(async () => (app = await openVoteApp(open)))
  afterEach(() => app.close())

  const draft = async (mode: 'advisory' | 'local_electronic') => {
    const committee = await app.as('committee')
    return committee.send(votes.draft, { community: COMMUNITY, title: '续聘', mode, items: ITEMS })
  }

  test('no tap is a ballot where only the national rules hold, but an opinion may be asked', async () => {
    await standUnder(app, 'national')
    const refused = await draft('local_electronic')
    expect([refused.status, refused.code]).toEqual([422, 'votes.mode_not_allowed'])
    expect(refused.detail).toBe('“全国规则”不允许用“本小区电子表决”，请改用意向征询。')
    const { modeSentence, profile } = done(await draft('advisory'), 201)
    expect(modeSentence).toContain('不是正式投票')
    expect(profile).toMatchObject({ id: 'national', fictitious: false })
  })

  test('a draft whose rules went away says so and is not published', async () => {
    const vote = await drafted(app)
    await standUnder(app, 'national')
    const committee = await app.as('committee')
    const { next } = done(await committee.send(votes.get, { community: COMMUNITY, vote }))
    expect(next.missing).toEqual(['“全国规则”不允许用“本小区电子表决”，请改用其他方式'])
    const answer = await committee.send(votes.publishRoll, { community: COMMUNITY, vote })
    expect([answer.status, answer.code]).toEqual([422, 'votes.mode_not_allowed'])
  })

  test('a vote keeps the rules it was frozen with', async () => {
    const vote = await opened(app)
    await standUnder(app, 'national')
    const cast = await castAs(app, 'zhang', vote, ['for', 'for'])
    expect(cast.status).toBe(201)
    const committee = await app.as('committee')
    const { profile } = done(await committee.send(votes.get, { community: COMMUNITY, vote }))
    expect(profile).toMatchObject({ id: 'demo', fictitious: true })
  })

  test('nothing is drafted under rules nobody knows', async () => {
    await standUnder(app, 'nowhere')
    const answer = await draft('advisory')
    expect([answer.status, answer.code]).toEqual([409, 'votes.rules_unknown'])
  })
})
