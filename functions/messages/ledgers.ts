import { EMPTY, type Ledger } from '#shared/messages/credits.ts'
import * as z from '#shared/kernel/zod.ts'
import { isRepetition, type MadeBy } from '../platform/http/request-key.ts'
import { ConflictError, type Item, type Key, type Table } from '../platform/table/table.ts'
import { agreeing } from './repository.ts'

// CREDIT#<person> | T#<WeChat's template id>   what the person agreed to receive of it
// CREDIT#<person> | A#<key>                    an answer that was told of, so that another under its key is refused
const FORMAT = 1
/** A request is repeated within the day. */
const ANSWER_KEPT_S = 2 * 86_400

const StoredLedger = z.object({
  credits: z.int().min(0),
  taken: z.array(z.object({ message: z.string(), sent: z.boolean() })),
  accepted: z.array(
    z.object({
      by: z.enum(['phone', 'weixin']),
      id: z.string(),
      at: z.string(),
      paired: z.boolean(),
    }),
  ),
})
const Answer = z.object({ id: z.string(), request: z.string() })

const partitionOf = (person: string): string => `CREDIT#${person}`
const ledgerKey = (person: string, templateId: string): Key => ({
  pk: partitionOf(person),
  sk: `T#${templateId}`,
})

export type Ledgers = ReturnType<typeof ledgersOf>

/** What one person agreed to, by WeChat's templates: several of our names may share one. */
export const ledgersOf = (table: Table, person: string) => ({
  async find(templateId: string): Promise<Ledger> {
    const item = await table.get(ledgerKey(person, templateId))
    return item ? StoredLedger.parse(item.data) : EMPTY
  },
  /** One batch, in the order of the ids. */
  async findAll(templateIds: readonly string[]): Promise<readonly Ledger[]> {
    const items = await table.batchGet(templateIds.map((id) => ledgerKey(person, id)))
    return items.map((item) => (item ? StoredLedger.parse(item.data) : EMPTY))
  },
  /** Changed by `change`, again where somebody else wrote between; unchanged it is not written. */
  change: (templateId: string, change: (ledger: Ledger) => Ledger): Promise<Ledger> =>
    agreeing(async () => {
      const key = ledgerKey(person, templateId)
      const item = await table.get(key)
      const held = item ? StoredLedger.parse(item.data) : EMPTY
      const next = change(held)
      if (next !== held) await table.put(ledgerItem(key, next, (item?.version ?? 0) + 1))
      return next
    }),
  /** @throws RefusedError where another answer was told of under the same key */
  async remember({ id, request }: MadeBy, now: Date): Promise<void> {
    const key = { pk: partitionOf(person), sk: `A#${id}` }
    const expiresAt = Math.floor(now.getTime() / 1_000) + ANSWER_KEPT_S
    const item = { version: 1, v: FORMAT, data: { id, request }, expiresAt, ...key }
    await table.put(item).catch(async (err: unknown) => {
      if (!(err instanceof ConflictError)) throw err
      const made = await table.get(key)
      if (made) isRepetition(Answer.parse(made.data), { id, request, digest: new Uint8Array() })
    })
  },
  /** Every ledger and answer of the person. */
  async removeAll(): Promise<void> {
    for (;;) {
      const { items } = await table.query(partitionOf(person), { limit: 100 })
      if (items.length === 0) return
      for (const item of items) await table.delete(item, item.version)
    }
  },
})

const ledgerItem = (key: Key, { credits, taken, accepted }: Ledger, version: number): Item => ({
  ...key,
  version,
  v: FORMAT,
  data: {
    credits,
    taken: taken.map((one) => ({ ...one })),
    accepted: accepted.map((one) => ({ ...one })),
  },
})
