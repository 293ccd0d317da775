/** How often, per person and address. */
export interface Limits {
  /**
   * Counts one use of `rule` by `who`.
   * @returns seconds to wait, 0 where it is allowed
   */
  use(rule: LimitRule, who: string, now: Date): Promise<number>
}

export type LimitRule = 'login' | 'write' | 'read'

/** Uses allowed per minute. `login` is counted by address, the others by person or, without one, by address. */
export type LimitSizes = Readonly<Record<LimitRule, number>>

export const DEFAULT_SIZES: LimitSizes = { login: 30, write: 120, read: 1_200 }
