import { lengthOf } from '#shared/kernel/text.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'

interface NoteFormProps {
  readonly id: string
  readonly word: string
  readonly label: string
  readonly hint: string
  readonly note: string
  /** What else is missing. */
  readonly off: string | undefined
  readonly onNote: (text: string) => void
  readonly reload: () => Promise<void>
  readonly onBack: () => void
  readonly send: () => Promise<void>
}

const LEAST = 5
const MOST = 300

/** Some words for the record, and the way to leave it. */
export function NoteForm({ id, word, label, hint, note, ...form }: NoteFormProps) {
  const doing = useAct(form.send)
  const length = lengthOf(note)
  const wrong =
    length < LEAST
      ? `请写明${label}，至少 ${LEAST} 个字`
      : length > MOST
        ? `多了 ${length - MOST} 个字，请删减`
        : undefined
  return (
    <>
      <Field label={label} hint={hint}>
        <TextArea id={`${id}-note`} label={label} value={note} most={MOST} onChange={form.onNote} />
      </Field>
      {doing.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: form.reload }}>
          {`${doing.trouble.detail}写的内容还在。`}
        </NoticeBar>
      )}
      <Button
        id={`${id}-sure`}
        busy={doing.busy}
        busyWord={`正在${word}…`}
        off={form.off ?? wrong}
        onPress={() => doing.run()}
      >
        {word}
      </Button>
      <Button kind="quiet" id={`${id}-back`} onPress={form.onBack}>
        先不登记
      </Button>
    </>
  )
}
