import { addDays, dayOf } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import type { GateStep } from '#shared/votes/gate/gate.ts'
import { openTables } from '../../platform/table/open-tables.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from '../vote-people.fixture.ts'
import { done, drafted, frozen, gated, noticed, windowOf } from '../votes.fixture.ts'

describe.each(openTables)('what comes before notice (%s)', (_, open) => {
  let app: VoteApp
  beforeAll(async () => (app = await openVoteApp(open)))
  afterAll(() => app.close())

  const today = () => dayOf(app.clock.now)
  const see = async (vote: string, person = 'committee') =>
    done(await (await app.as(person)).send(votes.get, { community: COMMUNITY, vote }))
  const giveNotice = async (vote: string) =>
    (await app.as('committee')).send(votes.giveNotice, {
      ...{ community: COMMUNITY, vote },
      ...windowOf(app),
    })
  const record = async (
    vote: string,
    step: GateStep,
    rest: { day?: string; from?: string } = {},
    key?: string,
  ) => {
    const sent = {
      community: COMMUNITY,
      vote,
      step,
      day: today(),
      document: '存档第 8 号',
      ...rest,
    }
    const committee = await app.as('committee')
    return committee.send(votes.recordGate, sent, key === undefined ? {} : { key })
  }

  test('notice is refused with what is missing, which the next step says as well', async () => {
    const vote = await frozen(app)
    const refused = await giveNotice(vote)
    expect([refused.status, refused.code]).toEqual([409, 'votes.gate_missing'])
    expect(refused.detail).toBe(
      '发公告以前还缺：还没有登记公开征求业主意见；还没有登记公布意见汇总；还没有登记向社区党组织报告；还没有登记向居民委员会报告。',
    )
    const { next, gate } = await see(vote)
    expect(next.act).toBe('give_notice')
    expect(next.missing).toHaveLength(5)
    expect(next.missing[0]).toBe('还没有登记公开征求业主意见')
    expect(gate).toMatchObject({ consultationDays: 7, missing: next.missing.slice(0, 4) })
    await gated(app, vote)
    const after = await see(vote, 'zhang')
    expect(after.gate?.missing).toEqual([])
    expect(after.gate?.steps[0]).toMatchObject({
      name: '公开征求业主意见',
      receipt: { from: addDays(today(), -7), day: today(), by: '陈**' },
    })
    expect(done(await giveNotice(vote)).state).toBe('noticed')
  })

  test('recorded from the draft on; every refusal leaves the record as it was', async () => {
    const vote = await drafted(app)
    const day = today()
    const refusals: readonly (readonly [GateStep, { day?: string; from?: string }, string])[] = [
      ['summary', {}, 'votes.gate_out_of_order'],
      ['consultation', {}, 'votes.gate_needs_start'],
      ['consultation', { from: addDays(day, -6) }, 'votes.gate_too_short'],
      ['consultation', { from: day, day: addDays(day, 8) }, 'votes.gate_in_future'],
    ]
    for (const [step, rest, code] of refusals) {
      const answer = await record(vote, step, rest)
      expect([answer.status, answer.code]).toEqual([422, code])
    }
    expect((await see(vote)).gate?.steps.every(({ receipt }) => !receipt)).toBe(true)
    done(await record(vote, 'consultation', { from: addDays(day, -8), day: addDays(day, -1) }))
    done(await record(vote, 'consultation', { from: addDays(day, -7) }))
    expect((await see(vote)).gate?.steps[0]?.receipt).toMatchObject({ day })
  })

  test('a record sent again is one record', async () => {
    const vote = await drafted(app)
    const from = { from: addDays(today(), -7) }
    const [one, two] = await Promise.all([
      record(vote, 'consultation', from, 'the-same'),
      record(vote, 'consultation', from, 'the-same'),
    ])
    expect(done(one).gate).toEqual(done(two).gate)
    const item = await app.ports.table.get({ pk: `VOTE#${COMMUNITY}#${vote}`, sk: 'VOTE' })
    expect(item?.data).toMatchObject({ gate: [{ step: 'consultation' }] })
    expect((item?.data as { gate: unknown[] }).gate).toHaveLength(1)
  })

  test('nothing is added to it once notice is given, nor by anybody but who conducts', async () => {
    const vote = await noticed(app)
    const late = await record(vote, 'party')
    expect([late.status, late.code]).toEqual([409, 'votes.wrong_state'])
    const owner = await app.as('zhang')
    const sent = {
      community: COMMUNITY,
      vote,
      step: 'party' as const,
      day: today(),
      document: '第 8 号',
    }
    expect((await owner.send(votes.recordGate, sent)).code).toBe('auth.not_permitted')
  })

  test('an opinion has no gate', async () => {
    const vote = await frozen(app, { mode: 'advisory' })
    expect((await see(vote)).gate).toBeUndefined()
    expect((await record(vote, 'residents')).code).toBe('votes.gate_not_asked')
    expect(done(await giveNotice(vote)).state).toBe('noticed')
  })
})
