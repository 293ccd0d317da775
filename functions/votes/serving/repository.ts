import { createHash } from 'node:crypto'
import { ServingWay } from '#shared/votes/serving/serving.ts'
import { ConflictError, type Item, type Key, type Table } from '../../platform/table/table.ts'
import type { FoundVote, StoredVote } from '../stored.ts'
import { StoredEvidence, StoredStrike } from './stored.ts'

// SV#<vote>#<round>#<0..15> | <unit>#<way>#<evidence>      one proof, put once and never changed
// SV#<vote>#<round>#<0..15> | <unit>#strike#<evidence>     that it is struck out, put once
// A round is a notice: what served an earlier one, taken back with its text, proves nothing of the next.
const FORMAT = 1
const PARTITIONS = 16
const STRIKE = 'strike'

export const roundOf = ({ withdrawnNotices = 0 }: Pick<StoredVote, 'withdrawnNotices'>): number =>
  withdrawnNotices

export const servingPartitions = (vote: string, round: number): readonly string[] =>
  Array.from({ length: PARTITIONS }, (_, n) => `SV#${vote}#${round}#${n}`)

function partitionOf(vote: string, round: number, unit: string): string {
  const [first = 0] = createHash('sha256').update(unit).digest()
  return `SV#${vote}#${round}#${first % PARTITIONS}`
}

/** What a key alone tells of a proof that is not struck. */
export interface KnownProof {
  readonly unit: string
  readonly way: ServingWay
}

export interface FoundEvidence {
  readonly evidence: StoredEvidence
  readonly strike?: StoredStrike
}

export type ServingLog = ReturnType<typeof servingLog>

/** The proofs of one notice of one vote. */
export const servingLog = (table: Table, vote: FoundVote) => {
  const round = roundOf(vote)
  const key = (unit: string, kind: string, id: string): Key => ({
    pk: partitionOf(vote.vote, round, unit),
    sk: `${unit}#${kind}#${id}`,
  })
  const putOnce = async (at: Key, data: Item['data']): Promise<void> => {
    await table.put({ ...at, version: 1, v: FORMAT, data }).catch((err: unknown) => {
      if (!(err instanceof ConflictError)) throw err
    })
  }
  return {
    round,
    /** Once for each home and way that the app sees for itself. Reads before it writes: mostly it is there. */
    async note(evidence: StoredEvidence): Promise<void> {
      const at = key(evidence.unit, evidence.way, evidence.evidence)
      if (!(await table.get(at))) await putOnce(at, evidence)
    },
    add: (evidence: StoredEvidence): Promise<void> =>
      putOnce(key(evidence.unit, evidence.way, evidence.evidence), evidence),
    strike: (unit: string, evidence: string, strike: StoredStrike): Promise<void> =>
      putOnce(key(unit, STRIKE, evidence), strike),
    /** In the order of their keys. */
    async of(unit: string): Promise<readonly FoundEvidence[]> {
      const prefix = `${unit}#`
      const found = await everyItem(table, partitionOf(vote.vote, round, unit), prefix)
      return paired(found)
    },
    /** Every proof that is not struck, by keys alone. */
    async known(): Promise<readonly KnownProof[]> {
      const parts = await Promise.all(
        servingPartitions(vote.vote, round).map((pk) => everyKey(table, pk)),
      )
      return unstruck(parts.flat())
    },
  }
}

function paired(items: readonly Item[]): readonly FoundEvidence[] {
  const strikes = new Map(
    items.flatMap((item) => {
      const { kind, id } = partsOf(item.sk)
      return kind === STRIKE ? [[id, StoredStrike.parse(item.data)] as const] : []
    }),
  )
  return items.flatMap((item) => {
    const { kind, id } = partsOf(item.sk)
    if (kind === STRIKE) return []
    const strike = strikes.get(id)
    return [{ evidence: StoredEvidence.parse(item.data), ...(strike && { strike }) }]
  })
}

function unstruck(keys: readonly Key[]): readonly KnownProof[] {
  const all = keys.map(({ sk }) => partsOf(sk))
  const struck = new Set(
    all.flatMap(({ kind, unit, id }) => (kind === STRIKE ? `${unit}#${id}` : [])),
  )
  return all.flatMap(({ unit, kind, id }) => {
    const way = ServingWay.safeParse(kind)
    return way.success && !struck.has(`${unit}#${id}`) ? [{ unit, way: way.data }] : []
  })
}

/** A label may hold a `#` itself; way and id never do. */
function partsOf(sk: string) {
  const parts = sk.split('#')
  const [kind = '', id = ''] = parts.slice(-2)
  return { unit: parts.slice(0, -2).join('#'), kind, id }
}

async function everyItem(table: Table, pk: string, prefix: string): Promise<readonly Item[]> {
  const found: Item[] = []
  let cursor: string | undefined
  do {
    const page = await table.query(pk, { prefix, ...(cursor !== undefined && { cursor }) })
    found.push(...page.items)
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

async function everyKey(table: Table, pk: string): Promise<readonly Key[]> {
  const found: Key[] = []
  let cursor: string | undefined
  do {
    const page = await table.queryKeys(pk, cursor === undefined ? {} : { cursor })
    found.push(...page.items)
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}
