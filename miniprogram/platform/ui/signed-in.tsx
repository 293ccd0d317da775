import type { ReactNode } from 'react'
import type { Identity } from '../identity.ts'
import { useIdentity } from '../use-identity.ts'
import { Loaded } from './loaded.tsx'
import { StateView } from './state-view.tsx'

interface SignedInProps {
  readonly children: (identity: Identity) => ReactNode
}

/** What only somebody can see whom a community knows. */
export function SignedIn({ children }: SignedInProps) {
  const { query, identity } = useIdentity()
  return (
    <Loaded query={query}>
      {() =>
        identity ? (
          children(identity)
        ) : (
          <StateView
            title="您还没有登记到任何小区"
            note="请带身份证件和不动产权证（租户带租赁合同），到社区或物业办公室登记。登记后再打开这里，就能投诉、议事、看账单。"
            act={{ word: '我已登记，再看一次', onPress: query.reload }}
          />
        )
      }
    </Loaded>
  )
}
