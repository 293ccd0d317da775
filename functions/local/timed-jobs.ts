import { performance } from 'node:perf_hooks'
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

/** It rests in slices, until one in which the thread had little else to do. */
const SLICE_MS = 25
const CALM = 0.3
/** However busy the requests keep the thread, what is due goes on. */
const LONGEST_REST_MS = 1_000

/** Visits at once: a request waits for so many at most. */
const PAGE = 10

/**
 * One machine's clock and outbox: a sweep every second, and soon after something became due. One at a time.
 * Requests and sweep share one thread, and after a burst the sweep has as much to do as the requests had: after each
 * page it waits until they leave the thread alone, a second at most.
 */
export function timedJobs(
  sweepAt: (pace: Pace) => Sweep,
  onFault: (err: unknown) => void,
): TimedJobs {
  let running: Promise<void> | undefined
  let stopped = false
  // A sweep visits what was due when it began: what became due meanwhile asks for the next.
  let isAsked = false
  let soon: NodeJS.Timeout | undefined
  const rest = async (): Promise<boolean> => {
    for (let rested = 0; rested < LONGEST_REST_MS && !stopped; rested += SLICE_MS) {
      const before = performance.eventLoopUtilization()
      await wait(SLICE_MS)
      if (performance.eventLoopUtilization(before).utilization < CALM) break
    }
    return !stopped
  }
  const sweep = sweepAt({ page: PAGE, rest })

  const run = (): void => {
    if (stopped) return
    if (running) {
      isAsked = true
      return
    }
    running = sweep
      .run()
      .then(() => undefined, onFault)
      .finally(() => {
        running = undefined
        if (!isAsked) return
        isAsked = false
        signal()
      })
  }
  const signal = (): void => {
    soon ??= setTimeout(() => {
      soon = undefined
      run()
    }, SOON_MS)
  }
  const timer = setInterval(run, EVERY_MS)
  return {
    signal,
    async stop() {
      stopped = true
      clearInterval(timer)
      clearTimeout(soon)
      await running
    },
  }
}
