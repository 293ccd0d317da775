import type { Emergency } from '#shared/emergencies/contract.ts'
import { EVENT_NAMES } from '#shared/emergencies/rules.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import { PhotoStrip } from '#miniprogram/features/photos/photo-strip.tsx'
import { useNow } from '#miniprogram/platform/clock.ts'
import { Card } from '#miniprogram/platform/ui/card.tsx'
import { Prose } from '#miniprogram/platform/ui/prose.tsx'
import { Timeline } from '#miniprogram/platform/ui/timeline.tsx'

/** What who reported it wrote and took: for who is in charge, and for themselves. */
export const Reported = ({ event }: { readonly event: Emergency }) =>
  event.note === undefined && event.photos === undefined ? null : (
    <Card title="上报人说的">
      {event.note !== undefined && <Prose>{event.note}</Prose>}
      <PhotoStrip photos={event.photos ?? []} />
    </Card>
  )

export function Record({ events }: { readonly events: NonNullable<Emergency['events']> }) {
  const now = useNow()
  const entries = [...events].reverse().map(({ seq, at, kind, by, text, until }) => {
    const [role = '', name = ''] = (by ?? '系统').split(' ')
    const when = until === undefined ? '' : `：${formatTime(new Date(until), now)}`
    return { key: seq, role, name, what: `${EVENT_NAMES[kind]}${when}`, at, text }
  })
  return (
    <Card title="经过">
      <Timeline entries={entries} />
    </Card>
  )
}
