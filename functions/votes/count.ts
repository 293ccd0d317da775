import { createHash } from 'node:crypto'
import type { Proxy } from '#shared/votes/counting/ballots.ts'
import type { ItemCount } from '#shared/votes/counting/count.ts'
import { countVote, type AnsweredBallot, type VoteCount } from '#shared/votes/rules/count-vote.ts'
import type { Votes } from './repository.ts'
import { servedHeads } from './serving/state.ts'
import type { RollHead, VotersRoll } from './roll.ts'
import type { FoundVote, StoredResult, StoredSubmission } from './stored.ts'
import { matterFacts } from './vote-view.ts'

/** Counts what lies in the box. The same box gives the same count, however often it is counted. */
export async function countFromStore(
  votes: Votes,
  vote: FoundVote,
  countedAt: Date,
): Promise<StoredResult> {
  const [roll, ballots, served] = await Promise.all([
    votes.roll(vote),
    votes.box(vote).allForCount(),
    servedHeads(votes, vote),
  ])
  const { rules, closesAt } = vote
  if (!roll || !rules || closesAt === undefined) {
    throw new Error(`vote ${vote.vote} has no roll or no window to count by`)
  }
  const count = countVote(
    roll,
    {
      ballots: answered(roll, ballots),
      // What lies in the box by an agent was taken in only with a written mandate that lived.
      proxies: [...ballots.values()].flat().flatMap(proxyOf),
      served: new Set(),
      servedHeads: keysOf(roll, served),
    },
    vote.items.map(({ matter }) => matterFacts(matter)),
    { ...rules, closesAt: Date.parse(closesAt) },
  )
  return {
    countedAt: countedAt.toISOString(),
    ballotsSha256: hashOfBallots(count),
    voidHeads: count.voidHeads,
    items: count.items.map((item) => ({
      tally: item.tally,
      void: item.void,
      ...(rules.silent !== 'NOT_PARTICIPATING' && { silence: silenceIn(item) }),
    })),
    handedIn: {
      rollHeads: roll.heads.length,
      servedHeads: served.size,
      returnedHeads: count.heads.filter(({ presence }) => HANDED_IN.includes(presence)).length,
    },
  }
}

const HANDED_IN: readonly VoteCount['heads'][number]['presence'][] = ['heard', 'void']

const keysOf = ({ byId }: VotersRoll, heads: ReadonlySet<string>): ReadonlySet<string> =>
  new Set([...heads].flatMap((id) => byId.get(id)?.key ?? []))

const silenceIn = ({ withoutSilent, silenceDecides, silent, silentCountedAs }: ItemCount) => ({
  withoutSilent,
  decides: silenceDecides,
  silent,
  ...(silentCountedAs !== undefined && { countedAs: silentCountedAs }),
})

const answered = (
  roll: VotersRoll,
  ballots: ReadonlyMap<string, readonly StoredSubmission[]>,
): AnsweredBallot[] =>
  [...ballots].flatMap(([id, submissions]) => {
    const head = roll.byId.get(id)
    return head ? submissions.map((submission) => ballotFor(head, submission)) : []
  })

/** A ballot names all units of its head, so that it speaks for this one and no other of the voter's. */
const ballotFor = (
  { units }: RollHead,
  { voter, at, channel, choices, proxy, sheet }: StoredSubmission,
): AnsweredBallot => ({
  by: proxy ? agentOf(proxy) : voter,
  onBehalfOf: proxy ? voter : null,
  units,
  channel,
  // A tap in a mode that takes taps is the signature.
  signed: sheet?.signed ?? true,
  at: Date.parse(at),
  choices,
})

/** Never an owner's key, so that what somebody cast for others is never taken for their own. */
const agentOf = ({ agent }: NonNullable<StoredSubmission['proxy']>): string => `agent ${agent}`

const proxyOf = ({ voter, proxy }: StoredSubmission): Proxy[] =>
  proxy ? [{ principal: voter, agent: agentOf(proxy), written: true }] : []

/** A line for each head that has ballots to be counted, in order of the heads' keys. */
function hashOfBallots({ heads }: VoteCount): string {
  const lines = heads
    .filter(({ standing }) => standing.length > 0)
    .map(({ head, standing }) =>
      JSON.stringify([
        head.key,
        standing.map(({ ballot }) => [ballot.by, ballot.at, ballot.channel, ballot.choices]),
      ]),
    )
    .sort()
  return createHash('sha256').update(lines.join('\n')).digest('hex')
}
