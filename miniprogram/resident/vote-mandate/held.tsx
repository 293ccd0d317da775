import { formatArea } from '#shared/kernel/area.ts'
import { isTimeForMandates } from '#shared/votes/mandates/rules.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { go } from '#miniprogram/features/pages.ts'
import { Removal } from '#miniprogram/features/removal.tsx'
import { MANDATE_WORDS, opinionWords } from '#miniprogram/features/votes/mandate-words.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { isEndable, type MandateProps } from './given.tsx'

/** For whom I may cast, what they want said, and whether I can now. */
export function Held({ community, vote, mandate, onDone }: MandateProps) {
  const now = useNow()
  const back = useAct(async () => {
    const { mandate: id, head } = mandate
    await deskApi.endMandate({ community, vote: vote.vote, mandate: id, head }, { key: newKey() })
    await onDone()
  })
  const acting = vote.heads.find(({ actsFor }) => actsFor?.mandate === mandate.mandate)
  const { word, tone } = MANDATE_WORDS[mandate.state]
  const opinion = opinionWords(mandate)
  return (
    <Card title={`受${mandate.principal}委托`} aside={<Tag tone={tone}>{word}</Tag>}>
      <Row
        title={mandate.units.join('、')}
        note="这一票算 1 人"
        value={formatArea(mandate.areaCenti)}
      />
      <Row
        title="业主的意见"
        note={opinion === '' ? '没有写明，由您决定' : `${opinion}。请照业主的意见投`}
      />
      {acting?.blocked && <Said>{acting.blocked.detail}</Said>}
      {acting && !acting.blocked && (
        <Button id={`cast-${mandate.mandate}`} onPress={() => go('vote', { vote: vote.vote })}>
          去投这一票
        </Button>
      )}
      {back.trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: onDone }}>
          {back.trouble.detail}
        </NoticeBar>
      )}
      {isEndable(mandate) && isTimeForMandates(vote, now).ok && (
        <Removal
          id={`return-${mandate.mandate}`}
          act="退回委托"
          loses={`退回以后您不能再替${mandate.principal}投票，请告诉业主。`}
          keep="不退回"
          onRemove={() => void back.run()}
        />
      )}
    </Card>
  )
}
