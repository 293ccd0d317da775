import type { ItemResult } from '#shared/votes/result.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Tag } from '#miniprogram/platform/ui/tag.tsx'
import { TwoAxisBar } from '#miniprogram/platform/ui/two-axis-bar.tsx'
import { Said } from '../bindings/said.tsx'
import { majorityAxes, quorumAxes, RESULT_WORDS } from './words.ts'

interface ResultItemsProps {
  readonly items: readonly ItemResult[]
  readonly voidHeads: number
}

/** Item by item: whether it passed, why, and what it would have needed, on both axes. */
export const ResultItems = ({ items, voidHeads }: ResultItemsProps) => (
  <>
    {voidHeads > 0 && <NoticeBar tone="blue">{`无效选票 ${voidHeads} 人，不算参与。`}</NoticeBar>}
    {items.map((item) => (
      <ItemCard key={item.item} item={item} />
    ))}
  </>
)

function ItemCard({ item }: { readonly item: ItemResult }) {
  const { word, tone } = RESULT_WORDS[item.result]
  const [quorum, majority] = [quorumAxes(item), majorityAxes(item)]
  return (
    <Card title={`${item.item}. ${item.title}`} aside={<Tag tone={tone}>{word}</Tag>}>
      <Said>{item.sentence}</Said>
      {item.needed !== undefined && <Said>{item.needed}</Said>}
      {item.silence && <Said>{item.silence.sentence}</Said>}
      <Card title="参与够不够">{quorum && <TwoAxisBar {...quorum} />}</Card>
      <Card title="同意够不够">{majority && <TwoAxisBar {...majority} />}</Card>
    </Card>
  )
}
