import { Text } from '@tarojs/components'
import type { PublicCard } from '#shared/complaints/public-contract.ts'
import { isClosed } from '#shared/complaints/rules/states.ts'
import { dayOf, formatDay } from '#shared/kernel/calendar.ts'
import { formatNumber } from '#shared/kernel/public-number.ts'
import {
  ageWords,
  homesWords,
  outcomeWords,
  placeWords,
  publicTurn,
  useBuildings,
  useCategoryNames,
} from '#miniprogram/features/complaints/public-words.ts'
import { stateWord } from '#miniprogram/features/complaints/words.ts'
import { go } from '#miniprogram/features/pages.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { JoinIn } from './join-in.tsx'

interface NeighbourCardProps {
  readonly community: string
  readonly card: PublicCard
  /** Of the person looking, here. */
  readonly homes: readonly string[]
  readonly onJoined: () => Promise<void>
}

export function NeighbourCard({ community, card, homes, onJoined }: NeighbourCardProps) {
  const now = useNow()
  const names = useCategoryNames(community)
  const buildings = useBuildings(community)
  const { word, tone } = stateWord(card.state, false)
  const outcome = outcomeWords(card)
  return (
    <>
      <Card title={`编号 ${formatNumber(card.number)}`} aside={<Tag tone={tone}>{word}</Tag>}>
        <Text>{publicTurn(card, now)}</Text>
        <Row title="哪一类" value={names[card.category] ?? card.category} />
        <Row title="在哪里" value={placeWords(card, buildings)} />
        <Row
          title="哪天提交"
          value={formatDay(dayOf(new Date(card.filedAt)), now)}
          note={ageWords(card)}
        />
        {outcome !== undefined && <Row title="结果" value={outcome} />}
        <Row title="多少户" value={homesWords(card)} note="户数最多晚 10 秒更新" />
      </Card>
      <Standing community={community} card={card} homes={homes} onJoined={onJoined} />
      <NoticeBar tone="grey">
        没有姓名，也没有投诉的内容：那些只有提出人和办理单位看得到。
      </NoticeBar>
    </>
  )
}

/** How the person looking stands to it: theirs, gone on elsewhere, ended, or to be joined. */
function Standing({ community, card, homes, onJoined }: NeighbourCardProps) {
  const { number, mine, mergedInto, joined, state } = card
  const left = homes.filter((unit) => !joined.includes(unit))
  if (mine) {
    return (
      <Card title="这是您提交的">
        <Button kind="plain" id="go-mine" onPress={() => go('complaint', { number, community })}>
          看办理经过
        </Button>
      </Card>
    )
  }
  return (
    <>
      {joined.length > 0 && (
        <NoticeBar tone="jade">{`您家（${joined.join('、')}）已经算上。`}</NoticeBar>
      )}
      {mergedInto !== undefined && (
        <Card title="并入了更早的一件">
          <Button
            kind="plain"
            id="go-merged"
            onPress={() => go('complaintNeighbour', { number: mergedInto, community })}
          >
            {`去看 ${formatNumber(mergedInto)}`}
          </Button>
        </Card>
      )}
      {!isClosed(state) && (left.length > 0 || joined.length === 0) && (
        <JoinIn {...{ community, number, onJoined }} homes={left} again={joined.length > 0} />
      )}
    </>
  )
}
