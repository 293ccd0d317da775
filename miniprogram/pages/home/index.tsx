import { Text } from '@tarojs/components'
import { can } from '#shared/kernel/permissions.ts'
import { HAT_NAMES, type Identity } from '#miniprogram/platform/identity.ts'
import { classes } from '#miniprogram/platform/ui/classes.ts'
import { UnreadBadge } from '#miniprogram/features/messages/unread-badge.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { AboveHome } from './above-home.tsx'
import { CommitteeHome } from './committee-home.tsx'
import styles from './index.module.scss'
import { OfficeHome } from './office-home.tsx'
import { PropertyHome } from './property-home.tsx'
import { ResidentHome } from './resident-home.tsx'

const HOMES = {
  resident: ResidentHome,
  committee: CommitteeHome,
  property: PropertyHome,
  office: OfficeHome,
} as const

export default function HomePage() {
  return (
    <Page title="首页" tab>
      <SignedIn>
        {(identity) => (
          <>
            <UnreadBadge />
            <Home {...identity} />
          </>
        )}
      </SignedIn>
    </Page>
  )
}

/** What concerns the person now, from the side they look from. */
function Home({ community, hat, hats, membership }: Identity) {
  const { roles } = membership
  const hasQueue = can(roles, 'complaint:handle') || can(roles, 'complaint:release')
  const isAbove = (hat === 'office' || hat === 'property') && !hasQueue
  const Side = isAbove ? AboveHome : HOMES[hat]
  return (
    <>
      {hats.length > 1 && (
        <Text className={classes(styles, 'side')}>
          {`您现在以${HAT_NAMES[hat]}身份查看，换身份在“我的”里。`}
        </Text>
      )}
      <Side key={`${community} ${hat}`} community={community} roles={roles} />
    </>
  )
}
