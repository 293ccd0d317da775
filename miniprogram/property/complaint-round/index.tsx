import { useEffect } from 'react'
import { useOnline } from '#miniprogram/platform/online.ts'
import { lastHere, useIdentity } from '#miniprogram/platform/use-identity.ts'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { roundOutbox } from '../work/round-outbox.ts'
import { RoundList } from './round-list.tsx'

export default function ComplaintRoundPage() {
  const here = useHere()
  return (
    <Page title="今日要看">
      {here ? (
        <RoundList key={`${here.person} ${here.community}`} {...here} />
      ) : (
        <SignedIn>{({ community, person }) => <RoundList {...{ community, person }} />}</SignedIn>
      )}
    </Page>
  )
}

/** In a basement the server cannot say who is here: then it is whoever was here last, and has not signed out. */
function useHere() {
  const { query, identity } = useIdentity()
  const online = useOnline()
  const { reload } = query
  const isCutOff = query.trouble?.code === 'network.unreachable'
  const here = identity ?? (isCutOff ? lastHere() : undefined)
  const { person, community } = here ?? {}
  useEffect(() => {
    if (!online || person === undefined || community === undefined) return
    // What was written down meanwhile goes once it is known again whose it is.
    void reload().then(() => roundOutbox(person, community).hurry())
  }, [online, person, community, reload])
  return person === undefined || community === undefined ? undefined : { person, community }
}
