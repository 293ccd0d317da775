import { useState } from 'react'
import type { EmergencyAreaCard } from '#shared/emergencies/contract.ts'
import { can, type Role } from '#shared/kernel/permissions.ts'
import { emergencyAreasApi } from '#miniprogram/features/emergencies/api.ts'
import { EmergencyRow } from '#miniprogram/features/emergencies/emergency-row.tsx'
import { go } from '#miniprogram/features/pages.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { api } from '#miniprogram/platform/api.ts'
import { choose } from '#miniprogram/platform/use-identity.ts'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'

export default function AreaEmergenciesPage() {
  return (
    <Page title="辖区突发事件">
      <Permitted to="emergency:area">{(identity) => <Area identity={identity} />}</Permitted>
    </Page>
  )
}

const STAGES = [
  // Restored, it stays there until somebody has looked back at it.
  { value: 'live', label: '还没了结' },
  { value: 'past', label: '以前的' },
] as const
type Stage = (typeof STAGES)[number]['value']

/** Which street or district it is, is what the community lies in that the officer looks at. */
function Area({ identity }: { readonly identity: Identity }) {
  const { community, membership } = identity
  const where = useQuery(`community ${community}`, () => api.communities.get({ community }))
  const [stage, setStage] = useState<Stage>('live')
  return (
    <>
      <ChoiceRow label="看哪些" value={stage} onChange={setStage} options={STAGES} />
      <Loaded query={where}>
        {({ street, district }) => (
          <Listed
            identity={identity}
            stage={stage}
            of={ofOffice(membership.roles, street, district)}
          />
        )}
      </Loaded>
    </>
  )
}

type Of = { readonly street: string } | { readonly district: string }

const ofOffice = (roles: readonly Role[], street: string, district: string | undefined): Of =>
  !roles.includes('street') && can(roles, 'emergency:area') && district !== undefined
    ? { district }
    : { street }

interface ListedProps {
  readonly identity: Identity
  readonly stage: Stage
  readonly of: Of
}

function Listed({ identity, stage, of }: ListedProps) {
  const list = useList(`area emergencies ${JSON.stringify(of)} ${stage}`, (from) =>
    'street' in of
      ? emergencyAreasApi.ofStreet({ ...of, stage, limit: 20, ...from })
      : emergencyAreasApi.ofDistrict({ ...of, stage, limit: 20, ...from }),
  )
  const open = ({ community, emergency }: EmergencyAreaCard): void => {
    if (community !== identity.community) {
      choose(identity.person, { community, hat: identity.hat })
    }
    void go('emergencyHandle', { emergency })
  }
  return (
    <>
      <Loaded query={list.query}>
        {(cards) =>
          cards.length === 0 ? (
            <StateView
              title={stage === 'live' ? '各小区现在没有突发事件' : '以前没有记录'}
              note="小区里一上报，就会出现在这里。"
            />
          ) : (
            <Card title={stage === 'live' ? '最近上报的在最前' : '已经了结的'}>
              {cards.map((card) => (
                <EmergencyRow
                  key={card.emergency}
                  card={card}
                  communityName={card.communityName}
                  onPress={() => open(card)}
                />
              ))}
            </Card>
          )
        }
      </Loaded>
      <More list={list} />
    </>
  )
}
