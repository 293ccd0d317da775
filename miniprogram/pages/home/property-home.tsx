import type { Role } from '#shared/kernel/permissions.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { DemoRibbon } from '#miniprogram/features/demo-ribbon.tsx'
import { EmergencyEntry } from '#miniprogram/features/emergencies/emergency-entry.tsx'
import { grouped } from '#miniprogram/features/grouped.ts'
import { percent } from '#miniprogram/features/fees/words.ts'
import { go } from '#miniprogram/features/pages.ts'
import { RegisterEntry } from '#miniprogram/features/register/register-entry.tsx'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { Block } from './block.tsx'
import { QueueBlock, useQueue } from './queue-block.tsx'

interface SideProps {
  readonly community: string
  readonly roles: readonly Role[]
}

/** What waits for the property, and how the fees come in. */
export function PropertyHome({ community, roles }: SideProps) {
  const queue = useQueue(community, 'open')
  const collection = useQuery(`home collection ${community}`, () =>
    api.fees.collection({ community }),
  )
  return (
    <>
      <DemoRibbon community={community} isTurn={!queue.waiting} />
      <QueueBlock title="要办的投诉" query={queue} />
      {queue.data?.items.length === 0 && (
        <StateView title="投诉都办完了" note="有新的投诉会出现在这里，等得最久的排在最前面。" />
      )}
      <Block name="收费率" query={collection}>
        {({ paidFen, billedFen, billsDue, billsPaid }) => (
          <Card>
            <Row
              id="see-collection"
              title="物业费收费率"
              note={`到期 ${grouped(billsDue)} 张，缴清 ${grouped(billsPaid)} 张`}
              value={percent(paidFen, billedFen)}
              onPress={() => void go('collection')}
            />
          </Card>
        )}
      </Block>
      <EmergencyEntry />
      <RegisterEntry roles={roles} />
      <Button kind="plain" id="paper-code" onPress={() => go('paperCode')}>
        给住户发纸质验证码
      </Button>
    </>
  )
}
