import { can, type Role } from '#shared/kernel/permissions.ts'
import { DemoRibbon } from '#miniprogram/features/demo-ribbon.tsx'
import { DeskRows } from '#miniprogram/features/complaints/desk-rows.tsx'
import { EmergencyEntry } from '#miniprogram/features/emergencies/emergency-entry.tsx'
import { go } from '#miniprogram/features/pages.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { QueueBlock, useQueue } from './queue-block.tsx'
import { WaitingClaims } from './waiting-claims.tsx'
import { WaitingCorrections } from './waiting-corrections.tsx'

interface SideProps {
  readonly community: string
  readonly roles: readonly Role[]
}

/** What only the community office can let through, then what the property has not finished. */
export function OfficeHome({ community, roles }: SideProps) {
  const held = useQueue(community, 'held')
  const open = useQueue(community, 'open')
  const isQuiet = held.data?.items.length === 0 && open.data?.items.length === 0
  return (
    <>
      <DemoRibbon community={community} isTurn={!open.waiting} />
      <DeskRows roles={roles} />
      <QueueBlock title="等社区查看" query={held} office />
      <QueueBlock title="物业在办的投诉" query={open} office />
      <WaitingClaims community={community} roles={roles} />
      <WaitingCorrections community={community} roles={roles} />
      <EmergencyEntry />
      {can(roles, 'complaint:window') && (
        <Button kind="plain" id="window" onPress={() => go('complaintWindow')}>
          窗口代填投诉
        </Button>
      )}
      {isQuiet && <StateView title="没有等着办的投诉" note="有新的投诉会出现在这里。" />}
    </>
  )
}
