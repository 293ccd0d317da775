import { useState } from 'react'
import { correctionsApi } from '#miniprogram/features/privacy/corrections-api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ActForm } from '../claim-home/act-form.tsx'
import { missingInWords, WordsField } from '../claim-home/words-field.tsx'
import type { OfCorrection } from './correction-props.ts'

export type Verdict = 'done' | 'declined'

const WORDS = {
  done: {
    title: '已经改好',
    label: '改了什么',
    hint: '例如：名册上的姓名已改为“李芳”。本人看得到。',
    send: '告诉本人：已经改好',
  },
  declined: {
    title: '不能改',
    label: '为什么不能改',
    hint: '写清原因，和本人可以怎么做。例如：与不动产登记簿一致；要改请先到不动产登记中心更正。',
    send: '告诉本人：不能改',
  },
} as const

interface AnswerFormProps extends OfCorrection {
  readonly verdict: Verdict
  readonly onClose: () => void
}

export function AnswerForm({ community, asked, put, reload, verdict, onClose }: AnswerFormProps) {
  const [key] = useState(newKey)
  const [words, setWords] = useState('')
  const act = useAct(async () => {
    const sent = { community, correction: asked.correction, state: verdict, text: words.trim() }
    put(await correctionsApi.answer(sent, { key }))
  })
  const { title, label, hint, send } = WORDS[verdict]
  return (
    <Card title={title}>
      <ActForm
        id="answer"
        word={send}
        isDangerous={verdict === 'declined'}
        off={missingInWords(words)}
        act={act}
        onLost={reload}
        onClose={onClose}
      >
        <WordsField label={label} hint={hint} value={words} onChange={setWords} />
      </ActForm>
    </Card>
  )
}
