import { DAY } from '#shared/kernel/calendar.ts'
import { messages } from '#shared/messages/contract.ts'
import { votes } from '#shared/votes/contract.ts'
import { openTables } from '../../platform/table/open-tables.fixture.ts'
import { COMMUNITY, importUnits, openVoteApp, unit, type VoteApp } from '../vote-people.fixture.ts'
import { votesIn } from '../repository.ts'
import { rollShelf } from '../roll-shelf.ts'
import { done } from '../votes.fixture.ts'
import {
  ASKED,
  countedNow,
  joinAs,
  leaveAs,
  petitionAs,
  started,
  TEN,
} from './petitions.fixture.ts'
import type { FoundPetition } from './stored.ts'

describe.each(openTables)('petitions (%s)', (_, open) => {
  let app: VoteApp
  beforeEach(async () => (app = await openVoteApp(open, TEN)))
  afterEach(() => app.close())

  const namesSeenBy = async (person: string, petition: string) =>
    (await app.as(person)).send(votes.petitioners, { community: COMMUNITY, petition })
  const inbox = async (person: string) =>
    done(await (await app.as(person)).send(messages.list, {})).items.filter(
      ({ subject }) => subject.kind === 'petition',
    )

  test('whoever starts it stands behind it; everybody sees what is missing on both axes', async () => {
    const petition = await started(app)
    expect(await petitionAs(app, 'zhang', petition)).toMatchObject({
      ...{ mine: true, state: 'open', text: ASKED.text, reason: ASKED.reason },
      heads: [{ units: ['1-1-101'], given: 'me' }],
      rule: {
        ...{ numerator: 1, denominator: 5, days: 90 },
        source: expect.stringContaining('第十三条') as string,
      },
      until: '2027-02-22T16:00:00.000Z',
    })
    const { support } = await countedNow(app, petition)
    expect(support).toEqual({
      asOf: app.clock.now.toISOString(),
      ...{ heads: 1, areaCenti: 10_000, totalHeads: 10, totalAreaCenti: 100_000 },
      ...{ neededHeads: 2, neededAreaCenti: 20_000, reachesHeads: false, reachesArea: false },
    })
    const { items, rule } = done(
      await (await app.as('fang')).send(votes.petitions, { community: COMMUNITY }),
    )
    expect(items).toMatchObject([{ petition, title: ASKED.title, state: 'open', support }])
    expect(rule).toMatchObject({ numerator: 1, denominator: 5, days: 90 })
  })

  // Two heads are a fifth of ten: the area beside them decides nothing, and is shown for what it is.
  test.each([
    ['a hair below on area', 'wu', 19_999, false],
    ['exactly, on both axes', 'fang', 20_000, true],
    ['above on area', 'zheng', 20_001, true],
  ])('%s: reached by heads, area beside it', async (__, second, areaCenti, reachesArea) => {
    const petition = await started(app)
    expect((await countedNow(app, petition)).state).toBe('open')
    done(await joinAs(app, second, petition))
    const after = await countedNow(app, petition)
    expect(after).toMatchObject({ state: 'reached', reachedAt: app.clock.now.toISOString() })
    expect(after.support).toMatchObject({ heads: 2, areaCenti, reachesHeads: true, reachesArea })
  })

  test('reached once: all who have to do with it are told once, and nobody takes it back', async () => {
    const petition = await started(app)
    done(await joinAs(app, 'fang', petition))
    const { reachedAt } = await countedNow(app, petition)
    expect((await leaveAs(app, 'fang', petition)).code).toBe('votes.petition_reached')
    done(await joinAs(app, 'wu', petition))
    const after = await countedNow(app, petition)
    expect([after.reachedAt, after.support.heads]).toEqual([reachedAt, 3])
    expect(await inbox('committee')).toMatchObject([
      { subject: { id: petition }, title: `联名达到人数：${ASKED.title}` },
    ])
    const told = (words: string) => [
      {
        title: `联名达到人数：${ASKED.title}`,
        words: expect.stringContaining(words) as string,
        at: reachedAt,
      },
    ]
    expect(await inbox('zhang')).toMatchObject(told('您发起的联名已有 2 人'))
    expect(await inbox('fang')).toMatchObject(told('您参加的联名已有 2 人'))
    // Joined when it was enough already.
    expect(await inbox('wu')).toEqual([])
    expect(await inbox('li')).toEqual([])
  })

  test('who has to act and joined as well is told what to do, once', async () => {
    const petition = await started(app, 'chair')
    done(await joinAs(app, 'fang', petition))
    await countedNow(app, petition)
    expect(await inbox('chair')).toMatchObject([
      { words: expect.stringContaining('请组织开会') as string },
    ])
  })

  test('what one started is found behind a hundred others', async () => {
    const petition = await started(app)
    const { petitions } = votesIn(app.ports, { community: COMMUNITY }, rollShelf())
    const mine = (await petitions.find(petition)) as FoundPetition
    const others = Array.from({ length: 101 }, (_one, n) => {
      const startedAt = new Date(app.clock.now.getTime() + n + 1).toISOString()
      const other = { ...mine, petition: `later-${n}`, startedBy: 'wu', startedAt }
      return petitions.save(other, 0, app.clock.now)
    })
    await Promise.all(others)
    const zhang = await app.as('zhang')
    expect((await zhang.send(votes.startPetition, ASKED)).code).toBe('votes.petition_open_already')
    expect(await started(app, 'fang')).not.toBe(petition)
  })

  test('who has no head to speak for is told why', async () => {
    const petition = await started(app)
    const codes = async (...persons: string[]) =>
      Promise.all(persons.map(async (person) => (await joinAs(app, person, petition)).code))
    expect(await codes('lodger', 'wang', 'builder', 'newcomer', 'property')).toEqual([
      'auth.not_permitted',
      'votes.petition_representative',
      'votes.petition_developer',
      'votes.petition_not_on_register',
      'auth.not_permitted',
    ])
    expect((await countedNow(app, petition)).support.heads).toBe(1)
    const { heads } = await petitionAs(app, 'wang', petition)
    expect(heads[0]?.blocked?.detail).toContain('李**')
    const wang = await app.as('wang')
    expect((await wang.send(votes.startPetition, ASKED)).code).toBe('votes.petition_representative')
  })

  test('a community that is not theirs does not exist for them, nor does a petition in another', async () => {
    const petition = await started(app)
    const zhang = await app.as('zhang')
    const elsewhere = { community: 'cuihu', petition }
    expect((await zhang.send(votes.joinPetition, elsewhere)).code).toBe('scope.not_found')
    const nothing = { community: COMMUNITY, petition: 'no-such-petition' }
    expect((await zhang.send(votes.joinPetition, nothing)).code).toBe('votes.petition_not_found')
    expect((await zhang.send(votes.leavePetition, nothing)).code).toBe('votes.petition_not_found')
  })

  test('each head counts once: both co-owners, ten at once, and again', async () => {
    const petition = await started(app, 'sun')
    const people = [
      ...Array.from({ length: 5 }, () => 'sun'),
      ...Array.from({ length: 5 }, () => 'zhou'),
    ]
    await Promise.all(people.map(async (person) => done(await joinAs(app, person, petition))))
    expect((await countedNow(app, petition)).support).toMatchObject({ heads: 1, areaCenti: 10_000 })
    expect((await petitionAs(app, 'zhou', petition)).heads).toMatchObject([{ given: 'co_owner' }])
    // What a co-owner gave is not the other's to take back.
    done(await leaveAs(app, 'zhou', petition))
    expect((await countedNow(app, petition)).support.heads).toBe(1)
  })

  test('a petition sent twice at once is one; with one open nobody starts another', async () => {
    const zhang = await app.as('zhang')
    const twice = [1, 2].map(() => zhang.send(votes.startPetition, ASKED, { key: 'one-petition' }))
    const [first, second] = await Promise.all(twice)
    expect(second?.body.petition).toBe(first?.body.petition)
    expect((await zhang.send(votes.startPetition, ASKED)).code).toBe('votes.petition_open_already')
    const others = { ...ASKED, title: '另一件事' }
    const reused = await zhang.send(votes.startPetition, others, { key: 'one-petition' })
    expect(reused.code).toBe('request.idempotency_key_reused')
  })

  test('taken back it no longer counts, and may be given again', async () => {
    const petition = await started(app)
    await countedNow(app, petition)
    const left = done(await leaveAs(app, 'zhang', petition))
    expect(left.heads[0]?.given).toBeUndefined()
    expect((await countedNow(app, petition)).support).toMatchObject({ heads: 0, areaCenti: 0 })
    done(await joinAs(app, 'zhang', petition))
    expect((await countedNow(app, petition)).support.heads).toBe(1)
  })

  test('taken back while it is counted: either it is not enough, or it stays', async () => {
    const petition = await started(app)
    done(await joinAs(app, 'fang', petition))
    app.clock.advance(10_000)
    const [left] = await Promise.all([leaveAs(app, 'fang', petition), app.sweep()])
    const after = await countedNow(app, petition)
    const stayed = left.code === 'votes.petition_reached'
    expect(after).toMatchObject({ state: stayed ? 'reached' : 'open' })
    expect(after.support.heads).toBe(stayed ? 2 : 1)
  })

  test('the committee and the community see masked names; owners and the street see figures', async () => {
    const petition = await started(app, 'li')
    for (const office of ['committee', 'community']) {
      expect(done(await namesSeenBy(office, petition)).items).toMatchObject([
        { name: '李**', units: ['1-1-103'], areaCenti: 10_000, counts: true },
      ])
    }
    for (const person of ['li', 'street', 'property']) {
      expect((await namesSeenBy(person, petition)).code).toBe('auth.not_permitted')
    }
    const seen = await petitionAs(app, 'fang', petition)
    expect(JSON.stringify(seen)).not.toContain('李')
    expect(seen.mine).toBe(false)
  })

  test('who has sold counts no longer, however the register moves on', async () => {
    const petition = await started(app)
    expect((await countedNow(app, petition)).support.heads).toBe(1)
    await importUnits(app, [unit('1-1-101', ['k-new'], { areaCenti: 10_000 }), ...TEN.slice(1)])
    done(await joinAs(app, 'sun', petition))
    expect((await countedNow(app, petition)).support).toMatchObject({ heads: 1, totalHeads: 10 })
    expect(done(await namesSeenBy('committee', petition)).items).toEqual(
      expect.arrayContaining([expect.objectContaining({ counts: false, units: [] })]),
    )
  })

  test('too few after 90 days: over, and another may be started', async () => {
    const petition = await started(app)
    await countedNow(app, petition)
    app.clock.advance(91 * DAY)
    expect((await petitionAs(app, 'zhang', petition)).state).toBe('lapsed')
    expect((await joinAs(app, 'fang', petition)).code).toBe('votes.petition_over')
    expect(await started(app)).not.toBe(petition)
  })
})

test('without a register nobody knows how many all are', async () => {
  const [first] = openTables
  const app = await openVoteApp((first as (typeof openTables)[number])[1], [])
  const answer = await (await app.as('zhang')).send(votes.startPetition, ASKED)
  expect(answer.code).toBe('votes.petition_no_register')
  await app.close()
})
