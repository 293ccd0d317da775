import type { Limits, LimitSizes } from './limits.ts'

const WINDOW = 60

/**
 * Fixed windows of a minute, counted in this process only: exact where it is the only one, as on one machine,
 * whose store one process has to itself. A restart begins to count anew.
 */
export function processLimits(sizes: LimitSizes): Limits {
  let window = -1
  let counts = new Map<string, number>()

  return {
    use(rule, who, now) {
      const seconds = Math.floor(now.getTime() / 1_000)
      const current = Math.floor(seconds / WINDOW)
      if (current !== window) {
        window = current
        counts = new Map()
      }
      const key = `${rule}#${who}`
      const uses = (counts.get(key) ?? 0) + 1
      counts.set(key, uses)
      return Promise.resolve(uses <= sizes[rule] ? 0 : WINDOW - (seconds % WINDOW))
    },
  }
}
