import * as z from '#shared/kernel/zod.ts'
import type { Vault } from '../keys/vault.ts'
import { ConflictError, type Item, type Key, type Table } from '../table/table.ts'
import { isRenewedNow, type AskToken, type GivenToken } from './stable-token.ts'
import { WeixinError } from './weixin.ts'

// WEIXIN#<appid> | TOKEN   the newest token any process fetched, sealed; and who is fetching the next
const FORMAT = 1
const PURPOSE = 'weixin token'

/** Longer than a fetch may take with its repetitions: whoever holds it and dies keeps others waiting so long. */
const LEASE_MS = 20_000
const LOOK_AGAIN_MS = 150
/** Two leases long. */
const LOOKS_AT_MOST = (2 * LEASE_MS) / LOOK_AGAIN_MS

const Stored = z.object({
  sealed: z.string().optional(),
  /** Epoch ms, by the clock of whoever fetched it. */
  endsAt: z.number().optional(),
  /** Somebody is asking WeChat. */
  leased: z.boolean().optional(),
})
type Stored = z.infer<typeof Stored>

interface Needs {
  readonly table: Table
  readonly vault: Vault
  readonly now: () => Date
  /** From 0 to less than 1. */
  readonly random: () => number
  readonly wait: (ms: number) => Promise<void>
}

/**
 * Asks WeChat from one process at a time: the others wait for what it fetched. A conditional write decides who asks;
 * who dies while asking is followed by the next once the lease is over. A token that WeChat has refused is not
 * handed out again.
 */
export function sharedToken(needs: Needs, appid: string, ask: AskToken): AskToken {
  const { table, now, random, wait } = needs
  const key: Key = { pk: `WEIXIN#${appid}`, sk: 'TOKEN' }

  const write = (item: Item | undefined, data: Stored): Promise<void> =>
    table.put({ version: (item?.version ?? 0) + 1, v: FORMAT, data, ...key })

  const fetchAnew = async (refused: string | undefined, held: Item | undefined) => {
    await write(held, { ...storedIn(held), leased: true })
    const version = (held?.version ?? 0) + 1
    const leased: Item = { version, v: FORMAT, data: {}, ...key }
    try {
      const asked = now().getTime()
      const given = await ask(refused)
      const sealed = needs.vault.seal(PURPOSE, given.token)
      await write(leased, { sealed, endsAt: asked + given.expiresIn * 1_000 })
      return given
    } catch (err) {
      // The next one may try at once; where that cannot be written, when the lease is over.
      await write(leased, {}).catch(() => undefined)
      throw err
    }
  }

  return async (refused) => {
    const isOver = leaseWatch(now)
    for (let looks = 0; looks < LOOKS_AT_MOST; looks += 1) {
      const held = await table.get(key)
      const stored = storedIn(held)
      const given = givenBy(stored, needs.vault, now())
      if (given && given.token !== refused) return given
      if (stored.leased !== true || isOver(held?.version ?? 0)) {
        const fetched = await fetchAnew(refused, held).catch(unlessConflict)
        if (fetched) return fetched
      }
      await wait(LOOK_AGAIN_MS * (0.5 + random()))
    }
    throw new WeixinError('weixin.busy')
  }
}

/** A lease is over once it has been seen unchanged for its length: two machines' clocks are not compared. */
function leaseWatch(now: () => Date): (version: number) => boolean {
  let seen = { version: -1, since: 0 }
  return (version) => {
    const time = now().getTime()
    if (seen.version !== version) seen = { version, since: time }
    return time - seen.since >= LEASE_MS
  }
}

const storedIn = (item: Item | undefined): Stored => (item ? Stored.parse(item.data) : {})

/** What is stored, while whoever asks WeChat would still be given the same one. */
function givenBy({ sealed, endsAt }: Stored, vault: Vault, now: Date): GivenToken | undefined {
  if (sealed === undefined || endsAt === undefined) return undefined
  const expiresIn = Math.floor((endsAt - now.getTime()) / 1_000)
  const token = isRenewedNow(expiresIn) ? undefined : vault.open(PURPOSE, sealed)
  return token === undefined ? undefined : { token, expiresIn }
}

/** Somebody else asks, or has just answered: look again. */
function unlessConflict(err: unknown): undefined {
  if (!(err instanceof ConflictError)) throw err
}
