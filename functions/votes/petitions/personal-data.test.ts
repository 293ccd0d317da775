import { api } from '#shared/api.ts'
import { DAY } from '#shared/kernel/calendar.ts'
import { openTables } from '../../platform/table/open-tables.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from '../vote-people.fixture.ts'
import { done } from '../votes.fixture.ts'
import { supportPartition } from './items.ts'
import { ASKED, countedNow, joinAs, petitionAs, started, TEN } from './petitions.fixture.ts'

const { account, consents } = api

describe.each(openTables)('what is kept of petitions (%s)', (_, open) => {
  let app: VoteApp
  beforeEach(async () => {
    app = await openVoteApp(open, TEN)
    for (const person of ['zhang', 'fang', 'wu']) {
      await (await app.as(person)).send(consents.give, { purpose: 'agreement', version: 1 })
    }
  })
  afterEach(() => app.close())

  const part = async (person: string) => {
    const { parts } = done(await (await app.as(person)).send(account.export, {}))
    return parts.find(({ feature }) => feature === 'petitions')
  }

  test('each takes along what they started and joined, and nothing of others', async () => {
    const petition = await started(app)
    done(await joinAs(app, 'fang', petition))
    const own = { community: COMMUNITY, petition, title: ASKED.title }
    expect((await part('zhang'))?.data).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ ...own, as: 'started', text: ASKED.text }),
        expect.objectContaining({ ...own, as: 'joined' }),
      ]),
    )
    expect((await part('fang'))?.data).toEqual([expect.objectContaining({ ...own, as: 'joined' })])
    expect((await part('fang'))?.lines).toMatchObject([{ value: '您参加联名' }])
    expect((await part('wu'))?.data).toEqual([])
  })

  test('an account closed, the assembly it asked for stands; it is told until when', async () => {
    const petition = await started(app)
    done(await joinAs(app, 'fang', petition))
    await countedNow(app, petition)
    const { frozen } = done(await (await app.as('fang')).send(account.closure, {}))
    expect(frozen).toContainEqual(
      expect.objectContaining({ what: '您发起和参加的 1 件联名', until: '2029-11-25' }),
    )
    done(await (await app.as('fang')).send(account.close, {}))
    app.clock.advance(7 * DAY)
    await app.sweep()
    expect(await petitionAs(app, 'committee', petition)).toMatchObject({
      state: 'reached',
      support: { heads: 2 },
    })
  })

  test('three years after it is over all of it goes', async () => {
    const petition = await started(app)
    app.clock.advance((90 + 3 * 366 + 2) * DAY)
    await app.sweep()
    expect(await app.ports.table.count(supportPartition(COMMUNITY, petition))).toBe(0)
    expect(await app.ports.table.count(`PETITION#${COMMUNITY}#${petition}`)).toBe(0)
  })
})
