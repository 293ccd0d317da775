import { canHandlePaper } from '#shared/votes/papers/phases.ts'
import type { Vote } from '#shared/votes/contract.ts'
import { go } from '#miniprogram/features/pages.ts'
import { deskApi } from '#miniprogram/features/votes/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import type { HandIn } from './hand-in.ts'
import { PrintCard } from './print-card.tsx'

interface OverviewProps extends HandIn {
  readonly community: string
  readonly vote: Vote
  readonly onChoose: (building: string) => void
}

export const buildingName = (building: string): string =>
  building === '' ? '不在楼栋内' : `${building} 栋`

/** The three things an office does with paper, and the buildings it goes through. */
export function Overview({ community, vote, onChoose, ...handIn }: OverviewProps) {
  const now = useNow()
  const query = useQuery(`papers ${vote.vote}`, () =>
    deskApi.papers({ community, vote: vote.vote }),
  )
  const open = (page: 'votePaperDesk' | 'votePaperReport') => void go(page, { vote: vote.vote })
  return (
    <>
      <Card title={vote.title}>
        <Row
          id="desk"
          title="收票和录入"
          note="收到一张扫一张；每张由两个人分别录入"
          onPress={() => open('votePaperDesk')}
        />
        <Row
          id="report"
          title="核对表"
          note="印制、发出、收回、作废、遗失各多少张"
          onPress={() => open('votePaperReport')}
        />
      </Card>
      {canHandlePaper('print', vote, now).ok && (
        <PrintCard community={community} vote={vote.vote} {...handIn} />
      )}
      <Loaded query={query}>
        {({ buildings }) => (
          <Card title="按楼栋发票、查票">
            {buildings.map(({ building, heads }) => (
              <Row
                key={building}
                id={`building-${building}`}
                title={buildingName(building)}
                value={`${heads} 人`}
                onPress={() => onChoose(building)}
              />
            ))}
          </Card>
        )}
      </Loaded>
    </>
  )
}
