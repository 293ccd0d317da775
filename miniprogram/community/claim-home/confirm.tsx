import { useState } from 'react'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { ActForm } from './act-form.tsx'
import type { ActProps } from './claim-props.ts'
import { evidenceOf, EvidenceFields, missingInEvidence, NOTHING_SEEN } from './evidence-fields.tsx'
import { proofsOf, whyNoProof } from './proofs.ts'

/** The claim is this owner of the register, and on what ground. Whoever holds that place now gives way to it. */
export function Confirm({ community, home, claim, put, reload, onClose }: ActProps) {
  const [key] = useState(newKey)
  const [member, setMember] = useState(claim.member)
  const [seen, setSeen] = useState(NOTHING_SEEN)
  const owner = home.owners.find((one) => one.member === member)
  const replaces = owner?.heldBy === claim.binding ? undefined : owner?.heldBy
  const why = whyNoProof(claim, owner)
  const act = useAct(async () => {
    const evidence = evidenceOf(seen)
    if (member === undefined || !evidence) return
    const { unit } = home
    const given = replaces === undefined ? {} : { replaces }
    const sent = { community, unit, binding: claim.binding, member, evidence, ...given }
    put(await bindingsApi.confirm(sent, { key }))
    onClose()
  })
  const off = owner ? missingInEvidence(seen) : '请选择是名册上的哪一位'
  return (
    <ActForm
      id="confirm"
      word={`核实通过：${claim.name}`}
      off={why === undefined ? off : '不能通过，见上面的说明'}
      act={act}
      onLost={reload}
      onClose={onClose}
    >
      <Field label="是名册上的哪一位" hint="继承、判决等，选他接替的那一位">
        <ChoiceRow
          label="是名册上的哪一位"
          options={home.owners.map((one) => ({ value: one.member, label: one.name }))}
          value={member}
          onChange={(value) => {
            setMember(value)
            setSeen(NOTHING_SEEN)
          }}
        />
      </Field>
      {why !== undefined && <NoticeBar tone="red">{why}</NoticeBar>}
      {replaces !== undefined && (
        <NoticeBar tone="amber">
          这位业主现在由另一个账号绑定。通过后，那个账号的绑定会结束，对方会看到原因并能申诉。
        </NoticeBar>
      )}
      {owner && why === undefined && (
        <EvidenceFields kinds={proofsOf(claim, owner)} seen={seen} onChange={setSeen} />
      )}
    </ActForm>
  )
}
