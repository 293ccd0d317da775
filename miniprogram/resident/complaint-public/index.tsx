import { useRouter } from '@tarojs/taro'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { PublicList, stageIn, WithoutPersons } from './public-list.tsx'

export default function ComplaintPublicPage() {
  const { stage } = useRouter().params
  return (
    <Page title="邻居的投诉">
      <SignedIn>
        {({ community, membership: { homes } }) => (
          <>
            <WithoutPersons />
            <PublicList community={community} first={stageIn(stage)} canJoin={homes.length > 0} />
          </>
        )}
      </SignedIn>
    </Page>
  )
}
