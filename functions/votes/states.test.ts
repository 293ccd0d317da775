import { DAY } from '#shared/kernel/calendar.ts'
import { votes } from '#shared/votes/contract.ts'
import type { VoteState } from '#shared/votes/terms.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from './vote-people.fixture.ts'
import {
  annulIt,
  castAs,
  closedAndCounted,
  closedAndSwept,
  confirmed,
  decided,
  done,
  drafted,
  executeIt,
  fileIt,
  final,
  frozen,
  gated,
  ITEMS,
  noticed,
  objectAs,
  opened,
  published,
  windowOf,
} from './votes.fixture.ts'

describe.each(openTables)('every state times every operation (%s)', (_, open) => {
  let app: VoteApp
  let start: Date
  beforeEach(async () => {
    app = await openVoteApp(open)
    start = app.clock.now
  })
  afterEach(() => app.close())

  const ARRIVE: Record<VoteState, () => Promise<string>> = {
    draft: () => drafted(app),
    roll_frozen: async () => {
      const vote = await frozen(app)
      await gated(app, vote)
      return vote
    },
    noticed: () => noticed(app),
    open: () => opened(app),
    closed: async () => {
      const vote = await opened(app)
      app.clock.advance(5 * DAY + 1)
      return vote
    },
    roll_published: () => published(app),
    counted: async () => {
      const vote = await opened(app)
      await closedAndSwept(app, vote)
      await confirmed(app, vote)
      return vote
    },
    result_published: () => decided(app),
    final: () => final(app),
    filed: async () => {
      const vote = await final(app)
      await fileIt(app, vote)
      return vote
    },
    executed: async () => {
      const vote = await final(app)
      await executeIt(app, vote)
      return vote
    },
    no_quorum: async () => {
      const vote = await opened(app)
      await closedAndCounted(app, vote)
      return vote
    },
    annulled: async () => {
      const vote = await decided(app)
      await annulIt(app, vote)
      return vote
    },
    cancelled: async () => {
      const vote = await noticed(app)
      const sent = { community: COMMUNITY, vote, reason: '换一种方案' }
      done(await (await app.as('committee')).send(votes.cancel, sent))
      return vote
    },
  }
  // Every state × every operation: 'ok', or the code of its refusal. Each on a vote of its own.
  const OPERATIONS = [
    ...['redraft', 'publishRoll', 'freezeRoll', 'giveNotice', 'cancel', 'cast', 'object'],
    ...['confirmCount', 'publishResult', 'result', 'file', 'execute', 'annul'],
  ] as const
  // One letter for each operation, in their order: `+` goes, `.` is refused as the wrong state, others by their own code.
  const CODES: Readonly<Record<string, string>> = {
    ...{ '+': 'ok', '.': 'votes.wrong_state', n: 'votes.no_notice_yet', y: 'votes.not_open_yet' },
    ...{ c: 'votes.closed', x: 'votes.cancelled', r: 'votes.not_counted_yet' },
    ...{ o: 'votes.no_objections_now', f: 'votes.roll_still_open' },
    // A draft is the committee's own: the street does not know of it.
    m: 'votes.not_found',
  }
  test.each([
    ['draft', '++..+no..r..m'],
    ['roll_published', '+.f.+n+..r...'],
    ['roll_frozen', '+..++no..r...'],
    ['noticed', '+...+yo..r...'],
    ['open', '....++o..r...'],
    ['closed', '.....cor.r...'],
    ['counted', '.....co.+r...'],
    ['result_published', '.....c+..+..+'],
    ['final', '.....co..++++'],
    ['filed', '.....co..+.++'],
    ['executed', '.....co..++.+'],
    ['no_quorum', '.....co..+...'],
    ['annulled', '.....co..+...'],
    ['cancelled', '.....xo..x...'],
  ] as const)('while %s', async (state, expected) => {
    let vote: string | undefined
    for (const [place, operation] of OPERATIONS.entries()) {
      if (vote === undefined) {
        app.clock.now = start
        vote = await ARRIVE[state]()
      }
      const answer = await send(operation, vote)
      const code = CODES[expected[place] ?? '']
      expect([operation, answer.code ?? 'ok']).toEqual([operation, code])
      // A refusal has changed nothing: the next is asked of the same vote.
      if (answer.code === undefined) vote = undefined
    }
  })

  async function send(operation: string, vote: string): Promise<{ readonly code?: string }> {
    const one = { community: COMMUNITY, vote }
    const chair = await app.as('chair')
    const sent: Record<string, () => Promise<{ readonly code?: string }>> = {
      redraft: () =>
        chair.send(votes.redraft, { ...one, title: '改过', mode: 'advisory', items: ITEMS }),
      publishRoll: () => chair.send(votes.publishRoll, one),
      freezeRoll: () => chair.send(votes.freezeRoll, one),
      giveNotice: () => chair.send(votes.giveNotice, { ...one, ...windowOf(app) }),
      cancel: () => chair.send(votes.cancel, { ...one, reason: '换一种方案' }),
      cast: () => castAs(app, 'chair', vote, ['for', 'for']),
      object: () => objectAs(app, 'chair', vote, 'roll').then(eitherOr(vote)),
      confirmCount: () => chair.send(votes.confirmCount, { ...one, ballotsSha256: 'a'.repeat(64) }),
      publishResult: () => chair.send(votes.publishResult, one),
      result: () => chair.send(votes.result, one),
      file: () => chair.send(votes.file, { ...one, documents: ['minutes'], receipt: '备 2026-8' }),
      execute: () => chair.send(votes.execute, { ...one, note: '合同已经签订。' }),
      annul: async () =>
        (await app.as('street')).send(votes.annul, {
          ...one,
          authority: 'court',
          document: '（2026）民初 8 号',
          note: '判决撤销。',
        }),
    }
    const ask = sent[operation]
    if (!ask) throw new Error(`no operation ${operation}`)
    return ask()
  }

  /** What is objected to is the roll, or else the result. */
  const eitherOr = (vote: string) => (answer: { readonly code?: string }) =>
    answer.code === undefined ? answer : objectAs(app, 'chair', vote, 'result')
})
