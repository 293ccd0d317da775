import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import type { Form } from './form.ts'

const SURENESS = [
  { value: 'full_text', label: '对照通知原文' },
  { value: 'quoted', label: '从别处引用，没有看到原文' },
] as const

interface NoticeFieldsProps {
  readonly form: Form
  readonly onChange: (to: Partial<Form>) => void
}

export const NoticeFields = ({ form, onChange }: NoticeFieldsProps) => (
  <>
    <Card title="放假和调休">
      <Field
        label="把通知正文贴进来，或者照样子写"
        hint="例如：10月1日至7日放假。9月20日、10月10日上班。"
      >
        <TextArea
          {...{ id: 'notice-text', label: '通知正文', most: 4_000, value: form.text }}
          onChange={(text) => onChange({ text })}
        />
      </Field>
    </Card>
    <Card title="依据">
      <Field label="通知的名称和文号">
        <TextArea
          {...{ id: 'notice-source', label: '通知的名称和文号', most: 200, value: form.source }}
          onChange={(source) => onChange({ source })}
        />
      </Field>
      <ChoiceRow
        label="怎么录入的"
        options={SURENESS}
        value={form.confidence}
        onChange={(confidence) => onChange({ confidence })}
      />
    </Card>
  </>
)
