import type { ReactNode } from 'react'
import { can, PERMISSION_NAMES, ROLE_NAMES, type Permission } from '#shared/kernel/permissions.ts'
import { fillIn, kernelRefusals } from '#shared/kernel/refusals.ts'
import { ApiError } from '#miniprogram/platform/api-error.ts'
import type { Identity } from '#miniprogram/platform/identity.ts'
import { useIdentity } from '#miniprogram/platform/use-identity.ts'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { TroubleView } from '#miniprogram/platform/ui/trouble-view.tsx'

interface PermittedProps {
  readonly to: Permission
  readonly children: (identity: Identity) => ReactNode
}

/** What only some roles may do: the others are told before they have typed anything, as the server would tell them. */
export const Permitted = ({ to, children }: PermittedProps) => (
  <SignedIn>
    {(identity) =>
      can(identity.membership.roles, to) ? (
        children(identity)
      ) : (
        <NotPermitted to={to} roles={identity.membership.roles} />
      )
    }
  </SignedIn>
)

interface NotPermittedProps {
  readonly to: Permission
  readonly roles: Identity['membership']['roles']
}

function NotPermitted({ to, roles }: NotPermittedProps) {
  const { query } = useIdentity()
  const { status, detail } = kernelRefusals['auth.not_permitted']
  const names = roles.map((role) => ROLE_NAMES[role]).join('、')
  const why = fillIn(detail, { roles: names, action: PERMISSION_NAMES[to] })
  return (
    <TroubleView
      trouble={new ApiError('auth.not_permitted', why, status)}
      retry={() => query.reload()}
    />
  )
}
