import { can, type Role } from '#shared/kernel/permissions.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { go } from '../pages.ts'

/** The way to what street and district work through, for those who may; nothing for everybody else. */
export function DeskRows({ roles }: { readonly roles: readonly Role[] }) {
  const [street, district] = [can(roles, 'complaint:street'), can(roles, 'complaint:district')]
  if (!street && !district) return null
  return (
    <Card>
      {street && (
        <Row
          id="street-desk"
          title="街道工作台"
          note="上交的投诉：受理、现场核实、联席会议"
          onPress={() => void go('streetDesk')}
        />
      )}
      {district && (
        <Row
          id="district-desk"
          title="区县工作台"
          note="街道逾期没办的、上交到区县的"
          onPress={() => void go('districtDesk')}
        />
      )}
    </Card>
  )
}
