import { can, type Role } from '#shared/kernel/permissions.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { go } from '../pages.ts'

/** The way to the register, for those who may read it. */
export const RegisterEntry = ({ roles }: { readonly roles: readonly Role[] }) =>
  can(roles, 'register:read') ? (
    <Card>
      <Row
        id="see-register"
        title="业主名册"
        note="谁是业主、有几套房、多大面积"
        onPress={() => void go('register')}
      />
    </Card>
  ) : null
