import { useState, type ReactNode } from 'react'
import type { Permission } from '#shared/kernel/permissions.ts'
import type { Held } from '#shared/people/contract.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { useIdentity } from '#miniprogram/platform/use-identity.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { ChoiceRow } from '#miniprogram/platform/ui/choice-row.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'

const OFFICES = {
  street: { permission: 'complaint:street', name: '街道' },
  district: { permission: 'complaint:district', name: '区县' },
} as const satisfies Readonly<
  Record<string, { readonly permission: Permission; readonly name: string }>
>

export type OfficeScope = keyof typeof OFFICES

interface OfficeOnlyProps {
  readonly scope: OfficeScope
  /** The place meant, where a link names one. */
  readonly of?: string | undefined
  readonly children: (place: Held) => ReactNode
}

/** For officers of a street or district, whichever community they looked at last; who has several says which. */
export const OfficeOnly = (props: OfficeOnlyProps) => (
  <SignedIn>{() => <Places {...props} />}</SignedIn>
)

function Places({ scope, of, children }: OfficeOnlyProps) {
  const { query } = useIdentity()
  const [chosen, setChosen] = useState(of)
  const places = (query.data?.held ?? []).filter(
    (held) => held.scope === scope && held.role === scope,
  )
  const place = places.find((one) => one.of === chosen) ?? places[0]
  const { permission, name } = OFFICES[scope]
  if (!place) {
    return (
      <Permitted to={permission}>
        {() => (
          <StateView title={`您现在没有负责的${name}`} note="角色到期或收回后，这里就看不到了。" />
        )}
      </Permitted>
    )
  }
  return (
    <>
      {places.length > 1 && (
        <Card title={`看哪个${name}`}>
          <ChoiceRow
            label={`看哪个${name}`}
            options={places.map((one) => ({ value: one.of, label: one.place }))}
            value={place.of}
            onChange={setChosen}
          />
        </Card>
      )}
      {children(place)}
    </>
  )
}
