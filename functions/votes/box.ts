import { isSettled } from '#shared/votes/rules/life.ts'
import { ConflictError, type Item, type Key, type Table } from '../platform/table/table.ts'
import { ballotKey, ballotPartitions, FORMAT } from './items.ts'
import { StoredBallot, type FoundVote, type StoredSubmission } from './stored.ts'

/** The ballots of one vote. Until it may be counted, no method hands out what another person chose. */
export interface BallotBox {
  /** What these owners, who are one person, handed in for these heads. */
  ofVoter(heads: readonly string[], selves: readonly string[]): Promise<VotersBallots>
  /** What stands in it as the ballot of these owners: their own, on paper, and by an agent. For their own data alone. */
  ofOwners(heads: readonly string[], selves: readonly string[]): Promise<VotersBallots['own']>
  /** What an agent handed in by these mandates, and of their owners only whether they spoke themselves. */
  ofAgent(held: readonly HeldFor[]): Promise<AgentsBallots>
  /** A ballot on paper came in, and nobody has entered yet what it says: its head has taken part from now on. */
  noteHandedIn(head: string): Promise<void>
  /** Adds a ballot from paper, once for each sheet. */
  takeIn(head: string, ballot: StoredSubmission): Promise<void>
  /** Whether that sheet's ballot lies in it; nothing of what it says. */
  holdsSheet(head: string, serial: string): Promise<boolean>
  /** Heads with a ballot, by their keys alone. */
  headsCast(): Promise<readonly string[]>
  /** Everything, by head, in the order it was taken in. Only once nothing can arrive any more. */
  allForCount(): Promise<ReadonlyMap<string, readonly StoredSubmission[]>>
}

/** For which head and whom an agent holds a mandate. */
export interface HeldFor {
  readonly head: string
  readonly mandate: string
  /** Key of the owner on the roll. */
  readonly principal: string
  /** Every head of that owner: a ballot of theirs for any of them sets the agent's aside. */
  readonly besides: readonly string[]
}

export interface AgentsBallots extends VotersBallots {
  ownerHasCast(principal: string): boolean
}

export interface VotersBallots {
  /** In the order they were taken in. */
  own(head: string): readonly StoredSubmission[]
  /**
   * Adds what `decide` makes of the voter's own ballots for the head, which others may be changing meanwhile:
   * it is asked again after each of their writes. Nothing is written where it gives `undefined`.
   */
  append(
    head: string,
    decide: (own: readonly StoredSubmission[]) => StoredSubmission | undefined,
  ): Promise<void>
}

const BATCH = 100
/** Each failed attempt means that somebody else's ballot for the same head was stored. */
const ATTEMPTS = 50

export const ballotBox = (table: Table, vote: FoundVote, now: () => Date): BallotBox => ({
  async ofVoter(heads, selves) {
    const held = await itemsOf(table, vote, heads)
    return votersBallots(table, vote, held, (one) => !one.proxy && selves.includes(one.voter))
  },
  async ofOwners(heads, selves) {
    const held = await itemsOf(table, vote, heads)
    return votersBallots(table, vote, held, ({ voter }) => selves.includes(voter)).own
  },
  async ofAgent(held) {
    const heads = held.flatMap(({ head, besides }) => [head, ...besides])
    const items = await itemsOf(table, vote, [...new Set(heads)])
    const mandates = new Set(held.map(({ mandate }) => mandate))
    const spoken = new Set(
      [...items.values()]
        .flatMap(submissionsIn)
        // A sheet that nobody signed speaks for nobody.
        .flatMap(({ voter, proxy, sheet }) => (proxy || sheet?.signed === false ? [] : [voter])),
    )
    return {
      ...votersBallots(table, vote, items, ({ proxy }) => proxy && mandates.has(proxy.mandate)),
      ownerHasCast: (principal) => spoken.has(principal),
    }
  },
  noteHandedIn: (head) =>
    changeBallots(table, ballotKey(vote.vote, head), (all) => (all ? undefined : [])),
  takeIn: (head, ballot) =>
    changeBallots(table, ballotKey(vote.vote, head), (all = []) =>
      all.some(({ sheet }) => sheet?.serial === ballot.sheet?.serial)
        ? undefined
        : [...all, ballot],
    ),
  async holdsSheet(head, serial) {
    const item = await table.get(ballotKey(vote.vote, head))
    return submissionsIn(item).some(({ sheet }) => sheet?.serial === serial)
  },
  async headsCast() {
    const parts = await Promise.all(
      ballotPartitions(vote.vote).map((pk) => allPages((cursor) => table.queryKeys(pk, cursor))),
    )
    return parts.flat().map(({ sk }) => sk)
  },
  async allForCount() {
    if (vote.state === 'cancelled' || !isSettled(vote, now())) {
      throw new Error(`vote ${vote.vote} may not be counted yet`)
    }
    const parts = await Promise.all(
      ballotPartitions(vote.vote).map((pk) => allPages((cursor) => table.query(pk, cursor))),
    )
    return new Map(parts.flat().map((item) => [item.sk, submissionsIn(item)]))
  },
})

async function itemsOf(
  table: Table,
  { vote }: FoundVote,
  heads: readonly string[],
): Promise<Map<string, Item>> {
  const keys = heads.map((head) => ballotKey(vote, head))
  const held = new Map<string, Item>()
  for (let n = 0; n < keys.length; n += BATCH) {
    for (const item of await table.batchGet(keys.slice(n, n + BATCH))) {
      if (item) held.set(item.sk, item)
    }
  }
  return held
}

function votersBallots(
  table: Table,
  { vote }: FoundVote,
  held: Map<string, Item>,
  isOwn: (submission: StoredSubmission) => boolean | undefined,
): VotersBallots {
  const own = (head: string) => submissionsIn(held.get(head)).filter(isOwn)
  return {
    own,
    async append(head, decide) {
      const key = ballotKey(vote, head)
      for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
        const next = decide(own(head))
        if (!next) return
        const item = held.get(head)
        const submissions = [...submissionsIn(item), next]
        const written = {
          version: (item?.version ?? 0) + 1,
          v: FORMAT,
          data: { submissions },
          ...key,
        }
        try {
          await table.put(written)
          held.set(head, written)
          return
        } catch (err) {
          if (!(err instanceof ConflictError)) throw err
          const theirs = await table.get(key)
          if (theirs) held.set(head, theirs)
        }
      }
      throw new ConflictError(`ballots of head ${head}`)
    },
  }
}

/** As `append`, of everything for one head: `undefined` where nothing was handed in yet, or nothing is to be written. */
async function changeBallots(
  table: Table,
  key: Key,
  decide: (all: readonly StoredSubmission[] | undefined) => readonly StoredSubmission[] | undefined,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const item = await table.get(key)
    const submissions = decide(item && submissionsIn(item))
    if (!submissions) return
    const version = (item?.version ?? 0) + 1
    try {
      await table.put({ version, v: FORMAT, data: { submissions }, ...key })
      return
    } catch (err) {
      if (!(err instanceof ConflictError) || attempt === ATTEMPTS) throw err
    }
  }
}

const submissionsIn = (item: Item | undefined): readonly StoredSubmission[] =>
  item ? StoredBallot.parse(item.data).submissions : []

async function allPages<T>(
  page: (from: { readonly cursor?: string }) => Promise<{
    readonly items: readonly T[]
    readonly cursor?: string
  }>,
): Promise<readonly T[]> {
  const found: T[] = []
  let cursor: string | undefined
  do {
    const next = await page(cursor === undefined ? {} : { cursor })
    found.push(...next.items)
    cursor = next.cursor
  } while (cursor !== undefined)
  return found
}
