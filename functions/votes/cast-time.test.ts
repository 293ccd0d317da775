import { votes } from '#shared/votes/contract.ts'
import { SIGNED } from '#shared/votes/signature.fixture.ts'
import type { Choice } from '#shared/votes/terms.ts'
import { openTables } from '../platform/table/open-tables.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from './vote-people.fixture.ts'
import {
  answers,
  castAs,
  closedAndCounted,
  done,
  everyBallot,
  headsOf,
  noticed,
  opened,
} from './votes.fixture.ts'

const FOR: readonly Choice[] = ['for', 'for']

describe.each(openTables)('the time of a cast (%s)', (_, open) => {
  let app: VoteApp
  beforeEach(async () => (app = await openVoteApp(open)))
  afterEach(() => app.close())

  const see = async (person: string, vote: string) =>
    done(await (await app.as(person)).send(votes.get, { community: COMMUNITY, vote }))

  test('time decides to the millisecond, whatever the sweep has done', async () => {
    const vote = await noticed(app)
    const { opensAt = '', closesAt = '' } = await see('zhang', vote)
    const at = async (person: string, instant: string, ms: number) => {
      app.clock.now = new Date(Date.parse(instant) + ms)
      const { status, code } = await castAs(app, person, vote, FOR)
      return [status, code]
    }
    expect(await at('zhang', opensAt, -1)).toEqual([409, 'votes.not_open_yet'])
    expect(await everyBallot(app, vote)).toEqual([])
    expect(await at('zhang', opensAt, 0)).toEqual([201, undefined])
    expect(await at('fang', closesAt, 0)).toEqual([201, undefined])
    expect(await at('sun', closesAt, 1)).toEqual([409, 'votes.closed'])
    expect(await at('sun', closesAt, 1_000)).toEqual([409, 'votes.closed'])
    expect(await everyBallot(app, vote)).toHaveLength(2)
    const { items } = await closedAndCounted(app, vote)
    expect(items[0]?.forHeads).toBe(2)
  })

  test('the refusal before the opening says when it opens', async () => {
    const vote = await noticed(app)
    expect((await castAs(app, 'zhang', vote, FOR)).detail).toBe(
      '投票 12 月 17 日（周四）00:00 开始，请到时再投。',
    )
  })

  test('a cast that took longer than ten seconds to arrive at the store is given up', async () => {
    const vote = await opened(app)
    const [head] = await headsOf(app, 'zhang', vote)
    const zhang = await app.as('zhang')
    const cast = () => {
      const ballot = { head: head?.head ?? '', choices: answers(FOR), signature: SIGNED }
      const sent = { community: COMMUNITY, vote, ...ballot }
      return zhang.send(votes.cast, sent, { key: 'slow-tap' })
    }
    const restore = delaying(app, 10_001)
    const answer = await cast()
    restore()
    expect([answer.status, answer.code]).toEqual([503, 'votes.too_slow'])
    expect(await everyBallot(app, vote)).toEqual([])
    expect((await cast()).status).toBe(201)
  })
})

/** While it lasts, the person's ballots are that long on their way from the store. */
function delaying({ ports, clock }: VoteApp, ms: number): () => void {
  const table = ports.table
  const batchGet = table.batchGet.bind(table)
  table.batchGet = async (keys) => {
    if (keys.some(({ pk }) => pk.startsWith('V#'))) clock.advance(ms)
    return batchGet(keys)
  }
  return () => (table.batchGet = batchGet)
}
