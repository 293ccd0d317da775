import { useState } from 'react'
import type { MyHome, Representation } from '#shared/bindings/views.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'

interface ProposeProps {
  readonly community: string
  readonly unit: string
  readonly representation: Representation
  readonly onDone: (home: MyHome) => void
  readonly onLost: () => Promise<void>
}

/** Whom this co-owner wants to vote for all: a proposal, to which its proposer has consented by it. */
export function Propose({ community, unit, representation, onDone, onLost }: ProposeProps) {
  const [member, setMember] = useState<string>()
  const propose = useAct(async () => {
    if (member === undefined) return
    onDone(await bindingsApi.propose({ community, unit, member }, { key: newKey() }))
  })
  const others = representation.owners.filter(
    (owner) => owner.member !== representation.representative,
  )
  return (
    <>
      <Card title="推选谁代表投票">
        <ChoiceRow
          label="推选谁代表投票"
          options={others.map((owner) => ({
            value: owner.member,
            label: owner.mine ? `${owner.name}（我）` : owner.name,
          }))}
          value={member}
          onChange={setMember}
        />
        {propose.trouble && (
          <NoticeBar tone="red" act={{ word: '刷新', onPress: onLost }}>
            {propose.trouble.detail}
          </NoticeBar>
        )}
      </Card>
      <Action>
        <Button
          id="propose"
          busy={propose.busy}
          off={member === undefined ? '请先选一位' : undefined}
          onPress={() => propose.run()}
        >
          推选，并表示我同意
        </Button>
      </Action>
    </>
  )
}
