import { formatRemaining, formatTime } from '#shared/kernel/calendar.ts'
import { isResultPublic } from '#shared/votes/rules/life.ts'
import type { VoteCard } from '#shared/votes/contract.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { go } from '../pages.ts'
import { nextWords } from './next-words.ts'
import { cardWord } from './words.ts'

interface VoteRowProps {
  readonly card: VoteCard
  /** From the side of who conducts it, or looks on: what comes next, not whether this person voted. */
  readonly side?: 'committee' | 'office' | undefined
}

/** A vote in a list: where it stands, how long it is open, whether the person has voted. */
export function VoteRow({ card, side }: VoteRowProps) {
  const now = useNow()
  const { word, tone } = cardWord(card, side !== undefined)
  const page = pageOf(card, side)
  const time = side ? nextWords(card, now) : timeOf(card, now)
  return (
    <Row
      id={`vote-${card.vote}`}
      title={card.title}
      note={[`共 ${card.items} 项`, time].filter((part) => part !== undefined).join('，')}
      tag={<Tag tone={tone}>{word}</Tag>}
      onPress={() => void go(page, { vote: card.vote })}
    />
  )
}

function pageOf(card: VoteCard, side: VoteRowProps['side']) {
  if (side === 'committee') return 'voteConduct'
  if (side === 'office') return 'voteWatch'
  return isResultPublic(card) ? 'voteResult' : 'vote'
}

function timeOf({ state, opensAt, closesAt }: VoteCard, now: Date): string | undefined {
  if (state === 'noticed' && opensAt !== undefined)
    return `${formatTime(new Date(opensAt), now)} 开始`
  if (state !== 'open' || closesAt === undefined) return undefined
  return formatRemaining(new Date(closesAt), now) ?? '投票已截止'
}
