import { CATEGORY_NAMES } from '#shared/complaints/categories.ts'
import type { AreaCard } from '#shared/complaints/lists-contract.ts'
import { isOverdue } from '#shared/complaints/rules/desk.ts'
import { stateWord } from '#miniprogram/features/complaints/words.ts'
import { go } from '#miniprogram/features/pages.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { dueWords } from './area-words.ts'

/** One complaint of a street or district: what, where, who must do what by when. */
export function AreaRow({ card }: { readonly card: AreaCard }) {
  const now = useNow()
  const { number, community, communityName, category, place, summary, state, cosigns = 0 } = card
  const { word, tone } = stateWord(state, false)
  const joined = cosigns === 0 ? '' : `，另有 ${cosigns} 户也有同样问题`
  return (
    <Row
      id={`complaint-${number}`}
      title={summary}
      note={`${CATEGORY_NAMES[category]}，${communityName} ${place}${joined}。${dueWords(card, now)}`}
      tag={isOverdue(card, now) ? <Tag tone="red">逾期</Tag> : <Tag tone={tone}>{word}</Tag>}
      onPress={() => void go('officerComplaint', { community, number })}
    />
  )
}
