import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import type { Vote } from '#shared/votes/contract.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { FindSheet } from './find-sheet.tsx'
import type { Held } from './held.ts'
import { InHand } from './in-hand.tsx'

export default function VotePaperDeskPage() {
  const { vote = '' } = useRouter().params
  return (
    <Page title="收票和录入">
      <Permitted to="vote:paper">
        {({ community }) => <Asked community={community} vote={vote} />}
      </Permitted>
    </Page>
  )
}

function Asked({ community, vote }: { readonly community: string; readonly vote: string }) {
  const query = useQuery(`vote ${vote}`, () => api.votes.get({ community, vote }))
  return <Loaded query={query}>{(found) => <Desk community={community} vote={found} />}</Loaded>
}

/** One sheet at a time: its code, then what happens with it, then the next. */
function Desk({ community, vote }: { readonly community: string; readonly vote: Vote }) {
  const [held, setHeld] = useState<Held>()
  const [said, setSaid] = useState<string>()
  if (!held) {
    const onFound = (found: Held) => {
      setSaid(undefined)
      setHeld(found)
    }
    return <FindSheet community={community} vote={vote.vote} said={said} onFound={onFound} />
  }
  const onNext = (words?: string) => {
    setSaid(words)
    setHeld(undefined)
  }
  return <InHand key={held.code} community={community} vote={vote} held={held} onNext={onNext} />
}
