import { DAY, formatTime } from '#shared/kernel/calendar.ts'
import { TimeWheels } from '#miniprogram/kit/time-wheels.tsx'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Field as Question } from '#miniprogram/platform/ui/field.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import type { Field, Said } from './decisions.ts'

interface DecisionFieldsProps {
  readonly field: Field
  readonly said: Said
  readonly change: (to: Partial<Said>) => void
}

export function DecisionFields({ field, said, change }: DecisionFieldsProps) {
  const { name, label, hint, most } = field
  return (
    <Question label={label} {...(hint !== undefined && { hint })}>
      {name === 'until' ? (
        <Until value={said.until} onChange={(until) => change({ until })} />
      ) : name === 'place' ? (
        <TextLine
          id={name}
          label={label}
          value={said.place}
          onChange={(place) => change({ place })}
        />
      ) : (
        <TextArea
          id={name}
          label={label}
          value={said[name]}
          onChange={(text) => change({ [name]: text })}
          most={most}
        />
      )}
    </Question>
  )
}

interface UntilProps {
  readonly value: Date | undefined
  readonly onChange: (value: Date) => void
}

const HOUR_ON = 3_600_000

/** To the hour, from the next one on. */
function Until({ value, onChange }: UntilProps) {
  const now = useNow()
  const next = new Date(Math.ceil((now.getTime() + 1) / HOUR_ON) * HOUR_ON)
  return (
    <TimeWheels
      id="until"
      title="什么时候能恢复"
      words={value ? formatTime(value, now) : '点这里选择'}
      value={value && value > next ? value : next}
      earliest={next}
      latest={new Date(next.getTime() + 29 * DAY)}
      to="datehour"
      onChange={onChange}
    />
  )
}
