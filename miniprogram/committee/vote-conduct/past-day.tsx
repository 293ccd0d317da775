import { addDays, dayOf, formatDay, startOfDay } from '#shared/kernel/calendar.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { TimeWheels } from '#miniprogram/kit/time-wheels.tsx'

interface PastDayProps {
  readonly id: string
  readonly title: string
  /** Days in Shanghai, `2026-11-24`. */
  readonly value: string | undefined
  readonly onChange: (day: string) => void
}

const BACK = 365

/** A day up to today: what is put on record is done. */
export function PastDay({ id, title, value, onChange }: PastDayProps) {
  const now = useNow()
  const today = dayOf(now)
  return (
    <TimeWheels
      {...{ id, title }}
      words={value === undefined ? '点这里选择' : formatDay(value, now)}
      value={startOfDay(value ?? today)}
      earliest={startOfDay(addDays(today, -BACK))}
      latest={startOfDay(today)}
      to="date"
      onChange={(time) => onChange(dayOf(time))}
    />
  )
}
