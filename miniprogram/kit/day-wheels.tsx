import { addDays, dayOf, formatDay, startOfDay } from '#shared/kernel/calendar.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { TimeWheels } from './time-wheels.tsx'

interface DayWheelsProps {
  readonly id: string
  readonly title: string
  /** Days in Shanghai, `2026-11-24`. */
  readonly value: string | undefined
  readonly onChange: (day: string) => void
}

const YEAR = 365

/** A day from today on, at most a year ahead. */
export function DayWheels({ id, title, value, onChange }: DayWheelsProps) {
  const now = useNow()
  const today = dayOf(now)
  return (
    <TimeWheels
      id={id}
      title={title}
      words={value === undefined ? '点这里选择' : formatDay(value, now)}
      value={startOfDay(value ?? today)}
      earliest={startOfDay(today)}
      latest={startOfDay(addDays(today, YEAR))}
      to="date"
      onChange={(time) => onChange(dayOf(time))}
    />
  )
}
