import { can, type Role } from '#shared/kernel/permissions.ts'
import { DeskRows } from '#miniprogram/features/complaints/desk-rows.tsx'
import { DemoRibbon } from '#miniprogram/features/demo-ribbon.tsx'
import { EmergencyEntry } from '#miniprogram/features/emergencies/emergency-entry.tsx'
import { go } from '#miniprogram/features/pages.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Row } from '#miniprogram/platform/ui/row.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'

interface SideProps {
  readonly community: string
  readonly roles: readonly Role[]
}

/** For whoever looks at the community from above or beside it: nothing of its affairs waits for them. */
export const AboveHome = ({ community, roles }: SideProps) => (
  <>
    <DemoRibbon community={community} isTurn />
    <DeskRows roles={roles} />
    {can(roles, 'role:read') && (
      <Card title="您可以办的">
        <Row
          id="roles"
          title="角色与授权"
          note="谁担任什么，邀请和收回"
          onPress={() => void go('roles')}
        />
      </Card>
    )}
    {can(roles, 'emergency:area') && <EmergencyEntry reports={can(roles, 'emergency:report')} />}
    {!can(roles, 'complaint:district') && (
      <StateView
        title="这个小区现在没有要您办的事"
        note={can(roles, 'notice:read') ? '公告、表决和收费情况在“议事”和“公开”里。' : undefined}
      />
    )}
  </>
)
