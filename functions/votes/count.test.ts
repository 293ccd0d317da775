import { DAY } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import type { VoteResult } from '#shared/votes/result.ts'
import { createJobs } from '../jobs.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { foundVote, resultKey, voteKey } from './items.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from './vote-people.fixture.ts'
import { castAs, closedAndCounted, done, opened } from './votes.fixture.ts'

describe.each(openTables)('counting (%s)', (_, open) => {
  let app: VoteApp
  beforeEach(async () => (app = await openVoteApp(open)))
  afterEach(() => app.close())

  const stored = async (vote: string) => {
    const item = await app.ports.table.get(voteKey(COMMUNITY, vote))
    if (!item) throw new Error('the vote is gone')
    return foundVote(item)
  }
  const resultIn = (vote: string) => app.ports.table.get(resultKey(COMMUNITY, vote))
  const toTheCount = async (vote: string) => {
    app.clock.now = new Date(Date.parse((await stored(vote)).closesAt ?? '') + 60_000)
  }

  test('the result says every figure, every test and why', async () => {
    const vote = await opened(app)
    // 7 heads at 8957 and Zhang at 18957; the developer's two homes are one head.
    done(await castAs(app, 'zhang', vote, ['for', 'for']), 201)
    done(await castAs(app, 'fang', vote, ['for', 'for']), 201)
    done(await castAs(app, 'li', vote, ['for', 'against']), 201)
    done(await castAs(app, 'wu', vote, ['against', 'for']), 201)
    done(await castAs(app, 'zheng', vote, ['abstain', 'abstain']), 201)
    done(await castAs(app, 'chair', vote, ['for', 'for']), 201)
    const { opensAt, closesAt } = await stored(vote)
    const result = await closedAndCounted(app, vote)
    expect(result).toMatchObject({
      opensAt,
      closesAt,
      countedAt: app.clock.now.toISOString(),
      voidHeads: 0,
      ballotsSha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      profile: { name: '示范规则（虚构，仅供演示）', fictitious: true },
      annulmentNote: expect.stringContaining('一年内') as string,
      items: [
        {
          class: 'ordinary',
          totalHeads: 8,
          totalAreaCenti: 90_613,
          participatingHeads: 6,
          participatingAreaCenti: 63_742,
          forHeads: 4,
          forAreaCenti: 45_828,
          result: 'PASSED',
        },
        { class: 'special', forHeads: 4, abstainHeads: 1, result: 'REJECTED' },
      ],
    })
    expect(result.items[1]?.tests.map(({ sentence }) => sentence)).toEqual([
      '参与 6 人，达到全体 8 人的三分之二（至少要 6 人）',
      '参与 637.42 ㎡，达到全体 906.13 ㎡的三分之二（至少要 604.09 ㎡）',
      '同意 4 人，没有达到参与 6 人的四分之三（至少要 5 人，还差 1 人）',
      '同意 458.28 ㎡，没有达到参与 637.42 ㎡的四分之三（至少要 478.07 ㎡，还差 19.79 ㎡）',
    ])
    expect(result.items[1]?.sentence).toBe('未通过：同意的人数和面积没有达到参与的四分之三。')
  })

  test('two sweeps at once and a third move it once and count it once', async () => {
    const vote = await opened(app)
    done(await castAs(app, 'zhang', vote, ['for', 'for']), 201)
    await toTheCount(vote)
    const other = createJobs(app.ports)
    const swept = await Promise.all([app.sweep(), other.run()])
    expect(swept.map(({ failed }) => failed)).toEqual([0, 0])
    await app.sweep()
    const { state, counted, steps, version } = await stored(vote)
    // It is counted, and waits for the two who are to confirm it.
    expect([state, counted?.at]).toEqual(['closed', app.clock.now.toISOString()])
    // Draft, publication, roll, four steps before notice, notice, and all that time did in one write.
    expect(version).toBe(9)
    const { opensAt, closesAt } = await stored(vote)
    expect(steps.map(({ to, at }) => [to, at]).slice(4)).toEqual([
      ['open', opensAt],
      ['closed', closesAt],
    ])
    expect((await resultIn(vote))?.version).toBe(1)
  })

  test('nothing is counted a millisecond before the box has settled', async () => {
    const vote = await opened(app)
    await toTheCount(vote)
    app.clock.advance(-1)
    await app.sweep()
    expect((await stored(vote)).state).toBe('closed')
    expect(await resultIn(vote)).toBeUndefined()
    app.clock.advance(1)
    await app.sweep()
    expect((await stored(vote)).counted?.at).toBe(app.clock.now.toISOString())
  })

  test('a crash between result and state counts again and keeps the first result', async () => {
    const vote = await opened(app)
    done(await castAs(app, 'zhang', vote, ['for', 'for']), 201)
    await toTheCount(vote)
    const { table } = app.ports
    const dying = {
      ...app.ports,
      table: new Proxy(table, {
        get: (target, name: keyof typeof table) =>
          name === 'put'
            ? async (item: Parameters<typeof table.put>[0]) => {
                if (item.sk === 'VOTE') throw new Error('killed')
                return target.put(item)
              }
            : (target[name] as () => unknown).bind(target),
      }),
    }
    expect((await createJobs(dying).run()).failed).toBe(1)
    const first = await resultIn(vote)
    expect(first?.version).toBe(1)
    expect((await stored(vote)).state).toBe('noticed')
    const early = await (await app.as('zhang')).send(votes.result, { community: COMMUNITY, vote })
    expect([early.status, early.code]).toEqual([409, 'votes.not_counted_yet'])
    const firstAt = app.clock.now.toISOString()
    app.clock.advance(DAY)
    await app.sweep()
    expect((await stored(vote)).counted?.at).toBe(firstAt)
    expect(await resultIn(vote)).toEqual(first)
  })

  test('the hash of the ballots depends on every choice', async () => {
    const hashOf = async (choice: 'for' | 'against'): Promise<VoteResult['ballotsSha256']> => {
      app.clock.now = new Date('2026-11-24T02:00:00Z')
      const vote = await opened(app)
      done(await castAs(app, 'zhang', vote, ['for', choice]), 201)
      done(await castAs(app, 'fang', vote, ['abstain', 'for']), 201)
      return (await closedAndCounted(app, vote)).ballotsSha256
    }
    const first = await hashOf('for')
    expect(await hashOf('for')).toBe(first)
    expect(await hashOf('against')).not.toBe(first)
  })

  test('nothing is counted by a roll that is not what was frozen', async () => {
    const vote = await opened(app)
    const { table } = app.ports
    const { items } = await table.query(`ROWS#${(await stored(vote)).roll?.rows}`, { prefix: 'R#' })
    const [row] = items
    if (!row) throw new Error('no row')
    const units = (row.data as { areaCenti: number }[]).map((one) => ({ ...one, areaCenti: 1 }))
    await table.put({ ...row, version: row.version + 1, data: units })
    await toTheCount(vote)
    expect((await app.sweep()).failed).toBe(1)
    expect(await resultIn(vote)).toBeUndefined()
    await table.put({ ...row, version: row.version + 2 })
    expect((await app.sweep()).failed).toBe(0)
    expect((await stored(vote)).counted?.at).toBe(app.clock.now.toISOString())
  })
})
