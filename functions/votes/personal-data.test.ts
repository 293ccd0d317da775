import { DAY } from '#shared/kernel/calendar.ts'
import { account } from '#shared/privacy/contract.ts'
import { votes } from '#shared/votes/contract.ts'
import { SIGNED } from '#shared/votes/signature.fixture.ts'
import { exportPage } from '#shared/privacy/export-page.ts'
import { personsIn } from '../people/repository.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { addOwner, COMMUNITY, openVoteApp, type VoteApp } from './vote-people.fixture.ts'
import {
  castAs,
  closedAndCounted,
  confirmed,
  done,
  everyBallot,
  openedWith,
} from './votes.fixture.ts'

describe.each(openTables)('my votes among my data (%s)', (_, open) => {
  let app: VoteApp
  let vote: string
  beforeEach(async () => {
    app = await openVoteApp(open)
    vote = await openedWith(app, { fang: ['for', 'abstain'], li: ['against', 'against'] })
  })
  afterEach(() => app.close())

  const whole = async (person: string) =>
    done(await (await app.as(person)).send(account.export, {}))
  const mine = async (person: string) =>
    (await whole(person)).parts.find(({ feature }) => feature === 'votes')
  const closure = async (person: string) =>
    done(await (await app.as(person)).send(account.closure, {}))

  test('that I voted, when, how, and what I chose, while it is open too; of nobody else a word', async () => {
    const part = await mine('fang')
    expect(part?.lines).toEqual([
      {
        label: expect.stringMatching(/^物业续聘与维修资金，.*0:00$/) as string,
        value: '手机投票：第 1 项同意，第 2 项弃权',
      },
    ])
    expect(part?.data).toEqual([
      {
        ...{ community: COMMUNITY, vote, title: '物业续聘与维修资金', units: ['1-1-102'] },
        ballots: [
          {
            ...{ at: app.clock.now.toISOString(), channel: 'electronic', signature: SIGNED },
            choices: [
              { item: 1, title: '续聘安居物业', choice: 'for' },
              { item: 2, title: '筹集维修资金', choice: 'abstain' },
            ],
          },
        ],
      },
    ])
    expect(exportPage(await whole('fang'))).toContain('第 1 项同意，第 2 项弃权')
    expect(JSON.stringify(await whole('fang'))).not.toContain('against')
    // Owns the same home with `li`, and has not voted.
    expect((await mine('wang'))?.lines).toEqual([])
    expect((await mine('lodger'))?.lines).toEqual([])
  })

  test('a ballot that was not taken is not among them', async () => {
    app.clock.advance(60_000)
    const again = await castAs(app, 'fang', vote, ['abstain', 'for'])
    expect(again.code).toBe('votes.already_cast')
    expect((await mine('fang'))?.lines).toHaveLength(1)
  })

  test('who holds the place on the register after them is shown nothing of theirs', async () => {
    await addOwner(app.ports, 'heir', [['1-1-102', 'owner', 'k-fang']])
    expect((await mine('heir'))?.lines).toEqual([])
    expect((await mine('fang'))?.lines).toHaveLength(1)
  })

  test('a closed account: foreseen as frozen, ballots untouched, counted, shown to nobody', async () => {
    const before = await everyBallot(app, vote)
    const frozen = (await closure('fang')).frozen.filter(({ what }) => what.includes('选票'))
    expect(frozen).toEqual([
      {
        what: '您在 1 次表决中的选票',
        until: '2031-12-23',
        ground: '地方业主大会议事规则多为五年',
      },
    ])
    done(await (await app.as('fang')).send(account.close, {}))
    app.clock.advance(7 * DAY)
    await app.sweep()
    await app.sweep()
    expect(await personsIn(app.ports.table).grantsOf('fang')).toBeUndefined()
    expect(await everyBallot(app, vote)).toEqual(before)
    await confirmed(app, vote)
    const committee = await app.as('committee')
    done(await committee.send(votes.publishResult, { community: COMMUNITY, vote }))
    const counted = done(await committee.send(votes.result, { community: COMMUNITY, vote }))
    expect(counted.items[0]).toMatchObject({ forHeads: 1, againstHeads: 1 })
    // The same account again, with nothing: what is frozen is not found by it.
    await addOwner(app.ports, 'fang', [])
    expect((await mine('fang'))?.lines).toEqual([])
  })

  test('a pending dispute is named among the grounds; what was removed is exported no more', async () => {
    await closedAndCounted(app, vote)
    const street = await app.as('street')
    const objection = { kind: 'objection', note: '有业主对结果提出异议。' } as const
    const sent = { community: COMMUNITY, vote, ...objection }
    const disputed = done(await street.send(votes.dispute, sent), 201)
    expect(JSON.stringify((await closure('fang')).frozen)).toContain('有争议未了结的，到了结为止')
    const dispute = disputed.disputes?.[0]?.dispute ?? ''
    const note = '异议已经答复，双方没有再提。'
    done(await street.send(votes.endDispute, { community: COMMUNITY, vote, dispute, note }))
    app.clock.advance(6 * 366 * DAY)
    await app.sweep()
    expect((await mine('fang'))?.lines).toEqual([])
    expect((await closure('fang')).frozen).toEqual([])
  })
})
