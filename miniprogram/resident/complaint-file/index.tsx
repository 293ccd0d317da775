import { useRouter } from '@tarojs/taro'
import { KnownPerson } from '#miniprogram/features/bindings/known-person.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { FileComplaint } from './file-complaint.tsx'

export default function ComplaintFilePage() {
  const { community: asked } = useRouter().params
  return (
    <Page title="我要投诉">
      {asked === undefined ? (
        <SignedIn>
          {({ person, community, membership: { homes } }) => (
            <FileComplaint person={person} community={community} homes={homes} />
          )}
        </SignedIn>
      ) : (
        // Who helps somebody may have no home, and so no community of their own.
        <KnownPerson>
          {({ person, memberships }) => (
            <FileComplaint
              person={person}
              community={asked}
              homes={memberships.find(({ community }) => community === asked)?.homes ?? []}
            />
          )}
        </KnownPerson>
      )}
    </Page>
  )
}
