import type { MyHome, Representation } from '#shared/bindings/views.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { CoOwners, ownerName } from '#miniprogram/features/bindings/co-owners.tsx'
import { Said } from '#miniprogram/features/bindings/said.tsx'
import { Removal } from '#miniprogram/features/removal.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { NoticeBar } from '#miniprogram/platform/ui/notice-bar.tsx'
import { Propose } from './propose.tsx'

interface RepresentativeProps {
  readonly community: string
  readonly unit: string
  readonly representation: Representation
  readonly put: (home: MyHome) => void
  readonly reload: () => Promise<void>
}

/** Co-owners count as one head and choose one of them to vote for all; everybody's consent is recorded. */
export function Representative({
  community,
  unit,
  representation,
  put,
  reload,
}: RepresentativeProps) {
  const { proposal, owners } = representation
  const consent = useAct(async (of: string) =>
    put(await bindingsApi.consent({ community, unit, proposal: of }, { key: newKey() })),
  )
  const revoke = useAct(async () =>
    put(await bindingsApi.revoke({ community, unit }, { key: newKey() })),
  )
  const trouble = consent.trouble ?? revoke.trouble
  const asksMe = proposal !== undefined && owners.some(({ mine, consented }) => mine && !consented)
  return (
    <>
      <Card title={unit}>
        <Said>{sentenceOf(representation)}</Said>
      </Card>
      {trouble && (
        <NoticeBar tone="red" act={{ word: '刷新', onPress: reload }}>
          {trouble.detail}
        </NoticeBar>
      )}
      <CoOwners representation={representation} />
      {proposal && asksMe && (
        <Button id="consent" busy={consent.busy} onPress={() => consent.run(proposal.proposal)}>
          {`同意由${ownerName(representation, proposal.member) ?? '他'}代表投票`}
        </Button>
      )}
      <Revoke representation={representation} onRevoke={() => void revoke.run()} />
      {!proposal && (
        <Propose
          community={community}
          unit={unit}
          representation={representation}
          onDone={put}
          onLost={reload}
        />
      )}
    </>
  )
}

interface RevokeProps {
  readonly representation: Representation
  readonly onRevoke: () => void
}

function Revoke({ representation: { proposal, representative }, onRevoke }: RevokeProps) {
  if (!proposal && representative === undefined) return null
  return (
    <Removal
      id="revoke"
      act={proposal ? '撤销这次推选' : '撤销产权代表'}
      loses={
        proposal
          ? '撤销后，已经同意的也作废，要重新推选。'
          : '撤销后，这套房要重新推选代表才能投票。投过的票照样算数。'
      }
      keep="先不撤销"
      onRemove={onRevoke}
    />
  )
}

function sentenceOf(representation: Representation): string {
  const { representative, proposal, owners } = representation
  const now = ownerName(representation, representative)
  const next = ownerName(representation, proposal?.member)
  const missing = owners.filter(({ consented }) => !consented).length
  const standing =
    now === undefined
      ? '这套房算一票，几位共有人要推选一位代表来投，所有人都同意才生效。'
      : `现在由${now}代表所有共有人投票。`
  return next === undefined
    ? standing
    : `${standing}正在推选${next}，还差 ${missing} 位共有人同意。`
}
