import { formatArea } from '#shared/kernel/area.ts'
import { addDays, dayOf, formatDay } from '#shared/kernel/calendar.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { isResultPublic } from '#shared/votes/rules/life.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { go } from '../pages.ts'
import { heads } from './words.ts'

interface RollRowsProps {
  readonly vote: Vote
  /** Where objections are read, made or answered. */
  readonly objections: 'voteObjections' | 'voteAnswers'
}

/** The way to the roll, and to what was objected to it and to the result. */
export function RollRows({ vote, objections }: RollRowsProps) {
  const now = useNow()
  const { published, roll, resultUntil } = vote
  const shown = roll ?? published
  if (!shown) return null
  // The window is of whole days: its last one is named.
  const lastDay = (until: string) => formatDay(addDays(dayOf(new Date(until)), -1), now)
  const about = (which: 'roll' | 'result') => go(objections, { vote: vote.vote, about: which })
  const hasResult = isResultPublic(vote) && resultUntil !== undefined
  return (
    <Card title="业主名册和异议">
      {vote.removedAt === undefined && (
        <Row
          id="see-roll"
          title={roll ? '业主名册（已确定）' : '业主名册（公示中）'}
          note={`${heads(shown.heads)}，${formatArea(shown.areaCenti)}`}
          onPress={() => void go('voteRoll', { vote: vote.vote })}
        />
      )}
      {published && (
        <Row
          id="roll-objections"
          title="对名册的异议"
          note={roll ? '异议期已过' : `可以提到 ${lastDay(published.until)}`}
          onPress={() => void about('roll')}
        />
      )}
      {hasResult && (
        <Row
          id="result-objections"
          title="对结果的异议"
          note={
            vote.state === 'result_published' ? `可以提到 ${lastDay(resultUntil)}` : '异议期已过'
          }
          onPress={() => void about('result')}
        />
      )}
    </Card>
  )
}
