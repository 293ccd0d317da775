import { afterVerdict } from '#shared/photos/rules.ts'
import { keptUntil } from '#shared/privacy/retention.ts'
import type { Ports } from '../platform/ports.ts'
import { mediaVerdictOf } from '../platform/weixin/media-verdict.ts'
import type { PushMessage } from '../platform/weixin/push.ts'
import { changePhoto, photosIn } from './repository.ts'
import type { StoredPhoto } from './stored.ts'
import { tracesIn, type Said } from './traces.ts'

/** What WeChat's messages are handed to: one about a photo moves it, once, however often it comes. */
export const photoVerdicts =
  ({ table, now }: Pick<Ports, 'table' | 'now'>) =>
  async (message: PushMessage): Promise<void> => {
    const heard = mediaVerdictOf(message)
    if (!heard) return
    const { traceId, verdict } = heard
    const said: Said = {
      kind: 'said',
      verdict: verdict?.suggest ?? 'none',
      label: verdict?.label,
    }
    const about = await tracesIn(table).hear(traceId, said, now())
    if (!about) return
    const photos = photosIn(table, about.community)
    await changePhoto(photos, about.photo, (photo) => judged(photo, said, now()))
  }

export function judged(photo: StoredPhoto, { verdict, label }: Said, now: Date): StoredPhoto {
  const next = afterVerdict(photo, verdict, now)
  return next === photo ? photo : { ...next, label, ...keptAsProof(next, now) }
}

/** What WeChat refused is kept for as long as somebody may contest it. */
const keptAsProof = ({ state, blob }: StoredPhoto, now: Date) =>
  state === 'refused' && blob !== undefined
    ? { bytesUntil: keptUntil('photos_unused_bytes', now).toISOString() }
    : {}
