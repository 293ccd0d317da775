import { useState } from 'react'
import { REJECT_NAMES, RejectReason } from '#shared/bindings/terms.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { ActForm } from './act-form.tsx'
import type { ActProps } from './claim-props.ts'
import { missingInWords, WordsField } from './words-field.tsx'

const REASONS = RejectReason.options.map((value) => ({ value, label: REJECT_NAMES[value] }))

/** The claim does not hold: why, and what the person can do about it. */
export function Reject({ community, home, claim, put, reload, onClose }: ActProps) {
  const [key] = useState(newKey)
  const [reason, setReason] = useState<RejectReason>()
  const [words, setWords] = useState('')
  const act = useAct(async () => {
    if (reason === undefined) return
    const sent = { community, unit: home.unit, binding: claim.binding, reason }
    put(await bindingsApi.reject({ ...sent, words: words.trim() }, { key }))
    onClose()
  })
  return (
    <ActForm
      id="reject"
      word={`不通过：${claim.name}`}
      isDangerous
      off={reason === undefined ? '请选择原因' : missingInWords(words)}
      act={act}
      onLost={reload}
      onClose={onClose}
    >
      <Field label="为什么不通过">
        <ChoiceRow label="为什么不通过" options={REASONS} value={reason} onChange={setReason} />
      </Field>
      <WordsField
        label="告诉本人"
        hint="写清缺什么、到哪里补，本人看得到"
        value={words}
        onChange={setWords}
      />
    </ActForm>
  )
}
