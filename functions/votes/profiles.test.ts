import { votes } from '#shared/votes/contract.ts'
import { Community } from '#shared/communities/contract.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import {
  castAs,
  COMMUNITY,
  done,
  drafted,
  ITEMS,
  opened,
  openVoteApp,
  type VoteApp,
} from './votes.fixture.ts'

describe.each(openTables)('the rules of the place (%s)', (_, open) => {
  let app: VoteApp
  beforeEach(async () => (app = await openVoteApp(open)))
  afterEach(() => app.close())

  /** From now on the community stands under another profile; what was read of it before is forgotten. */
  async function standUnder(id: string): Promise<void> {
    const { table } = app.ports
    const item = await table.get({ pk: `COMMUNITY#${COMMUNITY}`, sk: 'PROFILE' })
    if (!item) throw new Error('the community is gone')
    const data = Community.parse(item.data)
    const profile = { ...data.profile, id }
    await table.put({ ...item, version: item.version + 1, data: { ...data, profile } })
    app.clock.advance(10_000)
  }

  const draft = async (mode: 'advisory' | 'local_electronic') => {
    const committee = await app.as('committee')
    return committee.send(votes.draft, { community: COMMUNITY, title: '续聘', mode, items: ITEMS })
  }

  test('no tap is a ballot where only the national rules hold, but an opinion may be asked', async () => {
    await standUnder('national')
    const refused = await draft('local_electronic')
    expect([refused.status, refused.code]).toEqual([422, 'votes.mode_not_allowed'])
    expect(refused.detail).toBe('“全国规则”不允许用“本小区电子表决”，请改用意向征询。')
    const { modeSentence, profile } = done(await draft('advisory'), 201)
    expect(modeSentence).toContain('不是正式投票')
    expect(profile).toMatchObject({ id: 'national', fictitious: false })
  })

  test('a draft whose rules went away says so and is not published', async () => {
    const vote = await drafted(app)
    await standUnder('national')
    const committee = await app.as('committee')
    const { next } = done(await committee.send(votes.get, { community: COMMUNITY, vote }))
    expect(next.missing).toEqual(['“全国规则”不允许用“本小区电子表决”，请改用其他方式'])
    const answer = await committee.send(votes.publishRoll, { community: COMMUNITY, vote })
    expect([answer.status, answer.code]).toEqual([422, 'votes.mode_not_allowed'])
  })

  test('a vote keeps the rules it was frozen with', async () => {
    const vote = await opened(app)
    await standUnder('national')
    const cast = await castAs(app, 'zhang', vote, ['for', 'for'])
    expect(cast.status).toBe(201)
    const committee = await app.as('committee')
    const { profile } = done(await committee.send(votes.get, { community: COMMUNITY, vote }))
    expect(profile).toMatchObject({ id: 'demo', fictitious: true })
  })

  test('nothing is drafted under rules nobody knows', async () => {
    await standUnder('nowhere')
    const answer = await draft('advisory')
    expect([answer.status, answer.code]).toEqual([409, 'votes.rules_unknown'])
  })
})
