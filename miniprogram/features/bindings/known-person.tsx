import type { ReactNode } from 'react'
import type { Me } from '#shared/people/contract.ts'
import { useIdentity } from '#miniprogram/platform/use-identity.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'

/** What whoever is logged in may do, with or without a home. */
export function KnownPerson({ children }: { readonly children: (me: Me) => ReactNode }) {
  const { query } = useIdentity()
  return <Loaded query={query}>{children}</Loaded>
}
