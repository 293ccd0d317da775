import { useState } from 'react'
import type { EmergencyCard } from '#shared/emergencies/contract.ts'
import { isInCharge } from '#shared/emergencies/rules.ts'
import { can, type Role } from '#shared/kernel/permissions.ts'
import { emergenciesApi } from '#miniprogram/features/emergencies/api.ts'
import { EmergencyRow } from '#miniprogram/features/emergencies/emergency-row.tsx'
import { go } from '#miniprogram/features/pages.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { useList } from '#miniprogram/platform/use-list.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'

export default function EmergencyListPage() {
  return (
    <Page title="突发事件">
      <Permitted to="emergency:read">
        {({ community, membership: { roles } }) => (
          <Emergencies community={community} roles={roles} />
        )}
      </Permitted>
    </Page>
  )
}

interface EmergenciesProps {
  readonly community: string
  readonly roles: readonly Role[]
}

/** What happens here now; what is over on demand; for an office with several communities the way to theirs. */
function Emergencies({ community, roles }: EmergenciesProps) {
  const [withPast, setWithPast] = useState(false)
  return (
    <>
      {can(roles, 'emergency:area') && (
        <Card>
          <Row
            id="area"
            title="辖区所有小区"
            note="各小区正在发生的突发事件"
            onPress={() => void go('emergencyArea')}
          />
        </Card>
      )}
      <Stage community={community} roles={roles} stage="live" />
      {withPast ? (
        <Stage community={community} roles={roles} stage="past" />
      ) : (
        <Button kind="quiet" id="past" onPress={() => setWithPast(true)}>
          看以前的
        </Button>
      )}
      {can(roles, 'emergency:report') && (
        <Action>
          <Button kind="danger" id="report" onPress={() => go('emergencyReport')}>
            我要上报
          </Button>
        </Action>
      )}
    </>
  )
}

const WORDS = {
  live: {
    title: '正在发生',
    none: '现在没有突发事件',
    note: '停水、停电、失火这类事，核实后会出现在这里，写明什么时候恢复。',
  },
  past: { title: '以前的', none: '以前没有记录', note: undefined },
} as const

function Stage({ community, roles, stage }: EmergenciesProps & { stage: 'live' | 'past' }) {
  const list = useList(`emergencies of ${community} ${stage}`, (from) =>
    emergenciesApi.list({ community, stage, limit: 20, ...from }),
  )
  const { title, none, note } = WORDS[stage]
  const page = isInCharge(roles) ? 'emergencyHandle' : 'emergency'
  const rows = (cards: readonly EmergencyCard[]) =>
    cards.map((card) => (
      <EmergencyRow
        key={card.emergency}
        card={card}
        onPress={() => void go(page, { emergency: card.emergency })}
      />
    ))
  return (
    <>
      <Loaded query={list.query} cards={1}>
        {(cards) => {
          const [going, restored] = parted(cards, stage)
          return (
            <>
              {going.length === 0 ? (
                <StateView title={none} note={note} />
              ) : (
                <Card title={title}>{rows(going)}</Card>
              )}
              {restored.length > 0 && <Card title="已经恢复，等着复盘">{rows(restored)}</Card>}
            </>
          )
        }}
      </Loaded>
      <More list={list} />
    </>
  )
}

/** What is restored no longer happens, though nobody has looked back at it yet. */
const parted = (cards: readonly EmergencyCard[], stage: 'live' | 'past') => {
  const isRestored = ({ state }: EmergencyCard): boolean => stage === 'live' && state === 'restored'
  return [cards.filter((card) => !isRestored(card)), cards.filter(isRestored)] as const
}
