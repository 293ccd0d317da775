import { DAY } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import { messages } from '#shared/messages/contract.ts'
import { messages as messageOffers } from '../../messages/offers.ts'
import { createSweep } from '../../platform/jobs/sweep.ts'
import { openTables } from '../../platform/table/open-tables.fixture.ts'
import { personDirectory } from '../../people/offers.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from '../vote-people.fixture.ts'
import { done, ITEMS, noticed, windowOf } from '../votes.fixture.ts'
import { messageAccepted } from './message-accepted.ts'
import { eventOf } from './tell-item.ts'
import { tellVotesJob } from './telling.ts'

// Whose accounts the homes are, as the bindings would say it.
const ACCOUNTS: Readonly<Record<string, readonly string[]>> = {
  '1-1-101': ['zhang'],
  '2-1-201': ['zhang'],
  '1-1-103': ['li', 'wang'],
  '1-1-109': ['buyer'],
}

describe.each(openTables)('telling the owners of a roll (%s)', (_, open) => {
  let app: VoteApp
  beforeEach(async () => (app = await openVoteApp(open)))
  afterEach(() => app.close())

  const sweep = async () => {
    const job = tellVotesJob({
      ...app.ports,
      messages: messageOffers(app.ports),
      ownersOf: (_community, unit) => Promise.resolve(ACCOUNTS[unit] ?? []),
    })
    const swept = await createSweep(app.ports, [job]).run()
    return swept.visited
  }
  const inbox = async (person: string) =>
    done(await (await app.as(person)).send(messages.list, {})).items.map(({ title }) => title)

  test('of the notice, once each, and of the opening when it has come', async () => {
    const vote = await noticed(app)
    await sweep()
    expect(await inbox('zhang')).toEqual(['表决公告：物业续聘与维修资金'])
    expect(await inbox('wang')).toEqual(['表决公告：物业续聘与维修资金'])
    // Who has not been handed the keys is not on the roll, and the developer has no phone.
    expect(await inbox('buyer')).toEqual([])
    await sweep()
    expect(await inbox('zhang')).toHaveLength(1)
    app.clock.advance(15 * DAY)
    await sweep()
    expect(await inbox('zhang')).toEqual([
      '开始投票：物业续聘与维修资金',
      '表决公告：物业续聘与维修资金',
    ])
    app.clock.advance(10 * DAY)
    await sweep()
    expect(await inbox('zhang')).toHaveLength(2)
    expect(vote).not.toBe('')
  })

  test('a cancelled vote is told of no more; a new notice is', async () => {
    const vote = await noticed(app)
    await sweep()
    const one = { community: COMMUNITY, vote }
    const committee = await app.as('committee')
    const text = { ...one, title: '改过的标题', mode: 'local_electronic' as const, items: ITEMS }
    done(await committee.send(votes.redraft, text))
    done(await committee.send(votes.giveNotice, { ...one, ...windowOf(app) }))
    await sweep()
    expect(await inbox('zhang')).toHaveLength(2)
    done(await committee.send(votes.cancel, { ...one, reason: '方案要重新商议。' }))
    app.clock.advance(15 * DAY)
    await sweep()
    expect(await inbox('zhang')).toHaveLength(2)
  })

  test('that WeChat took it is on record for every home of theirs, of this notice only', async () => {
    const vote = await noticed(app)
    const { homesOf } = personDirectory(app.ports)
    const accepted = messageAccepted({ ...app.ports, homesOf })
    const subject = { kind: 'vote', id: vote, community: COMMUNITY }
    const proofs = async () => {
      const community = await app.as('community')
      const { items } = done(
        await community.send(votes.servingProofs, { community: COMMUNITY, vote }),
      )
      return items.map(({ unit, way, counts }) => [unit, way, counts])
    }
    await accepted({ event: eventOf(vote, 1, 'notice'), person: 'zhang', subject })
    await accepted({
      event: 'complaint 8 2',
      person: 'zhang',
      subject: { ...subject, kind: 'bill' },
    })
    expect(await proofs()).toEqual([])
    for (let n = 0; n < 2; n += 1) {
      await accepted({ event: eventOf(vote, 0, 'notice'), person: 'zhang', subject })
    }
    // By the national rule it proves nothing: nobody need have read it.
    expect(await proofs()).toEqual([
      ['1-1-101', 'message', false],
      ['2-1-201', 'message', false],
    ])
  })
})
