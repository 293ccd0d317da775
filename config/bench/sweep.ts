import { setTimeout as rest } from 'node:timers/promises'
import { calendarOf } from '#shared/clocks/calendar.ts'
import { YEAR_TABLES } from '#shared/clocks/years.ts'
import { begin } from '#shared/complaints/rules/life.ts'
import { openLife } from '#shared/complaints/rules/settle.ts'
import { DEFAULT_PERIODS } from '#shared/complaints/settings.ts'
import { DAY } from '#shared/kernel/calendar.ts'
import { addCommunity } from '#functions/communities/repository.ts'
import { NO_FORMER_LEFT } from '#functions/complaints/former.ts'
import { createJobs } from '#functions/jobs.ts'
import type { Item } from '#functions/platform/table/table.ts'
import { communityOf } from './communities.ts'
import { openBenchMachine } from './machine.ts'
import { itemOf, storedComplaints } from './stored-complaints.ts'
import { MANY } from './world.ts'

/** The store goes on sorting what was loaded: that is no part of a sweep. */
const SETTLING_MS = 5_000
const TERMS = { calendar: calendarOf(YEAR_TABLES), rules: DEFAULT_PERIODS }
const CODE = 'MN'
/** A day for a first reply, and an hour more. */
const LATE = DAY + DAY / 24

/** Open complaints whose clocks run; spread among them those whose first reply is overdue. */
function* running(open: number, due: number, now: Date): Generator<Item> {
  // The product has run here before.
  yield NO_FORMER_LEFT
  const every = Math.floor(open / due)
  let n = 0
  for (const one of storedComplaints(MANY, CODE, open)) {
    const isDue = n % every === 0 && n / every < due
    const filedAt = new Date(now.getTime() - (isDue ? LATE : 0))
    const at = filedAt.toISOString()
    n += 1
    const { life } = openLife(begin(at, false), filedAt, TERMS)
    yield itemOf({ ...one, filedAt: at, changedAt: at, life })
  }
}

/** One sweep of the product over what is due: warned, breached, gone up, written. Whom it concerns the next one tells. */
async function sweepOnce(folder: string, open: number, due: number) {
  const { ports, store } = await openBenchMachine(folder)
  await store.load(running(open, due, ports.now()))
  await addCommunity(ports.table, communityOf(MANY, CODE))
  await rest(SETTLING_MS)
  const [start, cpu] = [performance.now(), process.cpuUsage()]
  const { visited, failed } = await createJobs(ports).run()
  const [ms, { user, system }] = [performance.now() - start, process.cpuUsage(cpu)]
  await store.close()
  return { open, due, visited, failed, ms, cpuMs: (user + system) / 1_000 }
}

const [folder = '', open = '', due = ''] = process.argv.slice(2)
void sweepOnce(folder, Number(open), Number(due)).then((swept) =>
  process.stdout.write(JSON.stringify(swept)),
)
