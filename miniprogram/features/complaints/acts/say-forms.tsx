import { lengthOf } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { api } from '#miniprogram/platform/api.ts'
import { PhotoPicker } from '../../photos/photo-picker.tsx'
import { SpokenVoice, thenForget, useVoiceHold } from '../../voices/spoken-voice.ts'
import { VoiceRecorder } from '../../voices/voice-recorder.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { ActFrame } from './act-frame.tsx'
import type { About, ActFormProps } from './entry.ts'
import { Templates } from './templates.tsx'
import { useActForm } from './use-act-form.ts'

const Said = z.object({
  text: z.string(),
  photos: z.array(z.string()),
  voice: SpokenVoice.optional(),
})
type Said = z.infer<typeof Said>
const NOTHING: Said = { text: '', photos: [] }

const LEAST = 2
const MOST = 2_000

interface Words {
  /** Operation, and what its form is called by. */
  readonly act: 'reply' | 'resolve' | 'message' | 'note'
  readonly title: string
  readonly label: string
  readonly hint: string
  readonly example: string
  readonly word: string
  /** Colleagues' words never come into a form for the resident. */
  readonly kind: 'reply' | 'note'
}

const sayForm = ({ act, title, label, hint, example, word, kind }: Words) =>
  function SayForm(props: ActFormProps) {
    const form = useActForm(props, {
      kind,
      Content: Said,
      nothing: NOTHING,
      post: (about, said, sending) => thenForget(said.voice, posted(act, about, said, sending)),
    })
    const { text, photos, voice } = form.content
    const hold = useVoiceHold(voice)
    const { community, off, onLost } = props
    return (
      <ActFrame
        id={act}
        title={title}
        word={word}
        missing={hold ?? missingFor(act, label, form.content)}
        form={form}
        off={off}
        onLost={onLost}
      >
        {kind === 'reply' && (
          <Templates
            community={community}
            onPick={(words) => form.change((old) => ({ text: withWords(old.text, words) }))}
          />
        )}
        <Field label={label} hint={hint}>
          <TextArea
            id={`${act}-text`}
            label={label}
            value={text}
            most={MOST}
            placeholder={example}
            onChange={(value) => form.change(() => ({ text: value }))}
          />
        </Field>
        <PhotoPicker
          community={community}
          photos={photos}
          onAdd={(photo) => form.change((old) => ({ photos: [...old.photos, photo] }))}
          onRemove={(photo) =>
            form.change((old) => ({ photos: old.photos.filter((one) => one !== photo) }))
          }
        />
        {kind === 'reply' && (
          <VoiceRecorder
            community={community}
            voice={voice}
            onChange={(spoken) => form.change(() => ({ voice: spoken }))}
          />
        )}
      </ActFrame>
    )
  }

/** A message may be spoken alone; an answer or a report is kept in words too, where a court can read it. */
function missingFor(act: Words['act'], label: string, { text, voice }: Said): string | undefined {
  const isSpoken = act === 'message' && voice !== undefined && text.trim() === ''
  return isSpoken || lengthOf(text) >= LEAST ? undefined : `请先写${label}`
}

function posted(
  act: Words['act'],
  about: About,
  { text, photos, voice }: Said,
  sending: { readonly key: string },
) {
  const said = { ...about, text, photos }
  if (act === 'note') return api.complaints.note(said, sending)
  const spoken = voice?.id === undefined ? {} : { voice: voice.id }
  if (act !== 'message') return api.complaints[act]({ ...said, ...spoken }, sending)
  const words = text.trim() === '' ? {} : { text }
  return api.complaints.message({ ...about, photos, ...words, ...spoken }, sending)
}

/** What was typed stays in front; the same words are not put there twice. */
const withWords = (text: string, words: string): string => {
  if (text.includes(words)) return text
  return text.trim() === '' ? words : `${text.trimEnd()}\n${words}`
}

export const ReplyForm = sayForm({
  act: 'reply',
  title: '回复居民',
  label: '要告诉居民的话',
  hint: '谁、什么时候、做什么',
  example: '例如：王师傅今天下午 3 点上门检查',
  word: '发出回复',
  kind: 'reply',
})
export const ResolveForm = sayForm({
  act: 'resolve',
  title: '办完了',
  label: '要告诉居民的话',
  hint: '做了什么，结果怎样；有照片更好',
  example: '例如：已更换门机皮带，试运行半小时没有异响',
  word: '报告办完，请居民确认',
  kind: 'reply',
})
export const MessageForm = sayForm({
  act: 'message',
  title: '给居民留言',
  label: '要告诉居民的话',
  hint: '不改变办理状态，期限照常计算',
  example: '例如：请问您明天上午在家吗？',
  word: '发出留言',
  kind: 'reply',
})
export const NoteForm = sayForm({
  act: 'note',
  title: '内部备注',
  label: '备注',
  hint: '只有同事能看到，居民看不到',
  example: '例如：配件在 3 号库房',
  word: '存为内部备注',
  kind: 'note',
})
