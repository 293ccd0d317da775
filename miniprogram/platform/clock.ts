import { useEffect, useState } from 'react'
import { MINUTE } from '#shared/kernel/calendar.ts'
import { cell } from './cell.ts'

// A `Date` header has whole seconds: below this a difference says nothing.
const NOISE = 2_000

const offset = cell(0)

// eslint-disable-next-line no-restricted-syntax -- the one place that reads the phone's clock
const phoneTime = (): number => Date.now()

/** Phones run fast and slow: times left are counted by the server's clock, which each answer tells. */
export function hearServerTime(header: string | undefined): void {
  const told = Date.parse(header ?? '')
  if (Number.isNaN(told)) return
  const found = told - phoneTime()
  if (Math.abs(found - offset.read()) > NOISE) offset.write(found)
}

/** Now, by the server's clock. */
export const now = (): Date => new Date(phoneTime() + offset.read())

/** Now, and again each half minute while the component is shown. */
export function useNow(): Date {
  const [time, setTime] = useState(now)
  useEffect(() => {
    const tick = () => setTime(now())
    const timer = setInterval(tick, MINUTE / 2)
    const end = offset.watch(tick)
    return () => {
      clearInterval(timer)
      end()
    }
  }, [])
  return time
}
