import { can, type Role } from '#shared/kernel/permissions.ts'
import { correctionsApi } from '#miniprogram/features/privacy/corrections-api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Block } from './block.tsx'

interface WaitingCorrectionsProps {
  readonly community: string
  readonly roles: readonly Role[]
}

/** How many requests to correct wait, without looking into any of them, and the way there, for those who may. */
export const WaitingCorrections = ({ community, roles }: WaitingCorrectionsProps) =>
  can(roles, 'binding:confirm') ? <Waiting community={community} /> : null

function Waiting({ community }: { readonly community: string }) {
  const waiting = useQuery(`home corrections ${community}`, () =>
    correctionsApi.waiting({ community }),
  )
  return (
    <Block name="更正申请" query={waiting}>
      {({ count, more }) => (
        <Card>
          <Row
            id="see-corrections"
            title="更正申请"
            note="居民要改姓名、房屋、手机号"
            value={`${count} 件${more ? '以上' : ''}`}
            onPress={() => void go('corrections')}
          />
        </Card>
      )}
    </Block>
  )
}
