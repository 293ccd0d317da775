import { useState } from 'react'
import { api } from '#miniprogram/platform/api.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { roundOf, STOPS_AT_MOST } from './round.ts'

interface AddToRoundProps {
  readonly community: string
  readonly person: string
  readonly numbers: readonly string[]
}

/** Puts what is to be looked at onto the phone, with all that is needed there. */
export function AddToRound({ community, person, numbers }: AddToRoundProps) {
  const [said, setSaid] = useState<string>()
  const add = useAct(async () => {
    setSaid(undefined)
    const round = roundOf(person, community)
    let kept = 0
    for (const number of numbers) {
      if (round.keep(await api.complaints.get({ community, number }))) kept += 1
    }
    setSaid(
      kept === numbers.length
        ? `已存到手机上的“今日要看”，没有网络也能看。`
        : `只存下 ${kept} 件：“今日要看”最多 ${STOPS_AT_MOST} 件，看完的请先去掉。`,
    )
  })
  return (
    <>
      {add.trouble && <NoticeBar tone="red">{add.trouble.detail}</NoticeBar>}
      {said !== undefined && <NoticeBar tone="blue">{said}</NoticeBar>}
      <Button
        kind="plain"
        id="add-to-round"
        busy={add.busy}
        off={numbers.length === 0 ? '请先选投诉' : undefined}
        onPress={() => add.run()}
      >
        加入今日要看
      </Button>
    </>
  )
}
