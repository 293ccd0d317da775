import { MissingTable } from '#miniprogram/features/clocks/missing-table.tsx'
import { Permitted } from '#miniprogram/features/permitted.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { Workbench } from './workbench.tsx'

export default function ComplaintQueuePage() {
  return (
    <Page title="投诉工作台">
      <Permitted to="complaint:assign">
        {({ community, person }) => (
          <>
            <MissingTable community={community} />
            <Workbench community={community} person={person} />
          </>
        )}
      </Permitted>
    </Page>
  )
}
