import { MissingTable } from '#miniprogram/features/clocks/missing-table.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { Workbench } from './workbench.tsx'

export default function ComplaintQueuePage() {
  return (
    <Page title="投诉工作台">
      <SignedIn>
        {({ community, person }) => (
          <>
            <MissingTable community={community} />
            <Workbench community={community} person={person} />
          </>
        )}
      </SignedIn>
    </Page>
  )
}
