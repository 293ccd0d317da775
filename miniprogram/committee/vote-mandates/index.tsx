import { useState } from 'react'
import { useRouter } from '@tarojs/taro'
import type { Vote } from '#shared/votes/contract.ts'
import { isTimeForMandates } from '#shared/votes/mandates/rules.ts'
import { api } from '#miniprogram/platform/api.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { MandateCard } from './mandate-card.tsx'
import { RecordPaper } from './record-paper.tsx'

export default function VoteMandatesPage() {
  const { vote = '' } = useRouter().params
  return (
    <Page title="纸质委托书">
      <Permitted to="vote:assist">
        {({ community }) => <Asked community={community} vote={vote} />}
      </Permitted>
    </Page>
  )
}

function Asked({ community, vote }: { readonly community: string; readonly vote: string }) {
  const query = useQuery(`vote ${vote}`, () => api.votes.get({ community, vote }))
  return <Loaded query={query}>{(found) => <Desk community={community} vote={found} />}</Loaded>
}

/** Who speaks for whom in this vote, and the way a paper comes in. */
function Desk({ community, vote }: { readonly community: string; readonly vote: Vote }) {
  const now = useNow()
  const [recording, setRecording] = useState(false)
  const list = useList(`mandates of ${vote.vote}`, (from) =>
    deskApi.mandates({ community, vote: vote.vote, ...from }),
  )
  if (recording) {
    const done = async () => {
      setRecording(false)
      await list.query.reload()
    }
    return (
      <RecordPaper
        community={community}
        vote={vote}
        onDone={done}
        onBack={() => setRecording(false)}
      />
    )
  }
  return (
    <>
      <Loaded query={list.query}>
        {(mandates) =>
          mandates.length === 0 ? (
            <StateView
              title="还没有委托"
              note="业主在手机上办的委托，和这里登记的纸质委托书，都列在这里。"
            />
          ) : (
            <>
              {mandates.map((one) => (
                <MandateCard
                  key={one.mandate}
                  community={community}
                  vote={vote.vote}
                  mandate={one}
                  onDone={list.query.reload}
                />
              ))}
            </>
          )
        }
      </Loaded>
      <More list={list} />
      <Action>
        <Button
          id="record"
          off={
            isTimeForMandates(vote, now).ok ? undefined : '名册冻结以后、投票截止以前才能登记委托书'
          }
          onPress={() => setRecording(true)}
        >
          登记一份纸质委托书
        </Button>
      </Action>
    </>
  )
}
