import { useState } from 'react'
import { isTimeForMandates } from '#shared/votes/mandates/rules.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useList } from '#miniprogram/platform/use-list.ts'
import { Action } from '#miniprogram/platform/ui/action.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { More } from '#miniprogram/platform/ui/more.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { MandateCard } from './mandate-card.tsx'
import { RecordPaper } from './record-paper.tsx'
import { VoteDeskPage, type DeskProps } from '../vote-desk-page.tsx'

export default function VoteMandatesPage() {
  return (
    <VoteDeskPage title="纸质委托书" to="vote:assist">
      {(desk) => <Desk {...desk} />}
    </VoteDeskPage>
  )
}

/** Who speaks for whom in this vote, and the way a paper comes in. */
function Desk({ community, vote }: DeskProps) {
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
