import { lengthOf } from '#shared/kernel/text.ts'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'

const LEAST = 2
const MOST = 300

export function missingInWords(words: string): string | undefined {
  const used = lengthOf(words)
  if (used < LEAST) return `请写明说明，至少 ${LEAST} 个字`
  return used > MOST ? '写得太长，请删减' : undefined
}

interface WordsFieldProps {
  readonly label: string
  readonly hint: string
  readonly value: string
  readonly onChange: (value: string) => void
}

/** What the officer writes to the person. */
export const WordsField = ({ label, hint, value, onChange }: WordsFieldProps) => (
  <Field label={label} hint={hint}>
    <TextArea id="words" label={label} value={value} most={MOST} onChange={onChange} />
  </Field>
)
