import { votes } from '#shared/votes/contract.ts'
import { openTables } from '../../platform/table/open-tables.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from '../vote-people.fixture.ts'
import {
  castAs,
  closedAndCounted,
  confirmed,
  done,
  noticed,
  opened,
  windowOf,
} from '../votes.fixture.ts'
import {
  closed,
  codesIn,
  declare,
  enter,
  handOut,
  openedOnPaper,
  print,
  reconciled,
  report,
  serialOfCode,
  strike,
  takeBack,
  voteOnPaper,
} from './papers.fixture.ts'

const told = ({ status, code }: { status: number; code?: string | undefined }) => [status, code]

describe.each(openTables)('a vote on paper (%s)', (_, open) => {
  let app: VoteApp
  beforeEach(async () => {
    app = await openVoteApp(open)
  })
  afterEach(() => app.close())
  const one = (vote: string) => ({ community: COMMUNITY, vote })

  test('from the sheets to the result: what two people read off is what is counted', async () => {
    const { vote, codes } = await openedOnPaper(app)
    // Seven heads besides the developer, each with one sheet, numbered as on the roll.
    expect(codes.map(serialOfCode)).toEqual(codes.map((__, place) => `${place + 1}-1`))
    done(await handOut(app, vote, codes.map(serialOfCode)))
    for (const code of codes.slice(0, 6))
      await voteOnPaper(app, vote, code, { marks: ['for', 'blank'] })
    await voteOnPaper(app, vote, codes[6] ?? '', { marks: ['against', 'double'] })
    const turnout = done(await (await app.as('committee')).send(votes.turnout, one(vote)))
    expect(turnout.castHeads).toBe(7)
    await reconciled(app, vote)
    await confirmed(app, vote)
    const committee = await app.as('committee')
    done(await committee.send(votes.publishResult, one(vote)))
    const result = done(await committee.send(votes.result, one(vote)))
    expect(
      result.items.map(({ forHeads, againstHeads, abstainHeads }) => [
        forHeads,
        againstHeads,
        abstainHeads,
      ]),
    ).toEqual([
      [6, 1, 0],
      [0, 0, 7],
    ])
    expect(result.papers).toEqual({
      ...{ printed: codes.length, issued: codes.length, returned: 7, void: 0, missing: 0 },
      ...{ late: 0, entered: 7, serials: `1-1 至 ${codes.length}-1`, voidSerials: '' },
    })
  })

  test('no tap is a ballot here, and the refusal says what is one', async () => {
    const { vote } = await openedOnPaper(app)
    const answer = await castAs(app, 'fang', vote, ['for', 'for'])
    expect(told(answer)).toEqual([409, 'votes.not_by_tap'])
    expect(answer.detail).toContain('本人签名的纸质表决票才有效')
  })

  test('an electronic vote takes no paper unless it says so', async () => {
    const vote = await opened(app)
    expect(told(await print(app, vote))).toEqual([409, 'votes.no_paper_here'])
  })

  test('the same request prints the same sheets, another one none that is valid', async () => {
    const vote = await noticed(app, { mode: 'paper_assisted' })
    const [first, again] = [
      await print(app, vote, 'print-once'),
      await print(app, vote, 'print-once'),
    ]
    expect(again.body.html).toBe(first.body.html)
    const other = done(await print(app, vote))
    expect([other.pages, other.skipped]).toEqual([0, first.body.pages])
  })

  test('a reprint makes the former sheet worthless', async () => {
    const { vote, codes } = await openedOnPaper(app)
    const [code = ''] = codes
    const committee = await app.as('committee')
    const sent = { ...one(vote), serial: '1-1', reason: '业主说丢了', handIn: '社区窗口' }
    const { html } = done(
      await committee.send(votes.reprintSheet, sent, { key: 'again-and-again' }),
    )
    const [next = ''] = codesIn(html)
    expect(serialOfCode(next)).toBe('1-2')
    expect(
      done(await committee.send(votes.reprintSheet, sent, { key: 'again-and-again' })).html,
    ).toBe(html)
    const refused = await takeBack(app, vote, code)
    expect(told(refused)).toEqual([409, 'votes.sheet_replaced'])
    expect(refused.detail).toContain('1-2')
    done(await takeBack(app, vote, next))
    const { total, voidSerials } = await report(app, vote)
    expect([total.printed, total.void, total.returned, voidSerials]).toEqual([
      ...[codes.length + 1, 1, 1, '1-1'],
    ])
  })

  test('letters that are another sheet’s, or nobody’s, open nothing', async () => {
    const { vote, codes } = await openedOnPaper(app)
    const [first = '', second = ''] = codes
    const swapped = `${serialOfCode(first)} ${second.split(' ')[1] ?? ''}`
    const letters = first.split(' ')[1] ?? ''
    const forged = [swapped, `1-2 ${letters}`, `999-1 ${letters}`, '1-1 KM7-XR4-PCA', 'nonsense']
    for (const code of forged) {
      const answer = await takeBack(app, vote, code)
      expect([code, answer.code]).toEqual([
        code,
        code.startsWith('999') ? 'votes.sheet_unknown' : 'votes.sheet_code_wrong',
      ])
    }
  })

  test('what is handed in after the close is noted and never counted', async () => {
    const { vote, codes } = await openedOnPaper(app)
    const [code = '', last = ''] = codes
    const { closesAt = '' } = done(await (await app.as('committee')).send(votes.get, one(vote)))
    app.clock.now = new Date(closesAt)
    expect(done(await takeBack(app, vote, code)).returned).toEqual({ at: closesAt, late: false })
    app.clock.advance(1)
    expect(done(await takeBack(app, vote, last)).returned).toMatchObject({ late: true })
    expect(told(await enter(app, vote, last, 'committee'))).toEqual([409, 'votes.sheet_late'])
    // Entering goes on after the close.
    expect(done(await enter(app, vote, code, 'committee'), 201).outcome).toBe('first')
    expect((await report(app, vote)).total).toMatchObject({ returned: 2, late: 1, waiting: 1 })
  })

  test('the count waits for two offices’ word that the paper is complete', async () => {
    const { vote, codes } = await openedOnPaper(app)
    const [code = ''] = codes
    done(await takeBack(app, vote, code))
    done(await enter(app, vote, code, 'committee'), 201)
    const early = await report(app, vote)
    expect(told(await declare(app, vote, 'committee', early))).toEqual([409, 'votes.wrong_state'])
    await closed(app, vote)
    await app.sweep()
    const committee = await app.as('committee')
    const waiting = done(await committee.send(votes.get, one(vote)))
    expect([waiting.state, waiting.next.act]).toEqual(['closed', 'wait_for_count'])
    expect(waiting.next.missing).toHaveLength(2)
    expect(told(await committee.send(votes.countToConfirm, one(vote)))).toEqual([
      ...[409, 'votes.not_counted_yet'],
    ])
    expect(told(await declare(app, vote, 'committee', await report(app, vote)))).toEqual([
      ...[409, 'votes.sheets_waiting'],
    ])
    done(await enter(app, vote, code, 'community'), 201)
    const seen = await report(app, vote)
    const unexplained = { ...seen, differences: [] }
    expect(told(await declare(app, vote, 'committee', unexplained))).toEqual([
      ...[422, 'votes.difference_unexplained'],
    ])
    done(await declare(app, vote, 'committee', seen))
    expect(told(await declare(app, vote, 'committee', seen))).toEqual([
      ...[409, 'votes.intake_declared_already'],
    ])
    expect(told(await declare(app, vote, 'community', early))).toEqual([
      ...[409, 'votes.papers_changed'],
    ])
    done(await declare(app, vote, 'community', seen))
    expect(told(await takeBack(app, vote, codes[1] ?? ''))).toEqual([409, 'votes.intake_finished'])
    await app.sweep()
    expect(
      done(await committee.send(votes.countToConfirm, one(vote))).result.items[0]?.forHeads,
    ).toBe(1)
  })

  test('who declared on other figures has not seen these', async () => {
    const { vote, codes } = await openedOnPaper(app)
    await closed(app, vote)
    done(await declare(app, vote, 'committee', await report(app, vote)))
    done(await strike(app, vote, serialOfCode(codes[0] ?? '')))
    done(await declare(app, vote, 'community', await report(app, vote)))
    await app.sweep()
    const committee = await app.as('committee')
    const { next } = done(await committee.send(votes.get, one(vote)))
    expect(next.missing).toEqual([expect.stringMatching(/^业委会/)])
    done(await declare(app, vote, 'committee', await report(app, vote)))
    await app.sweep()
    expect((await report(app, vote)).finishedAt).toBeDefined()
    expect(done(await committee.send(votes.countToConfirm, one(vote))).ballotsSha256).toMatch(
      /^[0-9a-f]{64}$/,
    )
  })

  test('a changed text makes every printed sheet void, and new ones are printed', async () => {
    const vote = await noticed(app, { mode: 'paper_assisted' })
    const before = done(await print(app, vote))
    const committee = await app.as('committee')
    const { title, items } = done(await committee.send(votes.get, one(vote)))
    const wording = items.map(({ matter, text, title: of }) => ({ matter, title: `${of}二`, text }))
    done(
      await committee.send(votes.redraft, {
        ...one(vote),
        title,
        mode: 'paper_assisted',
        items: wording,
      }),
    )
    expect(told(await print(app, vote))).toEqual([409, 'votes.wrong_state'])
    app.clock.advance(60_000)
    done(await committee.send(votes.giveNotice, { ...one(vote), ...windowOf(app) }))
    const after = codesIn(done(await print(app, vote)).html)
    expect(after.map(serialOfCode)[0]).toBe('1-2')
    const { opensAt = '' } = done(await committee.send(votes.get, one(vote)))
    app.clock.now = new Date(opensAt)
    const [old = ''] = codesIn(before.html)
    expect(told(await takeBack(app, vote, old))).toEqual([409, 'votes.sheet_replaced'])
    done(await takeBack(app, vote, after[0] ?? ''))
    expect((await report(app, vote)).total).toMatchObject({ void: after.length, returned: 1 })
  })

  test('beside the phone: the paper that came first stays, the later tap does not count', async () => {
    const vote = await opened(app, { mode: 'local_electronic', paper: true })
    const codes = codesIn(done(await print(app, vote)).html)
    await voteOnPaper(app, vote, codes[1] ?? '', { marks: ['against', 'against'] })
    app.clock.advance(1_000)
    expect(told(await castAs(app, 'fang', vote, ['for', 'for']))).toEqual([
      409,
      'votes.already_cast',
    ])
    done(await castAs(app, 'wu', vote, ['for', 'for']), 201)
    await reconciled(app, vote)
    const committee = await app.as('committee')
    const { result } = done(await committee.send(votes.countToConfirm, one(vote)))
    expect(result.items[0]).toMatchObject({ forHeads: 1, againstHeads: 1 })
  })

  test('an unsigned sheet takes its head out of the count', async () => {
    const { vote, codes } = await openedOnPaper(app)
    await voteOnPaper(app, vote, codes[0] ?? '', { signed: false })
    await voteOnPaper(app, vote, codes[1] ?? '')
    await reconciled(app, vote)
    const committee = await app.as('committee')
    const { result } = done(await committee.send(votes.countToConfirm, one(vote)))
    expect(result).toMatchObject({ voidHeads: 1 })
    expect(result.items[0]).toMatchObject({ participatingHeads: 1, voidHeads: 1 })
  })

  test('an electronic vote without paper is counted by the clock as before', async () => {
    const vote = await opened(app)
    done(await castAs(app, 'fang', vote, ['for', 'for']), 201)
    const result = await closedAndCounted(app, vote)
    expect(result.papers).toBeUndefined()
  })
})
