import { useRouter } from '@tarojs/taro'
import { KnownPerson } from '#miniprogram/features/bindings/known-person.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { DraftList } from './draft-list.tsx'

export default function ComplaintDraftsPage() {
  const { community: asked } = useRouter().params
  return (
    <Page title="没有提交的投诉">
      {asked === undefined ? (
        <SignedIn>
          {({ person, community }) => <DraftList person={person} community={community} />}
        </SignedIn>
      ) : (
        // Who helps somebody, or has moved out, may have no home there any more.
        <KnownPerson>{({ person }) => <DraftList person={person} community={asked} />}</KnownPerson>
      )}
    </Page>
  )
}
