import type { Sweep } from '../platform/jobs/sweep.ts'

export interface TimedJobs {
  /** Something is due now. */
  signal(): void
  /** No sweep starts any more; resolves when the one under way has ended. */
  stop(): Promise<void>
}

const EVERY_MS = 1_000
/** Gathers what is signalled in a burst, and lets requests pass between two sweeps. */
const SOON_MS = 50

/** One machine's clock and outbox: a sweep every second, and soon after something became due. One at a time. */
export function timedJobs(sweep: Sweep, onFault: (err: unknown) => void): TimedJobs {
  let running: Promise<void> | undefined
  let stopped = false
  let soon: NodeJS.Timeout | undefined

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
