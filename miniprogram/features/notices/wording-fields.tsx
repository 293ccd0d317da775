import type { Wording } from '#shared/notices/rules.ts'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import { TEXT_AT_MOST } from './publication.ts'

interface WordingFieldsProps {
  readonly wording: Wording
  readonly onChange: (to: Partial<Wording>) => void
}

/** What is locked once it is published. */
export const WordingFields = ({ wording: { title, text }, onChange }: WordingFieldsProps) => (
  <>
    <Field label="标题" hint="说清什么事、什么时候">
      <TextLine
        id="title"
        label="标题"
        value={title}
        onChange={(value) => onChange({ title: value })}
        placeholder="例如：周二停水 4 小时"
      />
    </Field>
    <Field label="正文">
      <TextArea
        id="text"
        label="正文"
        value={text}
        onChange={(value) => onChange({ text: value })}
        most={TEXT_AT_MOST}
      />
    </Field>
  </>
)
