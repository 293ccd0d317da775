import type { ReactNode } from 'react'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { Objection } from '#shared/votes/objections.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { Said } from '../bindings/said.tsx'

export const OUTCOME_NAMES = { upheld: '异议成立', dismissed: '异议不成立' } as const

interface ObjectionCardProps {
  readonly objection: Objection
  readonly children?: ReactNode
}

/** What somebody objected to, and what was answered. Who it was is named to those who answer alone. */
export function ObjectionCard({ objection, children }: ObjectionCardProps) {
  const now = useNow()
  const { at, text, by, unit, mine, answer } = objection
  const who = mine ? '我提的' : (by ?? '一位业主')
  const word = answer ? OUTCOME_NAMES[answer.outcome] : '等答复'
  return (
    <Card
      id={`objection-${objection.objection}`}
      title={`${who}${unit === undefined ? '' : `（${unit}）`}`}
      aside={<Tag tone={answer ? 'grey' : 'amber'}>{word}</Tag>}
    >
      <Said>{text}</Said>
      <Said>{`${formatTime(new Date(at), now)} 提出`}</Said>
      {answer && (
        <Row title="答复" note={`${answer.text}（${formatTime(new Date(answer.at), now)}）`} />
      )}
      {children}
    </Card>
  )
}
