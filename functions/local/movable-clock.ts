import { readFileSync, renameSync, writeFileSync } from 'node:fs'

export interface MovableClock {
  now(): Date
  /** Forward only: what has happened stays in the past. */
  moveTo(time: Date): boolean
}

/**
 * The demo's clock: real time plus an offset that survives a restart.
 * @param start what the clock shows when it is first made; real time where absent
 */
export function movableClock(
  file: string,
  real: () => Date,
  start: Date | undefined,
): MovableClock {
  let offset = readOffset(file) ?? (start ? start.getTime() - real().getTime() : 0)
  const keep = (): void => {
    writeFileSync(`${file}.new`, JSON.stringify({ offset }))
    renameSync(`${file}.new`, file)
  }
  const now = (): Date => new Date(real().getTime() + offset)
  keep()
  return {
    now,
    moveTo(time) {
      if (time.getTime() < now().getTime()) return false
      offset = time.getTime() - real().getTime()
      keep()
      return true
    },
  }
}

function readOffset(file: string): number | undefined {
  try {
    const { offset } = JSON.parse(readFileSync(file, 'utf8')) as { offset: unknown }
    return typeof offset === 'number' ? offset : undefined
  } catch {
    return undefined
  }
}
