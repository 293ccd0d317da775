import { formatRemaining, formatTime } from '#shared/kernel/calendar.ts'
import type { VoteCard } from '#shared/votes/contract.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { go } from '../pages.ts'
import { standingNote, STATE_WORDS } from './words.ts'

/** A vote in a list: where it stands, how long it is open, whether the person has voted. */
export function VoteRow({ card, conducts = false }: { card: VoteCard; conducts?: boolean }) {
  const now = useNow()
  const { word, tone } = STATE_WORDS[card.state]
  const page = conducts ? 'voteConduct' : card.state === 'counted' ? 'voteResult' : 'vote'
  return (
    <Row
      id={`vote-${card.vote}`}
      title={card.title}
      note={[standingNote(card), timeOf(card, now)].filter((part) => part !== '').join('，')}
      tag={<Tag tone={tone}>{word}</Tag>}
      onPress={() => void go(page, { vote: card.vote })}
    />
  )
}

function timeOf({ state, opensAt, closesAt }: VoteCard, now: Date): string {
  if (state === 'noticed' && opensAt !== undefined)
    return `${formatTime(new Date(opensAt), now)} 开始`
  if (state !== 'open' || closesAt === undefined) return ''
  return formatRemaining(new Date(closesAt), now) ?? '投票已截止'
}
