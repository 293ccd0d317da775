import { can, type Role } from '#shared/kernel/permissions.ts'
import { bindingsApi } from '#miniprogram/features/bindings/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { go } from '#miniprogram/features/pages.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { Block } from './block.tsx'

interface WaitingClaimsProps {
  readonly community: string
  readonly roles: readonly Role[]
}

/** How many homes wait to be confirmed, and the way to them, for those who may. */
export const WaitingClaims = ({ community, roles }: WaitingClaimsProps) =>
  can(roles, 'binding:confirm') ? <Waiting community={community} /> : null

function Waiting({ community }: { readonly community: string }) {
  const queue = useQuery(`home claims ${community}`, () =>
    bindingsApi.queue({ community, limit: 30 }),
  )
  return (
    <Block name="待核实的房屋" query={queue}>
      {(page) => (
        <Card>
          <Row
            id="see-claims"
            title="待核实的房屋"
            note="核实、申诉、纸质验证码"
            value={`${page.items.length} 套${page.cursor === undefined ? '' : '以上'}`}
            onPress={() => void go('claims')}
          />
        </Card>
      )}
    </Block>
  )
}
