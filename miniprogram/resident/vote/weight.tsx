import { headRule } from '#shared/votes/rules/head-words.ts'
import type { MyHead } from '#shared/votes/contract.ts'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { weightOf } from '#miniprogram/features/votes/words.ts'

/** What a ballot weighs, why the person may cast it, and by which rule it counts so. */
export const Weight = ({ head }: { readonly head: MyHead }) => (
  <>
    <NoticeBar tone="blue">{`您的一票：${weightOf(head)}。`}</NoticeBar>
    <Card title="您为什么能投、算多少">
      <Said>{whyWords(head)}</Said>
      <Said>
        {`${headRule({
          units: head.units.length,
          owners: head.owners,
          isDeveloper: false,
          hasRepresentative: false,
        })}。`}
      </Said>
    </Card>
  </>
)

function whyWords({ units, owners, actsFor }: MyHead): string {
  const homes = units.join('、')
  if (actsFor) return `${homes} 的业主书面委托您投这一票。`
  return owners > 1
    ? `表决名册上，${homes} 由您和其他共有人一共 ${owners} 人共有，合起来算一票。`
    : `表决名册上，${homes} 的业主是您。`
}
