import { useEffect } from 'react'
import { useRouter } from '@tarojs/taro'
import type { Complaint } from '#shared/complaints/contract.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { OFFICE_ENTRIES, withFirst } from '#miniprogram/features/complaints/acts/office-entries.ts'
import { OfficeActs } from '#miniprogram/features/complaints/acts/office-acts.tsx'
import { ComplaintView } from '#miniprogram/features/complaints/complaint-view.tsx'
import { Loaded } from '#miniprogram/platform/ui/loaded.tsx'
import { Page } from '#miniprogram/platform/ui/page.tsx'
import { SignedIn } from '#miniprogram/platform/ui/signed-in.tsx'
import { roundOutbox } from '../work/round-outbox.ts'
import { WhoHasIt } from './who-has-it.tsx'

export default function HandlePage() {
  const { number = '', community: asked } = useRouter().params
  return (
    <Page title="办理投诉">
      <SignedIn>
        {({ community, person }) => (
          <Asked community={asked ?? community} person={person} number={number} />
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
  // Written down on the spot, a note goes on with this page too.
  useEffect(() => roundOutbox(person, community).hurry(), [person, community])
  return (
    <Loaded query={query}>
      {(complaint) => (
        <>
          <ComplaintView complaint={complaint} community={community} otherPage="handle">
            <WhoHasIt {...{ community, person, complaint }} onChange={query.reload} />
          </ComplaintView>
          <OfficeActs
            entries={entriesFor(complaint)}
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

/** Answered already, it waits for being done; standing still, for going on. */
const entriesFor = ({ state, paused }: Complaint) =>
  withFirst(
    OFFICE_ENTRIES,
    paused === true ? 'resume' : state === 'replied' ? 'resolve' : undefined,
  )
