import type { Complaint } from '#shared/complaints/contract.ts'
import { api } from '#miniprogram/platform/api.ts'
import { useNow } from '#miniprogram/platform/clock.ts'
import { useQuery } from '#miniprogram/platform/use-query.ts'
import { Timeline } from '#miniprogram/platform/ui/timeline.tsx'
import { go } from '../pages.ts'
import { entryOf } from './event-entry.tsx'

/** A page that shows one complaint by its number. */
export type OtherPage = 'complaintNeighbour' | 'handle' | 'officerComplaint'

interface ComplaintTimelineProps {
  readonly complaint: Pick<Complaint, 'timeline' | 'channel'>
  /** Knows what its departments are called, and leads to a complaint this one was merged into. */
  readonly community?: string | undefined
  readonly otherPage?: OtherPage | undefined
}

/** Everything that happened, latest first, each in a plain sentence. */
export function ComplaintTimeline({
  complaint,
  community,
  otherPage = 'complaintNeighbour',
}: ComplaintTimelineProps) {
  const now = useNow()
  const departments = useDepartments(complaint, community)
  const about = {
    ...{ now, departments, channel: complaint.channel },
    ...(community !== undefined && {
      onMerged: (number: string) => go(otherPage, { number, community }),
    }),
  }
  const latestFirst = [...complaint.timeline].reverse()
  return <Timeline entries={latestFirst.map((event) => entryOf(event, about))} />
}

/** Asked for only where a department is spoken of; until then, and where it fails, the common names do. */
function useDepartments(
  { timeline }: ComplaintTimelineProps['complaint'],
  community: string | undefined,
) {
  const isSpokenOf = timeline.some(({ facts }) => facts?.department !== undefined)
  const asked = isSpokenOf ? community : undefined
  const settings = useQuery(`departments ${asked ?? ''}`, async () =>
    asked === undefined ? undefined : await api.complaints.settings({ community: asked }),
  )
  return settings.data?.settings.departments
}
