import type { Vote } from '#shared/votes/contract.ts'
import { isTimeForMandates } from '#shared/votes/mandates/rules.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'

/** Where one has somebody else cast, or casts for somebody. */
export function MandateRow({ vote }: { readonly vote: Vote }) {
  const now = useNow()
  if (!isTimeForMandates(vote, now).ok) return null
  const given = vote.heads.find(({ mandate }) => mandate !== undefined && mandate.state !== 'ended')
  const note = given?.mandate
    ? `您已委托${given.mandate.agent}`
    : '请人代投，或替别人投，都在这里办书面委托'
  return (
    <Card>
      <Row
        id="mandates"
        title="委托投票"
        note={note}
        onPress={() => void go('voteMandate', { vote: vote.vote })}
      />
    </Card>
  )
}
