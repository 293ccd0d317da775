import type { ReactNode } from 'react'
import type { Identity } from '../identity.ts'
import { useIdentity } from '../use-identity.ts'
import { Loaded } from './loaded.tsx'
import { Newcomer } from './newcomer.tsx'

interface SignedInProps {
  readonly children: (identity: Identity) => ReactNode
}

/** What only somebody can see whom a community knows. */
export function SignedIn({ children }: SignedInProps) {
  const { query, identity } = useIdentity()
  return (
    <Loaded query={query} quiet>
      {() => (identity ? children(identity) : <Newcomer onAgain={query.reload} />)}
    </Loaded>
  )
}
