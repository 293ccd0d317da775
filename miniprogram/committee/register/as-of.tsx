import { dayOf, formatDay, startOfDay } from '#shared/kernel/calendar.ts'
import { TimeWheels } from '#miniprogram/kit/time-wheels.tsx'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'

interface AsOfProps {
  /** In Shanghai, `2026-11-24`; absent for the register as it holds now. */
  readonly day: string | undefined
  readonly onChange: (day: string | undefined) => void
}

/** Nobody asks for a roll from before the first commercial homes. */
const EARLIEST = '1985-01-01'

/** Of which day the register is looked at: now, unless somebody asks who owned what then. */
export function AsOf({ day, onChange }: AsOfProps) {
  const now = useNow()
  const today = dayOf(now)
  return (
    <Field
      label="哪一天的名册"
      hint="想知道以前某一天谁是业主，就选那一天。还没有名册的日子，按第一版名册算"
    >
      <TimeWheels
        id="as-of"
        title="哪一天的名册"
        words={day === undefined ? '今天' : formatDay(day, now)}
        value={startOfDay(day ?? today)}
        earliest={startOfDay(EARLIEST)}
        latest={startOfDay(today)}
        to="date"
        onChange={(time) => onChange(dayOf(time) === today ? undefined : dayOf(time))}
      />
      {day !== undefined && (
        <Button kind="quiet" id="as-of-today" onPress={() => onChange(undefined)}>
          改回今天
        </Button>
      )}
    </Field>
  )
}
