import { useState } from 'react'
import { EvidenceKind } from '#shared/bindings/terms.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { ActForm } from './act-form.tsx'
import type { ActProps } from './claim-props.ts'
import { evidenceOf, EvidenceFields, missingInEvidence, NOTHING_SEEN } from './evidence-fields.tsx'

const NO_DOCUMENT: readonly EvidenceKind[] = [
  'register_match',
  'paper_code',
  'written_consent',
  'in_person',
]
const KINDS = EvidenceKind.options.filter((kind) => !NO_DOCUMENT.includes(kind))

/** A document was shown at the office: its kind and last four stay, the paper goes home again. */
export function SeeDocument({ community, home, claim, put, reload, onClose }: ActProps) {
  const [key] = useState(newKey)
  const [seen, setSeen] = useState(NOTHING_SEEN)
  const act = useAct(async () => {
    const evidence = evidenceOf(seen)
    if (!evidence) return
    const sent = { community, unit: home.unit, binding: claim.binding, evidence }
    put(await bindingsApi.seeDocument(sent, { key }))
    onClose()
  })
  return (
    <ActForm
      id="see-document"
      word="记下看过了"
      off={missingInEvidence(seen)}
      act={act}
      onLost={reload}
      onClose={onClose}
    >
      <EvidenceFields kinds={KINDS} seen={seen} onChange={setSeen} />
    </ActForm>
  )
}
