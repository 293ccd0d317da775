import { useRouter } from '@tarojs/taro'
import { OfficeActs } from '#miniprogram/features/complaints/acts/office-acts.tsx'
import { officerEntries } from '#miniprogram/features/complaints/acts/officer-entries.ts'
import { ComplaintView } from '#miniprogram/features/complaints/complaint-view.tsx'
import { go } from '#miniprogram/features/pages.ts'
import { ApiError } from '#miniprogram/platform/api-error.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { StateView } from '#miniprogram/platform/ui/state-view.tsx'

/** A complaint as community worker, street or district has it; in any community of theirs. */
export default function OfficerComplaintPage() {
  const { number = '', community } = useRouter().params
  return (
    <Page title="办理投诉">
      <SignedIn>
        {(identity) => (
          <Asked
            person={identity.person}
            community={community ?? identity.community}
            number={number}
          />
        )}
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
  const query = useQuery(`complaint ${community} ${number}`, () =>
    api.complaints.get({ community, number }),
  )
  if (query.trouble instanceof ApiError && query.trouble.code === 'complaints.frozen') {
    return (
      <StateView
        title="这件投诉已封存"
        note={query.trouble.detail}
        act={{
          word: '说明理由后调阅',
          onPress: () => go('frozenComplaint', { community, number }),
        }}
      />
    )
  }
  return (
    <Loaded query={query}>
      {(complaint) => (
        <>
          <ComplaintView complaint={complaint} community={community} otherPage="officerComplaint" />
          <OfficeActs
            entries={officerEntries(complaint)}
            community={community}
            person={person}
            complaint={complaint}
            onDone={query.put}
            onLost={query.reload}
          />
        </>
      )}
    </Loaded>
  )
}
