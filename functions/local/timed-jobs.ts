import { setTimeout as wait } from 'node:timers/promises'
import type { Pace, Sweep } from '../platform/jobs/sweep.ts'

export interface TimedJobs {
  /** Something is due now. */
  signal(): void
  /** No sweep starts any more; resolves when the one under way has ended. */
  stop(): Promise<void>
}

const EVERY_MS = 1_000
/** Gathers what is signalled in a burst, and lets requests pass between two sweeps. */
const SOON_MS = 50

/** Still far faster than WeChat lets anybody ask it: 4,000 texts a minute. */
const REST = 8
const LONGEST_REST_MS = 250

/** Visits at once: a request waits for so many at most. */
const PAGE = 10

/**
 * One machine's clock and outbox: a sweep every second, and soon after something became due. One at a time.
 * Requests and sweep share one thread, and after a burst the sweep has as much to do as the requests had: it rests
 * eight times as long as it worked, which leaves them most of the processor.
 */
export function timedJobs(
  sweepAt: (pace: Pace) => Sweep,
  onFault: (err: unknown) => void,
): TimedJobs {
  let running: Promise<void> | undefined
  let stopped = false
  let soon: NodeJS.Timeout | undefined
  const rest = async (workedMs: number): Promise<boolean> => {
    if (!stopped) await wait(Math.min(REST * Math.max(0, workedMs), LONGEST_REST_MS))
    return !stopped
  }
  const sweep = sweepAt({ page: PAGE, rest })

  const run = (): void => {
    if (running || stopped) return
    running = sweep
      .run()
      .then(() => undefined, onFault)
      .finally(() => {
        running = undefined
      })
  }
  const timer = setInterval(run, EVERY_MS)
  return {
    signal() {
      soon ??= setTimeout(() => {
        soon = undefined
        run()
      }, SOON_MS)
    },
    async stop() {
      stopped = true
      clearInterval(timer)
      clearTimeout(soon)
      await running
    },
  }
}
