import * as z from '#shared/kernel/zod.ts'
import {
  ConflictError,
  type Item,
  type Key,
  type Range,
  type Table,
} from '../../platform/table/table.ts'
import { StoredAgent, StoredHeadMandates, type Place, type StoredMandate } from './stored.ts'

// M#<community>#<vote> | HEAD#<head>     every mandate given for a head, in order
// M#<community>#<vote> | AGENT#<agent>   all an agent holds
// M#<community>#<vote> | CODE#<digest>   which mandate a code is of; the code itself is nowhere
// MTRY#<vote>#<person> | <day>           codes tried in a day
const FORMAT = 1
export const mandatePartition = (community: string, vote: string): string =>
  `M#${community}#${vote}`
const HEAD = 'HEAD#'

export interface FoundMandates {
  readonly head: string
  readonly list: readonly StoredMandate[]
  readonly version: number
}

export interface FoundAgent {
  readonly held: readonly Place[]
  readonly version: number
}

const Coded = z.object({ head: z.string(), mandate: z.string() })
type Coded = z.infer<typeof Coded>

export type Mandates = ReturnType<typeof mandatesIn>

/** Written mandates of the votes of one community. */
export const mandatesIn = (table: Table, community: string) => {
  const key = (vote: string, sk: string): Key => ({ pk: mandatePartition(community, vote), sk })
  const headKey = (vote: string, head: string) => key(vote, HEAD + head)
  const agentKey = (vote: string, agent: string) => key(vote, `AGENT#${agent}`)
  return {
    of: async (vote: string, head: string): Promise<FoundMandates> =>
      foundOf(head, await table.get(headKey(vote, head))),
    /** In their order. */
    ofAll: async (vote: string, heads: readonly string[]): Promise<readonly FoundMandates[]> => {
      if (heads.length === 0) return []
      const items = await table.batchGet(heads.map((head) => headKey(vote, head)))
      return heads.map((head, n) => foundOf(head, items[n]))
    },
    /** @throws ConflictError where somebody else wrote since it was found */
    save: (vote: string, { head, version }: FoundMandates, list: readonly StoredMandate[]) =>
      table.put({
        ...headKey(vote, head),
        version: version + 1,
        v: FORMAT,
        data: { list: [...list] },
      }),
    agent: async (vote: string, agent: string): Promise<FoundAgent> =>
      agentOf(await table.get(agentKey(vote, agent))),
    /** What a person's own heads gave away and what the person holds, in one read. */
    async around(vote: string, agent: string, heads: readonly string[]) {
      const [own, ...items] = await table.batchGet([
        agentKey(vote, agent),
        ...heads.map((head) => headKey(vote, head)),
      ])
      return { agent: agentOf(own), given: heads.map((head, n) => foundOf(head, items[n])) }
    },
    /** @throws ConflictError where somebody else wrote since it was found */
    saveAgent: (vote: string, agent: string, { version }: FoundAgent, held: readonly Place[]) =>
      table.put({
        ...agentKey(vote, agent),
        version: version + 1,
        v: FORMAT,
        data: { held: [...held] },
      }),
    async byCode(vote: string, digest: string): Promise<Coded | undefined> {
      const item = await table.get(key(vote, `CODE#${digest}`))
      return item && Coded.parse(item.data)
    },
    /** Before the mandate it opens; of one that never came it opens nothing. */
    async saveCode(vote: string, digest: string, coded: Coded): Promise<void> {
      const item = { ...key(vote, `CODE#${digest}`), version: 1, v: FORMAT, data: coded }
      await table.put(item).catch((err: unknown) => {
        if (!(err instanceof ConflictError)) throw err
      })
    },
    async page(vote: string, range: Pick<Range, 'limit' | 'cursor'>) {
      const listing = { ...range, prefix: HEAD }
      const page = await table.query(mandatePartition(community, vote), listing)
      return { ...page, items: page.items.map((item) => foundOf(item.sk.slice(HEAD.length), item)) }
    },
    /** How many codes this makes of the person's in a day. */
    tries: (vote: string, person: string, day: string, expiresAt: number): Promise<number> =>
      table.add({ pk: `MTRY#${vote}#${person}`, sk: day }, 1, expiresAt),
  }
}

const foundOf = (head: string, item: Item | undefined): FoundMandates => ({
  head,
  list: item ? StoredHeadMandates.parse(item.data).list : [],
  version: item?.version ?? 0,
})

const agentOf = (item: Item | undefined): FoundAgent => ({
  held: item ? StoredAgent.parse(item.data).held : [],
  version: item?.version ?? 0,
})
