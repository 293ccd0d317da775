import { useEffect, useState } from 'react'
import { useDidShow } from '@tarojs/taro'
import { api } from '#miniprogram/platform/api.ts'
import { useDrafts } from '#miniprogram/platform/drafts.ts'
import { useOnline } from '#miniprogram/platform/online.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { standingOf } from '../work/round-notes.ts'
import { roundOutbox } from '../work/round-outbox.ts'
import { roundOf, type Round, type Stop } from '../work/round.ts'
import { StopCard } from './stop-card.tsx'

interface Whose {
  readonly community: string
  readonly person: string
}

/** Everything of the round lies on the phone; what is written down goes when the network is there. */
export function RoundList({ community, person }: Whose) {
  const { round, stops, look } = useRound(person, community)
  const [outbox] = useState(() => roundOutbox(person, community))
  const waiting = useDrafts(outbox.notes).filter(
    ({ content }) => standingOf(content) === 'waiting',
  ).length
  const online = useOnline()
  useDidShow(() => outbox.hurry())
  if (stops.length === 0) {
    return (
      <>
        <StateView
          title="还没有选要看的投诉"
          note="在工作台里点“选择多件”，再点“加入今日要看”。选好的会存在手机上，地下室没有网络也能看。"
        />
        <Button kind="plain" id="go-queue" onPress={() => go('complaintQueue')}>
          去工作台选
        </Button>
      </>
    )
  }
  return (
    <>
      {waiting > 0 && (
        <NoticeBar tone={online ? 'blue' : 'amber'}>
          {online
            ? `有 ${waiting} 条记录正在发送。`
            : `有 ${waiting} 条记录存在手机上，有网络后自动发出，请不要删除小程序。`}
        </NoticeBar>
      )}
      {stops.map((stop) => (
        <StopCard
          key={stop.number}
          {...{ stop, outbox }}
          onRemove={() => {
            round.remove(stop.number)
            look()
          }}
        />
      ))}
    </>
  )
}

interface KeptRound {
  readonly round: Round
  readonly stops: readonly Stop[]
  /** Somebody changed it. */
  readonly look: () => void
}

/** What is kept, brought up to date one by one where there is a network: what cannot be asked stays as it was. */
function useRound(person: string, community: string): KeptRound {
  const [round] = useState(() => roundOf(person, community))
  const [stops, setStops] = useState(() => round.list())
  const online = useOnline()
  useEffect(() => {
    let isWanted = true
    const refresh = async (): Promise<void> => {
      for (const { number } of round.list()) {
        const fresh = await api.complaints.get({ community, number }).catch(() => undefined)
        if (!isWanted) return
        // Taken off meanwhile, it does not come back.
        if (fresh && round.list().some((one) => one.number === number)) round.keep(fresh)
        setStops(round.list())
      }
    }
    if (online) void refresh()
    return () => {
      isWanted = false
    }
  }, [community, online, round])
  return { round, stops, look: () => setStops(round.list()) }
}
