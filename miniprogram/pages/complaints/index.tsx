import { can } from '#shared/kernel/permissions.ts'
import { DeskRows } from '#miniprogram/features/complaints/desk-rows.tsx'
import { go } from '#miniprogram/features/pages.ts'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'
import { MyComplaints } from './my-complaints.tsx'
import { Queue } from './queue.tsx'

export default function Complaints() {
  return (
    <Page title="投诉" tab>
      <SignedIn>
        {({ hat, person, community, membership: { roles } }) => {
          if (hat === 'resident') return <MyComplaints person={person} community={community} />
          if (hat === 'committee') {
            return (
              <StateView
                title="投诉由物业和社区办理"
                note="业委会看不到居民投诉的内容，可以看没有姓名的目录。要提自己的投诉，请在“我的”里换成居民身份。"
                act={{ word: '看小区投诉目录', onPress: () => go('complaintPublic') }}
              />
            )
          }
          // The district has a list of its own, over all its communities.
          if (can(roles, 'complaint:district') && !can(roles, 'complaint:release')) {
            return <DeskRows roles={roles} />
          }
          return <Queue community={community} roles={roles} />
        }}
      </SignedIn>
    </Page>
  )
}
