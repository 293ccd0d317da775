import { HOUR } from '#shared/kernel/calendar.ts'
import { afterAsking, afterGivingUp, dutyOf } from '#shared/photos/rules.ts'
import type { Job } from '../platform/jobs/sweep.ts'
import type { Ports } from '../platform/ports.ts'
import { WeixinError } from '../platform/weixin/weixin.ts'
import { takeIn } from './arrival.ts'
import { incomingKey } from './places.ts'
import { photosIn, type Photos } from './repository.ts'
import { foundIn, photoItem, type FoundPhoto, type StoredPhoto } from './stored.ts'
import { tracesIn } from './traces.ts'
import { judged } from './verdicts.ts'

type Needs = Pick<Ports, 'table' | 'blobs' | 'weixin' | 'now'> & {
  readonly openidOf: (person: string) => Promise<string | undefined>
}

/** Asks WeChat about photos and voice notes, asks again where it does not answer, and removes what nobody used or may keep. */
export function photoJob(needs: Needs): Job {
  return {
    kind: 'PHOTO',
    async visit(item, now) {
      const found = foundIn(item)
      const photos = photosIn(needs.table, found.photo.community)
      const duty = dutyOf(found.photo, now)
      if (duty === 'remove') await remove(found, photos, needs)
      if (duty === 'forget_bytes') await forgetBytes(found, photos, needs)
      if (duty === 'look') await takeIn(found, photos, needs)
      if (duty === 'ask') await photos.save(await ask(found.photo, needs, now), found)
      if (duty === 'give_up') await photos.save(afterGivingUp(found.photo), found)
      // The index was behind: written again, the item stands where it belongs.
      if (duty === 'nothing') await needs.table.put(photoItem(found.photo, found.version + 1))
    },
  }
}

/** First nobody's, then gone: who claims it in between finds nothing to claim, and a crash is taken up again. */
async function remove(found: FoundPhoto, photos: Photos, { blobs }: Needs): Promise<void> {
  const { photo } = found
  const lapsed =
    photo.lapsed === true ? found : await photos.save({ ...photo, lapsed: true }, found)
  await blobs.delete(incomingKey(photo))
  if (photo.blob !== undefined) await blobs.delete(photo.blob)
  await photos.remove(lapsed)
}

/** That it was refused stays; the picture or sound goes. */
async function forgetBytes(found: FoundPhoto, photos: Photos, { blobs }: Needs): Promise<void> {
  const { blob, ...photo } = found.photo
  if (blob !== undefined) await blobs.delete(blob)
  await photos.save({ ...photo, bytesUntil: undefined }, found)
}

async function ask(photo: StoredPhoto, needs: Needs, now: Date): Promise<StoredPhoto> {
  const trace = await question(photo, needs, now)
  if (trace === undefined) return afterAsking(photo, 'none', now)
  const asked = afterAsking(photo, 'taken', now)
  const about = { kind: 'about', community: photo.community, photo: photo.id } as const
  const said = await tracesIn(needs.table).ask(trace, about, now)
  return said ? judged(asked, said, now) : asked
}

/** The trace of a question WeChat took; `undefined` where it takes none now. */
async function question(
  { person, blob, media }: StoredPhoto,
  { weixin, blobs, openidOf }: Needs,
  now: Date,
): Promise<string | undefined> {
  const openid = await openidOf(person)
  // Who never logged in by WeChat is to WeChat like somebody who is away.
  if (openid === undefined || blob === undefined) return undefined
  const mediaUrl = blobs.readUrl(blob, new Date(now.getTime() + HOUR))
  try {
    const kind = media === 'voice' ? 'audio' : 'image'
    const ask = { openid, mediaUrl, kind, scene: 'comment' } as const
    return (await weixin.checkMedia(ask)).traceId
  } catch (err) {
    if (err instanceof WeixinError) return undefined
    throw err
  }
}
