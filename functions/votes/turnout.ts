import type { Turnout } from '#shared/votes/contract.ts'
import { hasOpened, settledFrom, SETTLING } from '#shared/votes/rules/life.ts'
import type { Votes } from './repository.ts'
import type { VotersRoll } from './roll.ts'
import type { FoundVote, StoredTurnout } from './stored.ts'

/** As promised to voters: never older than this while the ballot is open. */
const FRESH = 10_000

/** Counts again at most once in 10 seconds, and once in a process however many ask at the same time. */
export interface TurnoutReader {
  /** `undefined` before the roll is frozen. */
  of(votes: Votes, vote: FoundVote, now: Date): Promise<Turnout | undefined>
}

export function turnoutReader(): TurnoutReader {
  const counting = new Map<string, Promise<StoredTurnout>>()

  async function latest(votes: Votes, vote: FoundVote, now: Date): Promise<StoredTurnout> {
    const { turnout, version } = await votes.turnout.find(vote.vote)
    if (turnout && isGoodEnough(turnout, vote, now)) return turnout
    const key = `${vote.community} ${vote.vote} ${Math.floor(now.getTime() / FRESH)}`
    let counted = counting.get(key)
    if (!counted) {
      counted = count(votes, vote, now, version).finally(() => counting.delete(key))
      counting.set(key, counted)
    }
    return counted
  }
  return {
    async of(votes, vote, now) {
      if (!vote.roll) return undefined
      const { heads, areaCenti, frozenAt } = vote.roll
      const none = { asOf: frozenAt, castHeads: 0, castAreaCenti: 0 }
      const turnout = hasOpened(vote, now) ? await latest(votes, vote, now) : none
      return { ...turnout, totalHeads: heads, totalAreaCenti: areaCenti }
    },
  }
}

/** Nothing arrives any more from then on, so a turnout of later is the last. */
const quietFrom = (vote: FoundVote): number =>
  vote.cancelled
    ? Date.parse(vote.cancelled.at) + SETTLING
    : (settledFrom(vote)?.getTime() ?? Infinity)

function isGoodEnough({ asOf }: StoredTurnout, vote: FoundVote, now: Date): boolean {
  const at = Date.parse(asOf)
  if (at >= quietFrom(vote)) return true
  const age = now.getTime() - at
  return age >= 0 && age < FRESH && now.getTime() < quietFrom(vote)
}

async function count(
  votes: Votes,
  vote: FoundVote,
  now: Date,
  version: number,
): Promise<StoredTurnout> {
  const [roll, cast] = await Promise.all([votes.roll(vote), votes.box(vote).headsCast()])
  const turnout = { asOf: now.toISOString(), ...weigh(roll, cast) }
  await votes.turnout.save(vote.vote, turnout, version)
  return turnout
}

function weigh(roll: VotersRoll | undefined, cast: readonly string[]) {
  const heads = cast.flatMap((head) => roll?.byId.get(head) ?? [])
  const castAreaCenti = heads.reduce((sum, { areaCenti }) => sum + areaCenti, 0)
  return { castHeads: heads.length, castAreaCenti }
}
