import type { Blobs } from './blobs/blobs.ts'
import type { Keys } from './keys/keys.ts'
import type { Vault } from './keys/vault.ts'
import type { Limits } from './limits/limits.ts'
import type { Log } from './log/log.ts'
import type { Table } from './table/table.ts'
import type { SubscribeTemplates } from './weixin/subscribe-templates.ts'
import type { PushSettings } from './weixin/push.ts'
import type { Weixin } from './weixin/weixin.ts'

/** `demo` lets the demo persons in and the clock be moved; it exists on one machine only. */
export type Mode = 'demo' | 'production'

/** Everything outside the process. Each port has a real adapter and a local one. */
export interface Ports {
  readonly table: Table
  readonly blobs: Blobs
  readonly weixin: Weixin
  readonly keys: Keys
  readonly vault: Vault
  readonly limits: Limits
  readonly log: Log
  readonly mode: Mode
  /** By which a message is known to come from WeChat; without it none is taken. */
  readonly push?: PushSettings
  /** WeChat's templates by our names for them; without one its messages stay in the inbox. */
  readonly templates?: SubscribeTemplates
  /** Who answers for the personal data held here, as the agreement names them. */
  readonly operator?: { readonly name: string; readonly contact: string }
  readonly now: () => Date
  /** Random, 128 bits, URL-safe. */
  readonly newId: () => string
}
