import { useRouter } from '@tarojs/taro'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { ComplaintView } from '#miniprogram/features/complaints/complaint-view.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { Handle } from './handle.tsx'

export default function HandlePage() {
  const { number = '' } = useRouter().params
  return (
    <Page title="办理投诉">
      <SignedIn>
        {({ community, person }) => <Asked community={community} person={person} number={number} />}
      </SignedIn>
    </Page>
  )
}

interface AskedProps {
  readonly community: string
  readonly person: string
  readonly number: string
}

function Asked({ community, person, number }: AskedProps) {
  const query = useQuery(`complaint ${number}`, () => api.complaints.get({ community, number }))
  return (
    <Loaded query={query}>
      {(complaint) => (
        <ComplaintView complaint={complaint}>
          <Handle
            community={community}
            person={person}
            complaint={complaint}
            onDone={query.put}
            onLost={query.reload}
          />
        </ComplaintView>
      )}
    </Loaded>
  )
}
