import { useState } from 'react'
import { lengthOf } from '#shared/kernel/text.ts'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'

interface NameFieldProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly least: number
  readonly most: number
  /** Only what can stand. */
  readonly onChange: (value: string) => void
  readonly hint?: string
}

/** A name; while it is too short or too long it is said what is wrong, and the one before stays. */
export function NameField({ id, label, value, least, most, onChange, ...hint }: NameFieldProps) {
  const [typed, setTyped] = useState(value)
  const length = lengthOf(typed)
  const fits = length >= least && length <= most
  return (
    <Field label={label} wrong={fits ? undefined : `请写 ${least} 到 ${most} 个字`} {...hint}>
      <TextLine
        id={id}
        label={label}
        value={typed}
        onChange={(next) => {
          setTyped(next)
          const size = lengthOf(next)
          if (size >= least && size <= most) onChange(next.trim())
        }}
      />
    </Field>
  )
}
