import { DAY, HOUR } from '#shared/kernel/calendar.ts'
import { messages } from '#shared/messages/contract.ts'
import { votes } from '#shared/votes/contract.ts'
import { openTables } from '../../platform/table/open-tables.fixture.ts'
import { COMMUNITY, importUnits, openVoteApp, type VoteApp } from '../vote-people.fixture.ts'
import { done } from '../votes.fixture.ts'
import { ASKED, countedNow, joinAs, petitionAs, TEN, written } from './petitions.fixture.ts'

describe.each(openTables)('the content check of petitions (%s)', (_, open) => {
  let app: VoteApp
  beforeEach(async () => (app = await openVoteApp(open, TEN)))
  afterEach(() => app.close())

  const one = (petition: string) => ({ community: COMMUNITY, petition })
  /** Who of these finds it, and who has it in their list. */
  const whoSees = async (petition: string) => {
    const seers: string[] = []
    for (const who of ['zhang', 'fang', 'committee', 'community', 'street']) {
      const client = await app.as(who)
      const { status } = await client.send(votes.petition, one(petition))
      const { items } = done(await client.send(votes.petitions, { community: COMMUNITY }))
      const isListed = items.some((card) => card.petition === petition)
      expect([who, isListed]).toEqual([who, status === 200])
      if (isListed) seers.push(who)
    }
    return seers.join(' ')
  }
  const release = async (who: string, petition: string) =>
    (await app.as(who)).send(votes.releasePetition, one(petition))
  const held = async (): Promise<string> => {
    app.weixin.answer = 'risky'
    const petition = await written(app)
    await app.sweep()
    app.weixin.answer = 'pass'
    return petition
  }

  test('all its words are asked about, once, in the name of whoever wrote them', async () => {
    await written(app)
    await app.sweep()
    await app.sweep()
    const content = `${ASKED.title}\n${ASKED.text}\n${ASKED.reason}`
    expect(app.weixin.asked).toEqual([{ openid: 'openid-zhang', content, scene: 'comment' }])
  })

  test('until it has passed only whoever started it sees it, and nobody else joins', async () => {
    const petition = await written(app)
    expect(await whoSees(petition)).toBe('zhang')
    expect(await petitionAs(app, 'zhang', petition)).toMatchObject({
      check: 'checking',
      heads: [{ given: 'me' }],
    })
    expect((await joinAs(app, 'fang', petition)).code).toBe('votes.petition_not_found')
    const again = await (await app.as('zhang')).send(votes.startPetition, ASKED)
    expect(again.code).toBe('votes.petition_open_already')
    await app.sweep()
    expect(await whoSees(petition)).toBe('zhang fang committee community street')
    expect((await petitionAs(app, 'fang', petition)).check).toBeUndefined()
    expect((await countedNow(app, petition)).support.heads).toBe(1)
  })

  test('held, the office is told, and lets it through: from then on there are 90 days to join', async () => {
    const petition = await held()
    expect(await whoSees(petition)).toBe('zhang community street')
    expect((await petitionAs(app, 'zhang', petition)).check).toBe('held')
    const inbox = done(await (await app.as('community')).send(messages.list, {}))
    expect(inbox.items).toMatchObject([{ subject: { kind: 'petition', id: petition } }])
    expect(JSON.stringify(inbox)).not.toContain(ASKED.title)
    expect((await release('committee', petition)).code).toBe('auth.not_permitted')
    app.clock.advance(2 * DAY)
    await app.sweep()
    expect(await whoSees(petition)).toBe('zhang community street')
    expect(done(await release('community', petition)).check).toBeUndefined()
    expect(await whoSees(petition)).toBe('zhang fang committee community street')
    const { until } = done(await release('street', petition))
    expect(until).toBe('2027-02-24T16:00:00.000Z')
    expect((await countedNow(app, petition)).support.heads).toBe(1)
  })

  test('one alone may be enough: the committee is not told before the words are let through', async () => {
    await importUnits(app, TEN.slice(0, 4))
    const petition = await held()
    app.clock.advance(HOUR)
    await app.sweep()
    expect((await petitionAs(app, 'zhang', petition)).state).toBe('open')
    done(await release('community', petition))
    expect((await countedNow(app, petition)).state).toBe('reached')
  })

  test('while one is held another may be started, in other words', async () => {
    const petition = await held()
    expect(await written(app)).not.toBe(petition)
  })

  test('no verdict is asked for again, and after a day it is for the office', async () => {
    app.weixin.answer = 'weixin.unreachable'
    const petition = await written(app)
    for (let hour = 0; hour < 30; hour += 1) {
      await app.sweep()
      app.clock.advance(HOUR)
    }
    expect(await whoSees(petition)).toBe('zhang community street')
    expect(app.weixin.asked.length).toBeGreaterThan(20)
  })
})
