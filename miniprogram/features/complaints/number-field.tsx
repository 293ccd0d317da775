import { isPublicNumber } from '#shared/kernel/public-number.ts'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'

/** As typed from paper: in any case, with any dashes and spaces; nothing where a symbol is wrong. */
export function typedNumber(text: string): string | undefined {
  const number = text.replace(/[\s\-—－·]/g, '').toUpperCase()
  return isPublicNumber(number) ? number : undefined
}

interface NumberFieldProps {
  readonly value: string
  readonly onChange: (value: string) => void
}

/** A complaint's number, copied from paper. */
export const NumberField = ({ value, onChange }: NumberFieldProps) => (
  <Field label="编号" hint="回执上最大的那一行，9 位">
    <TextLine
      id="number"
      label="编号"
      value={value}
      onChange={onChange}
      placeholder="例如：JX7-K4M-9R3"
    />
  </Field>
)
