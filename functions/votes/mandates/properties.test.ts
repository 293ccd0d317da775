import fc from 'fast-check'
import { votes } from '#shared/votes/contract.ts'
import { isLive } from '#shared/votes/mandates/rules.ts'
import { openTemporaryTable } from '../../platform/table/open-tables.fixture.ts'
import { COMMUNITY, openVoteApp, type VoteApp } from '../vote-people.fixture.ts'
import { castAs, closedAndSwept, done, everyBallot, headsOf, opened } from '../votes.fixture.ts'
import type { StoredSubmission } from '../stored.ts'
import { StoredAgent, StoredHeadMandates } from './stored.ts'
import { accept, castFor, end, give, nameOf } from './mandates.fixture.ts'

const PEOPLE = ['zhang', 'fang', 'li', 'sun', 'zhou', 'wu', 'zheng', 'chair', 'lodger'] as const
const person = fc.constantFrom(...PEOPLE)
const command = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ kind: fc.constant('give' as const), who: person, to: person }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('revoke' as const), who: person, to: person }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('castFor' as const), who: person, to: person }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('castOwn' as const), who: person, to: person }),
  },
)
type Command = typeof command extends fc.Arbitrary<infer T> ? T : never

describe('whatever is given, taken on, revoked and cast', () => {
  let app: VoteApp
  beforeAll(async () => (app = await openVoteApp(openTemporaryTable)))
  afterAll(() => app.close())

  async function run(vote: string, { kind, who, to }: Command): Promise<number> {
    if (kind === 'castOwn') return (await castAs(app, who, vote, ['for', 'abstain'])).status
    if (kind === 'give') {
      const given = await give(app, who, vote, { agent: nameOf(to) })
      return given.status === 201
        ? (await accept(app, to, vote, given.body.secret ?? '')).status
        : given.status
    }
    const client = await app.as(who)
    const { held } = done(await client.send(votes.myMandates, { community: COMMUNITY, vote }))
    const [first] = held
    if (!first) return 404
    return kind === 'revoke'
      ? (await end(app, who, vote, first)).status
      : (await castFor(app, who, vote, first.head, ['against', 'abstain'])).status
  }

  async function demandSound(vote: string): Promise<void> {
    const { items } = await app.ports.table.query(`M#${COMMUNITY}#${vote}`)
    const heads = items.filter(({ sk }) => sk.startsWith('HEAD#'))
    const mandates = heads.map(({ data }) => StoredHeadMandates.parse(data).list)
    for (const list of mandates) expect(list.filter(isLive).length).toBeLessThanOrEqual(1)
    const live = mandates.flat().filter(isLive)
    const principalsOf = new Map<string, Set<string>>()
    for (const { accepted, principal } of live) {
      if (!accepted) continue
      const of = principalsOf.get(accepted.agent) ?? new Set()
      principalsOf.set(accepted.agent, of.add(principal))
    }
    for (const [agent, principals] of principalsOf) {
      expect(principals.size).toBeLessThanOrEqual(3)
      // Nobody is both principal and agent: there is nothing a chain or a cycle could be made of.
      expect(live.some(({ given }) => given?.person === agent)).toBe(false)
      const item = items.find(({ sk }) => sk === `AGENT#${agent}`)
      expect(StoredAgent.parse(item?.data).held.length).toBeGreaterThanOrEqual(principals.size)
    }
  }

  test('one live mandate a head, three owners an agent, and one counted voice a head', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(command, { minLength: 1, maxLength: 3 }), { maxLength: 7 }),
        async (rounds) => {
          const vote = await opened(app)
          // Those of a round are sent at once.
          for (const round of rounds) {
            const statuses = await Promise.all(round.map((one) => run(vote, one)))
            expect(statuses.filter((status) => status >= 500)).toEqual([])
            await demandSound(vote)
          }
          const ballots = await everyBallot(app, vote)
          const voices = ballots.map(({ data }) => {
            const { submissions } = data as { submissions: StoredSubmission[] }
            const own = submissions.filter(({ proxy }) => !proxy)
            for (const { voter } of own) {
              expect(own.filter((one) => one.voter === voter)).toHaveLength(1)
            }
            return own.length > 0 ? 'for' : 'against'
          })
          await closedAndSwept(app, vote)
          const committee = await app.as('committee')
          const { result } = done(
            await committee.send(votes.countToConfirm, { community: COMMUNITY, vote }),
          )
          const counted = (voice: string) => voices.filter((one) => one === voice).length
          expect(result.items[0]).toMatchObject({
            participatingHeads: ballots.length,
            forHeads: counted('for'),
            againstHeads: counted('against'),
          })
          expect((await headsOf(app, 'zhang', vote)).length).toBeGreaterThan(0)
        },
      ),
      { numRuns: 8 },
    )
  })
})
