import { lengthOf } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { api } from '#miniprogram/platform/api.ts'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { TextArea } from '#miniprogram/platform/ui/text-area.tsx'
import { Said } from '../../bindings/said.tsx'
import { ActFrame } from './act-frame.tsx'
import type { ActFormProps } from './entry.ts'
import { useActForm } from './use-act-form.ts'

const Words = z.object({ text: z.string() })
const MOST = 1_000
const LEAST = 2

interface Asked {
  readonly act: 'route' | 'handle' | 'escalate' | 'takeBack' | 'closeUnanswered'
  readonly title: string
  /** What comes of it, before anything is written. */
  readonly follows: string
  readonly label: string
  readonly example: string
  readonly word: string
  /** It may be done without a word. */
  readonly optional?: boolean
}

const wordsForm = ({ act, title, follows, label, example, word, optional = false }: Asked) =>
  function WordsForm(props: ActFormProps) {
    const form = useActForm(props, {
      kind: act,
      Content: Words,
      nothing: { text: '' },
      post: (about, { text }, sending) => api.complaints[act]({ ...about, text }, sending),
    })
    const { text } = form.content
    const { off, onLost } = props
    return (
      <ActFrame
        id={act}
        title={title}
        word={word}
        missing={missingIn(text, label, optional)}
        form={form}
        off={off}
        onLost={onLost}
      >
        <Said>{follows}</Said>
        <Field label={optional ? `${label}（可不写）` : label}>
          <TextArea
            id={`${act}-text`}
            label={label}
            value={text}
            most={MOST}
            placeholder={example}
            onChange={(value) => form.change(() => ({ text: value }))}
          />
        </Field>
      </ActFrame>
    )
  }

function missingIn(text: string, label: string, optional: boolean): string | undefined {
  const letters = lengthOf(text)
  if (letters > MOST) return '写得太长，请删减'
  return optional || letters >= LEAST ? undefined : `请写${label}`
}

export const RouteForm = wordsForm({
  act: 'route',
  title: '转到街道办理',
  follows: '转出后由街道受理和办理，物业不能再办，居民会收到通知。',
  label: '为什么由街道办',
  example: '例如：物业与业主各执一词，需要街道到场',
  word: '转到街道',
  optional: true,
})
export const HandleForm = wordsForm({
  act: 'handle',
  title: '开始办理',
  follows: '现场已经核实。开始办理后，街道要在办理期限内办完，居民看得到期限。',
  label: '怎么办',
  example: '例如：约谈物业，三天内恢复供水',
  word: '开始办理',
  optional: true,
})
export const EscalateForm = wordsForm({
  act: 'escalate',
  title: '上交一级',
  follows:
    '按已经写明的结论上交：街道办理中的交街道联席会议，街道联席会议议不成的交区级联席会议。上交后按那一级的期限计算，居民会收到通知。',
  label: '交代什么',
  example: '例如：请业委会、物业、维保单位参加',
  word: '上交',
  optional: true,
})
export const TakeBackForm = wordsForm({
  act: 'takeBack',
  title: '转回街道办理',
  follows: '调解、诉讼或有关部门没有解决的部分，由街道接着办，办理期限从现在起算。',
  label: '还剩下什么没解决',
  example: '例如：调解不成，两户都要求测噪声',
  word: '转回街道接着办',
})
export const CloseUnansweredForm = wordsForm({
  act: 'closeUnanswered',
  title: '按未答复结案',
  follows:
    '办完已满 15 天、提醒过两次，居民没有答复。结案后记为“未经确认结案”，不算满意，也不计入满意率；居民仍可申请调解或起诉。',
  label: '决定和依据',
  example: '例如：电话、上门各一次未联系上，现场看过已修好',
  word: '记录决定并结案',
})
