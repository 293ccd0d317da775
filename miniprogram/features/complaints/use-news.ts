import { useState } from 'react'
import type { Complaint, ComplaintEvent } from '#shared/complaints/contract.ts'

interface News {
  /** What others did since the person first saw the complaint here, or last acted on it. */
  readonly since: readonly ComplaintEvent[]
  /** The person has seen it: the complaint as it then is. */
  readonly seeAll: (complaint: Complaint) => void
}

/** Two who act at once: the second is shown what the first did. */
export function useNews(complaint: Pick<Complaint, 'lastSeq' | 'timeline'>): News {
  const [known, setKnown] = useState(() => lastOf(complaint))
  return {
    since: complaint.timeline.filter(({ seq }) => seq > known),
    seeAll: (seen) => setKnown(lastOf(seen)),
  }
}

const lastOf = ({ lastSeq, timeline }: Pick<Complaint, 'lastSeq' | 'timeline'>): number =>
  lastSeq ?? Math.max(0, ...timeline.map(({ seq }) => seq))
