import { can } from '#shared/kernel/permissions.ts'
import type { GivingPlace } from '#shared/people/contract.ts'
import { givableAt } from '#shared/people/giving.ts'
import { SCOPE_NAMES, SCOPES, type Place, type Scope } from '#shared/people/scopes.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useIdentity } from '#miniprogram/platform/use-identity.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'

interface ChoosePlaceProps {
  readonly onChoose: (place: Place) => void
}

/** The places whose roles the person may give or at least read, the widest first. */
export function ChoosePlace({ onChoose }: ChoosePlaceProps) {
  const { query, identity } = useIdentity()
  return (
    <Loaded query={query}>
      {({ held = [] }) => {
        const roles = held.map(({ role }) => role)
        const scopes = [...SCOPES].reverse().filter((scope) => givableAt(roles, scope).length > 0)
        const mayRead = identity !== undefined && can(identity.membership.roles, 'role:read')
        if (scopes.length === 0 && mayRead) {
          return <OwnCommunity {...identity.membership} onChoose={onChoose} />
        }
        if (scopes.length === 0) {
          return <StateView title="您现在没有可以授予的角色" note="需要时请联系社区或街道。" />
        }
        return (
          <>
            {scopes.map((scope) => (
              <PlacesOf key={scope} scope={scope} onChoose={onChoose} />
            ))}
          </>
        )
      }}
    </Loaded>
  )
}

interface OwnProps extends ChoosePlaceProps {
  readonly community: string
  readonly name: string
}

const OwnCommunity = ({ community, name, onChoose }: OwnProps) => (
  <Card title="小区">
    <Row title={name} onPress={() => onChoose({ scope: 'community', of: community })} />
  </Card>
)

function PlacesOf({ scope, onChoose }: ChoosePlaceProps & { readonly scope: Scope }) {
  const list = useList<GivingPlace>(`places ${scope}`, (from) =>
    api.people.places({ scope, ...from }),
  )
  return (
    <Card title={SCOPE_NAMES[scope]}>
      <Loaded query={list.query} cards={1}>
        {(places) => (
          <>
            {places.map(({ of, name }) => (
              <Row
                key={of}
                id={`place-${of}`}
                title={name}
                onPress={() => onChoose({ scope, of })}
              />
            ))}
            {places.length === 0 && <StateView title={`还没有${SCOPE_NAMES[scope]}`} />}
          </>
        )}
      </Loaded>
      <More list={list} />
    </Card>
  )
}
