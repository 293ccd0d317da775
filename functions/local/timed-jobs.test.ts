import { setTimeout as wait } from 'node:timers/promises'
import { timedJobs } from './timed-jobs.ts'

const NOTHING = { visited: 0, failed: 0 }

/** A sweep that ends when the test says so. */
function slowSweep() {
  const ends: (() => void)[] = []
  const run = () => new Promise<typeof NOTHING>((resolve) => ends.push(() => resolve(NOTHING)))
  const sweep = { run, visit: () => Promise.resolve(NOTHING) }
  const jobs = timedJobs(
    () => sweep,
    (err) => {
      throw err
    },
  )
  return { jobs, ends }
}

test('what is signalled in a burst is one sweep, soon', async () => {
  const { jobs, ends } = slowSweep()
  for (let n = 0; n < 5; n += 1) jobs.signal()
  await wait(200)
  expect(ends).toHaveLength(1)
  ends[0]?.()
  await jobs.stop()
})

test('what becomes due during a sweep is not left to the timer', async () => {
  const { jobs, ends } = slowSweep()
  jobs.signal()
  await wait(200)
  jobs.signal()
  await wait(200)
  expect(ends).toHaveLength(1)
  ends[0]?.()
  await wait(300)
  expect(ends).toHaveLength(2)
  ends[1]?.()
  await jobs.stop()
})
