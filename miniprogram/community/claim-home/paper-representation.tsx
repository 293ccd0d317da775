import { useState } from 'react'
import type { Representation } from '#shared/bindings/views.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { CoOwners, ownerName } from '#miniprogram/features/bindings/co-owners.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Field } from '#miniprogram/platform/ui/field.tsx'
import { ActForm } from './act-form.tsx'
import type { OfHome } from './claim-props.ts'

interface PaperProps extends OfHome {
  readonly representation: Representation
}

/** On paper, for co-owners who use no phone: who is proposed, who signed, who takes it back. */
const ACTS = {
  propose: { word: '登记纸上的推选', ask: '推选谁代表投票' },
  consent: { word: '登记纸上的同意', ask: '谁签了字' },
  revoke: { word: '登记纸上的撤销', ask: '谁要求撤销' },
} as const
type ActName = keyof typeof ACTS

const openActs = ({ proposal, representative }: Representation): readonly ActName[] => {
  if (proposal) return ['consent', 'revoke']
  return representative === undefined ? ['propose'] : ['propose', 'revoke']
}

export function PaperRepresentation(props: PaperProps) {
  const { representation } = props
  const [chosen, setChosen] = useState<ActName>()
  const proposed = ownerName(representation, representation.proposal?.member)
  const title = proposed === undefined ? '产权代表' : `产权代表：正在推选${proposed}`
  return (
    <>
      <CoOwners representation={representation} />
      <Card title={title}>
        {chosen ? (
          <OnPaper key={chosen} {...props} name={chosen} onClose={() => setChosen(undefined)} />
        ) : (
          openActs(representation).map((name) => (
            <Button key={name} kind="plain" id={`paper-${name}`} onPress={() => setChosen(name)}>
              {ACTS[name].word}
            </Button>
          ))
        )}
      </Card>
    </>
  )
}

interface OnPaperProps extends PaperProps {
  readonly name: ActName
  readonly onClose: () => void
}

function OnPaper({ community, home, representation, name, put, reload, onClose }: OnPaperProps) {
  const [key] = useState(newKey)
  const [member, setMember] = useState<string>()
  const { unit } = home
  const act = useAct(async () => {
    if (member === undefined) return
    const evidence = { kind: 'written_consent' } as const
    const sent = { community, unit, member }
    const proposal = representation.proposal?.proposal
    if (name === 'propose') put(await bindingsApi.proposeOnPaper(sent, { key }))
    else if (name === 'revoke') put(await bindingsApi.revokeOnPaper({ ...sent, evidence }, { key }))
    else if (proposal !== undefined)
      put(await bindingsApi.consentOnPaper({ ...sent, proposal, evidence }, { key }))
    onClose()
  })
  const owners =
    name === 'consent'
      ? representation.owners.filter(({ consented }) => !consented)
      : representation.owners
  return (
    <ActForm
      id="on-paper"
      word={ACTS[name].word}
      off={member === undefined ? '请先选一位' : undefined}
      act={act}
      onLost={reload}
      onClose={onClose}
    >
      <Field label={ACTS[name].ask} hint="纸质原件由业委会留存">
        <ChoiceRow
          label={ACTS[name].ask}
          options={owners.map((owner) => ({ value: owner.member, label: owner.name }))}
          value={member}
          onChange={setMember}
        />
      </Field>
    </ActForm>
  )
}
