import type { EmergencyCard } from '#shared/emergencies/contract.ts'
import { KIND_NAMES } from '#shared/emergencies/kinds.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { stateOf, timesOf } from './words.ts'

interface EmergencyRowProps {
  readonly card: EmergencyCard
  /** Where several communities stand in one list. */
  readonly communityName?: string
  readonly onPress: () => void
}

export function EmergencyRow({ card, communityName, onPress }: EmergencyRowProps) {
  const now = useNow()
  const { tone, word } = stateOf(card)
  const where = communityName === undefined ? card.place : `${communityName} ${card.place}`
  const late = card.late && card.unverified ? '。超过 30 分钟没有人核实' : ''
  return (
    <Row
      id={`emergency-${card.emergency}`}
      title={`${KIND_NAMES[card.kind]}：${where}`}
      note={`${timesOf(card, now)}${late}`}
      tag={<Tag tone={tone}>{word}</Tag>}
      onPress={onPress}
    />
  )
}
