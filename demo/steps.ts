import type { Stage } from './stage.ts'

/** Something that happened at a time. */
export interface Step {
  readonly at: Date
  readonly happen: () => Promise<void>
}

/** Tells the steps in the order of their times, each followed by what was due by then; none after `end`. */
export async function tell(
  stage: Stage,
  steps: readonly Step[],
  end: Date,
  onProgress: (done: number, of: number) => void,
): Promise<void> {
  const told = steps.filter(({ at }) => at < end).sort((a, b) => a.at.getTime() - b.at.getTime())
  for (const [done, { at, happen }] of told.entries()) {
    stage.setClock(at)
    await happen()
    await stage.sweep()
    onProgress(done + 1, told.length)
  }
  stage.setClock(end)
  await stage.sweep()
}

const DAY = 86_400_000
/** So many days before `now`, at an hour in Shanghai, plus minutes. */
export const daysAgo = (now: Date, days: number, hour: number, minute = 0): Date => {
  const shanghai = new Date(now.getTime() + 8 * 3_600_000)
  const midnight = Date.UTC(
    shanghai.getUTCFullYear(),
    shanghai.getUTCMonth(),
    shanghai.getUTCDate(),
  )
  return new Date(midnight - 8 * 3_600_000 - days * DAY + hour * 3_600_000 + minute * 60_000)
}
export const later = (time: Date, hours: number): Date =>
  new Date(time.getTime() + hours * 3_600_000)
