import { waitAfter, waitWords, type Patience } from '#shared/sessions/rules.ts'
import * as z from '#shared/kernel/zod.ts'
import { RefusedError } from '../http/refused-error.ts'
import { ConflictError, type Key, type Table } from '../table/table.ts'

// TRIES#<kind>#<who> | TRIES   failures on end; forgotten after a day without any
const FORMAT = 1
const FORGOTTEN_SECONDS = 86_400
const TURNS = 8

const Tries = z.object({ failures: z.int(), waitUntil: z.string() })
type Tries = z.infer<typeof Tries>

/** Whose attempts are counted together: a person or an address. */
export interface Counted {
  readonly kind: string
  readonly who: string
  readonly patience: Patience
}

/** Attempts at something that can be guessed. Counted in the store, so that no restart forgives them. */
export interface Attempts {
  /**
   * Counts a failure before it is known whether it is one: attempts made at once cannot all be the first.
   * @throws RefusedError with how long to wait
   */
  begin(counted: Counted, now: Date): Promise<void>
  /** The attempt begun was none; with `forgive` neither were those before. */
  succeed(counted: Counted, now: Date, forgive: boolean): Promise<void>
  /** Only looks. @throws RefusedError with how long to wait */
  check(counted: Counted, now: Date): Promise<void>
}

export function attemptsOn(table: Table): Attempts {
  const change = async (counted: Counted, now: Date, next: (tries: Tries) => Tries) => {
    for (let turn = 0; turn < TURNS; turn += 1) {
      const item = await table.get(keyOf(counted))
      const version = (item?.version ?? 0) + 1
      const data = next(item ? Tries.parse(item.data) : NONE)
      const expiresAt = Math.ceil(now.getTime() / 1_000) + FORGOTTEN_SECONDS
      try {
        await table.put({ version, v: FORMAT, data, expiresAt, ...keyOf(counted) })
        return
      } catch (err) {
        if (!(err instanceof ConflictError)) throw err
      }
    }
    throw tooMany(1)
  }
  return {
    begin: (counted, now) =>
      change(counted, now, (tries) => {
        demandPatience(tries, now)
        const failures = tries.failures + 1
        return { failures, waitUntil: later(now, waitAfter(failures, counted.patience)) }
      }),
    succeed: (counted, now, forgive) =>
      change(counted, now, ({ failures }) => ({
        failures: forgive ? 0 : Math.max(0, failures - 1),
        waitUntil: later(now, 0),
      })),
    async check(counted, now) {
      const item = await table.get(keyOf(counted))
      if (item) demandPatience(Tries.parse(item.data), now)
    },
  }
}

const NONE: Tries = { failures: 0, waitUntil: '1970-01-01T00:00:00.000Z' }
const keyOf = ({ kind, who }: Counted): Key => ({ pk: `TRIES#${kind}#${who}`, sk: 'TRIES' })
const later = (now: Date, seconds: number): string =>
  new Date(now.getTime() + seconds * 1_000).toISOString()

function demandPatience({ waitUntil }: Tries, now: Date): void {
  const left = Date.parse(waitUntil) - now.getTime()
  if (left > 0) throw tooMany(Math.ceil(left / 1_000))
}

const tooMany = (seconds: number): RefusedError =>
  new RefusedError('sessions.too_many_tries', { wait: waitWords(seconds) })
