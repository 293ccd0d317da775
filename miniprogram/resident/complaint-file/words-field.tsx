import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { MOST, type Form } from './form.ts'

interface WordsFieldProps {
  readonly form: Form
  readonly set: (to: Partial<Form>) => void
}

/** WeChat turns no speech into text for us; the phone's own keyboard does, and few know its key. */
export const WordsField = ({ form, set }: WordsFieldProps) => (
  <Field
    label="什么问题"
    hint="不想打字：点一下输入框，再按住键盘上的话筒（或空格键）说话，会变成文字。"
  >
    <TextArea
      id="text"
      label="什么问题"
      value={form.text}
      onChange={(text) => set({ text })}
      most={MOST}
      placeholder="例如：三栋电梯关门时有异响"
    />
  </Field>
)
