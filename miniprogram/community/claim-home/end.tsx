import { useState } from 'react'
import { END_NAMES, OfficerEndReason } from '#shared/bindings/terms.ts'
import type * as z from '#shared/kernel/zod.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { ActForm } from './act-form.tsx'
import type { ActProps } from './claim-props.ts'
import { evidenceOf, EvidenceFields, missingInEvidence, NOTHING_SEEN } from './evidence-fields.tsx'
import { endProofs } from './proofs.ts'
import { missingInWords, WordsField } from './words-field.tsx'

type Reason = z.infer<typeof OfficerEndReason>
const REASONS = OfficerEndReason.options.map((value) => ({ value, label: END_NAMES[value] }))

/** Sold, divorced, inherited, or confirmed by mistake: a binding ends by evidence, and its record stays. */
export function End({ community, home, claim, put, reload, onClose }: ActProps) {
  const [key] = useState(newKey)
  const [reason, setReason] = useState<Reason>()
  const [seen, setSeen] = useState(NOTHING_SEEN)
  const [words, setWords] = useState('')
  const act = useAct(async () => {
    const evidence = evidenceOf(seen)
    if (reason === undefined || !evidence) return
    const sent = { community, unit: home.unit, binding: claim.binding, reason, evidence }
    put(await bindingsApi.end({ ...sent, words: words.trim() }, { key }))
    onClose()
  })
  const off = reason === undefined ? '请选择原因' : missingInEvidence(seen)
  return (
    <ActForm
      id="end"
      word={`结束绑定：${claim.name}`}
      isDangerous
      off={off ?? missingInWords(words)}
      act={act}
      onLost={reload}
      onClose={onClose}
    >
      <Field label="为什么结束">
        <ChoiceRow
          label="为什么结束"
          options={REASONS}
          value={reason}
          onChange={(value) => {
            setReason(value)
            setSeen(NOTHING_SEEN)
          }}
        />
      </Field>
      {reason !== undefined && (
        <EvidenceFields kinds={endProofs(reason)} seen={seen} onChange={setSeen} />
      )}
      <WordsField label="说明" hint="本人看得到，也留在记录里" value={words} onChange={setWords} />
    </ActForm>
  )
}
