import { api } from '#miniprogram/platform/api.ts'
import type { ActFormProps } from '#miniprogram/features/complaints/acts/entry.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { Refused, useFilerForm } from './act-form.tsx'
import type { FilerForm } from './filer-forms.ts'

const RATINGS = [
  { value: '5', label: '5 分', note: '很满意' },
  { value: '4', label: '4 分', note: '满意' },
  { value: '3', label: '3 分', note: '一般' },
  { value: '2', label: '2 分', note: '不满意' },
  { value: '1', label: '1 分', note: '很不满意' },
] as const

const MOST = 500

const post: FilerForm['post'] = (about, { text, rating }, sending) =>
  api.complaints.confirm(
    { ...about, rating: Number(rating), ...(text.trim() !== '' && { text }) },
    sending,
  )

interface ConfirmProps extends ActFormProps {
  /** Absent where none is left. */
  readonly onDispute: (() => void) | undefined
}

/** The filer's turn: done and how well, or not done. */
export function Confirm({ onDispute, ...props }: ConfirmProps) {
  const { content, change, send, busy, trouble } = useFilerForm(props, 'confirm', post)
  const missing = content.rating === undefined ? '请先打分' : undefined
  return (
    <Card title="办好了吗？" id="form-confirm">
      <Field label="给这次处理打分">
        <ChoiceRow
          label="打分"
          options={RATINGS}
          value={content.rating}
          onChange={(rating) => change(() => ({ rating }))}
        />
      </Field>
      <Field label="想说的话（可以不写）">
        <TextArea
          id="confirm-text"
          label="想说的话"
          most={MOST}
          value={content.text}
          onChange={(text) => change(() => ({ text }))}
        />
      </Field>
      <Refused trouble={trouble} onLost={props.onLost} />
      <Button id="confirm" busy={busy} off={props.off ?? missing} onPress={send}>
        办好了，确认
      </Button>
      {onDispute && (
        <Button kind="quiet" id="dispute" onPress={onDispute}>
          没有办好，我有异议
        </Button>
      )}
    </Card>
  )
}
