import { Text } from '@tarojs/components'
import type { ComplaintEvent } from '#shared/complaints/contract.ts'
import { tellEvent, type About } from '#shared/complaints/rules/event-words.ts'
import { formatNumber } from '#shared/kernel/public-number.ts'
import { Button } from '#miniprogram/platform/ui/button.tsx'
import type { TimelineEntry } from '#miniprogram/platform/ui/timeline.tsx'
import { PhotoStrip } from '../photos/photo-strip.tsx'
import { VoicePlayer } from '../voices/voice-player.tsx'
import { stars } from './words.ts'

interface EntryAbout extends About {
  /** Leads to the complaint it was merged into. */
  readonly onMerged?: ((number: string) => unknown) | undefined
}

/** An event as the timeline shows it: who, what, when, what belongs to it, words and photos. */
export function entryOf(event: ComplaintEvent, about: EntryAbout): TimelineEntry {
  const { seq, at, kind, by, text, withheld } = event
  const { what, lines } = tellEvent(event, about)
  return {
    ...{ key: seq, role: by.role, name: by.name, what, at },
    internal: kind === 'noted',
    text: withheld && text === undefined ? '内容正在检查' : text,
    evidence: <Evidence event={event} lines={lines} onMerged={about.onMerged} />,
  }
}

interface EvidenceProps extends Pick<EntryAbout, 'onMerged'> {
  readonly event: ComplaintEvent
  readonly lines: readonly string[]
}

function Evidence({ event: { rating, photos, voice, facts }, lines, onMerged }: EvidenceProps) {
  const into = facts?.into
  return (
    <>
      {lines.map((line) => (
        <Text key={line}>{line}</Text>
      ))}
      {rating !== undefined && <Text>{`满意度：${stars(rating)}`}</Text>}
      {voice && <VoicePlayer voice={voice} />}
      <PhotoStrip photos={photos} />
      {into !== undefined && onMerged && (
        <Button kind="plain" id="go-merged" onPress={() => onMerged(into)}>
          {`去看 ${formatNumber(into)}`}
        </Button>
      )}
    </>
  )
}
