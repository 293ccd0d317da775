import type { Vote } from '#shared/votes/contract.ts'
import { isTimeForMandates } from '#shared/votes/mandates/rules.ts'
import { canHandlePaper } from '#shared/votes/papers/phases.ts'
import { isTimeToServe } from '#shared/votes/serving/rules.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'

/** What comes in over the desk of whoever carries a vote out: that it reached the homes, and who speaks for whom. */
export function DeskRows({ vote }: { readonly vote: Vote }) {
  const now = useNow()
  const serves = isTimeToServe(vote, now).ok
  const mandates = isTimeForMandates(vote, now).ok
  const papers = canHandlePaper('look', vote, now).ok
  if (!serves && !mandates && !papers) return null
  return (
    <Card title={papers ? '送达、委托和纸质票' : '送达和委托'}>
      {serves && (
        <Row
          id="serving"
          title="送达登记"
          note="哪些户已送达，哪些还没有；上门、邮寄在这里登记"
          onPress={() => void go('voteServing', { vote: vote.vote })}
        />
      )}
      {papers && (
        <Row
          id="papers"
          title="纸质表决票"
          note="印票、发票、收票，两个人录入，核对"
          onPress={() => void go('votePapers', { vote: vote.vote })}
        />
      )}
      {mandates && (
        <Row
          id="paper-mandates"
          title="纸质委托书"
          note="收下、核对业主的书面委托"
          onPress={() => void go('voteMandates', { vote: vote.vote })}
        />
      )}
    </Card>
  )
}
