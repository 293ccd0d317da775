import { useEffect } from 'react'
import { Text } from '@tarojs/components'
import type { ActFormProps } from '#miniprogram/features/complaints/acts/entry.ts'
import { ARRIVED, useActForm } from '#miniprogram/features/complaints/acts/use-act-form.ts'
import { NoFreeSpace } from '#miniprogram/features/draft-bars.tsx'
import { PhotoPicker } from '#miniprogram/features/photos/photo-picker.tsx'
import { useVoiceHold } from '#miniprogram/features/voices/spoken-voice.ts'
import { VoiceRecorder } from '#miniprogram/features/voices/voice-recorder.tsx'
import { Removal } from '#miniprogram/features/removal.tsx'
import type { ApiError } from '#miniprogram/platform/api-error.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { TextLine } from '#miniprogram/platform/ui/text-line.tsx'
import styles from './act-form.module.scss'
import { FilerWords, missingIn, NO_WORDS, type FilerForm } from './filer-forms.ts'

interface FilerActProps extends ActFormProps {
  /** The form is left; what was typed stays on the phone. */
  readonly onBack: () => void
}

/** What is typed for an act of a filer; it is kept until the server took it. */
export const useFilerForm = (props: ActFormProps, act: string, post: FilerForm['post']) =>
  useActForm(props, { kind: `filer-${act}`, Content: FilerWords, nothing: NO_WORDS, post })

/** One act with its own small form. */
export function ActForm({ form, ...props }: FilerActProps & { readonly form: FilerForm }) {
  const typed = useFilerForm(props, form.act, form.post)
  const hold = useVoiceHold(typed.content.voice)
  const off = props.off ?? hold ?? missingIn(form, typed.content)
  return (
    <Card title={form.word} id={`form-${form.act}`}>
      <Text className={classes(styles, 'note')}>{form.note}</Text>
      <Fields community={props.community} form={form} typed={typed} />
      {!typed.isKept && <NoFreeSpace />}
      <Refused trouble={typed.trouble} onLost={props.onLost} />
      {form.sure && off === undefined ? (
        <Removal
          id={`send-${form.act}`}
          act={form.word}
          {...form.sure}
          onRemove={() => void typed.send()}
        />
      ) : (
        <Button id={`send-${form.act}`} busy={typed.busy} off={off} onPress={typed.send}>
          {SEND[form.act] ?? form.word}
        </Button>
      )}
      <Button kind="quiet" id="act-back" onPress={props.onBack}>
        {BACK}
      </Button>
    </Card>
  )
}

interface FieldsProps {
  readonly community: string
  readonly form: FilerForm
  readonly typed: Pick<ReturnType<typeof useFilerForm>, 'content' | 'change'>
}

function Fields({ community, form, typed: { content, change } }: FieldsProps) {
  return (
    <>
      {form.body && (
        <Field label={form.body.label}>
          <TextLine
            id={`${form.act}-body`}
            {...form.body}
            value={content.body}
            onChange={(body) => change(() => ({ body }))}
          />
        </Field>
      )}
      {form.caseNumber && (
        <Field label={form.caseNumber.label}>
          <TextLine
            id="case-number"
            {...form.caseNumber}
            value={content.caseNumber}
            onChange={(caseNumber) => change(() => ({ caseNumber }))}
          />
        </Field>
      )}
      <Field {...form.text}>
        <TextArea
          id={`${form.act}-text`}
          label={form.text.label}
          placeholder={form.text.placeholder ?? ''}
          most={form.text.most}
          value={content.text}
          onChange={(text) => change(() => ({ text }))}
        />
      </Field>
      {form.takesPhotos && (
        <PhotoPicker
          community={community}
          photos={content.photos}
          onAdd={(photo) => change((old) => ({ photos: [...old.photos, photo] }))}
          onRemove={(photo) => change((old) => ({ photos: old.photos.filter((p) => p !== photo) }))}
        />
      )}
      {form.takesVoice && (
        <VoiceRecorder
          community={community}
          voice={content.voice}
          onChange={(voice) => change(() => ({ voice }))}
        />
      )}
    </>
  )
}

const SEND: Readonly<Record<string, string>> = { message: '发送', dispute: '提出异议' }
const BACK = '先不办，写的内容会留着'

interface RefusedProps {
  readonly trouble: ApiError | undefined
  readonly onLost: () => Promise<void>
}

const KEPT = '写的内容还在。'
const CHANGED = 409
const BEFORE = '您上一次发的其实已经收到了，请看下面的经过。还要再发一次，就再点一下。'

/** Why it was refused. Where something has changed it is loaded at once, so that the person sees what. */
export function Refused({ trouble, onLost }: RefusedProps) {
  const isOld = trouble?.status === CHANGED || trouble?.code === ARRIVED
  useEffect(() => {
    if (isOld) void onLost()
    // eslint-disable-next-line react-hooks/exhaustive-deps -- once for each refusal
  }, [trouble])
  if (!trouble) return null
  const detail = trouble.code === ARRIVED ? BEFORE : trouble.detail
  return (
    <NoticeBar tone="red">{detail.includes('内容还在') ? detail : `${detail}${KEPT}`}</NoticeBar>
  )
}
