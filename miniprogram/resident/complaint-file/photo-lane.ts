import { api } from '#miniprogram/platform/api.ts'
import { ApiError, asApiError } from '#miniprogram/platform/api-error.ts'
import { cell } from '#miniprogram/platform/cell.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import { now } from '#miniprogram/platform/clock.ts'
import type { Draft, Drafts } from '#miniprogram/platform/drafts.ts'
import { findFile } from '#miniprogram/platform/kept-files.ts'
import {
  afterEvent,
  nextToSend,
  type PhotoEvent,
  type QueuedPhoto,
} from '#miniprogram/platform/photo-queue.ts'
import { sendPhoto } from '#miniprogram/platform/upload.ts'
import type { Form } from './form.ts'

/** How far each photo on its way is, 0 to 100, by its key. */
export const progress = cell<Readonly<Record<string, number>>>({})

export const happened = (drafts: Drafts<Form>, draft: string, event: PhotoEvent): void =>
  void drafts.change(draft, (form) => ({ ...form, photos: [...afterEvent(form.photos, event)] }))

export interface PhotoLane {
  /** Sends what can be sent now, one after the other. */
  readonly run: () => Promise<void>
  /** Whoever was sent in vain is not waited for. */
  readonly abandon: (key: string) => void
}

/** Photos of all drafts of one person in one community, one at a time: a weak network carries one. */
export function photoLane(
  community: string,
  drafts: Drafts<Form>,
  mayGo: () => boolean,
): PhotoLane {
  const abandoned = new Map<string, () => void>()
  let landing: Promise<void> | undefined

  const upload = async (draft: string, photo: QueuedPhoto): Promise<void> => {
    const { key } = photo
    happened(drafts, draft, { kind: 'begun', key })
    try {
      const id = await Promise.race([
        uploaded(community, photo),
        new Promise<undefined>((gone) => abandoned.set(key, () => gone(undefined))),
      ])
      if (id !== undefined) happened(drafts, draft, { kind: 'arrived', key, photo: id, at: now() })
    } catch (err) {
      const trouble = asApiError(err)
      const lasting = isLasting(trouble)
      const wrong = trouble.detail
      happened(drafts, draft, { kind: 'stopped', key, wrong, lasting, at: now() })
    } finally {
      abandoned.delete(key)
    }
  }
  const runAll = async (): Promise<void> => {
    for (let next = firstIn(drafts.list()); next && mayGo(); next = firstIn(drafts.list())) {
      await upload(next.draft, next.photo)
    }
  }
  return {
    run() {
      landing ??= runAll().finally(() => (landing = undefined))
      return landing
    },
    abandon: (key) => abandoned.get(key)?.(),
  }
}

/** What is asked to be sent goes before what is still being written. */
function firstIn(drafts: readonly Draft<Form>[]) {
  const isSending = drafts.some(({ content }) =>
    content.photos.some(({ state }) => state === 'sending'),
  )
  const asked = [...drafts].sort((a, b) => rankOf(a) - rankOf(b))
  for (const { id, content } of isSending ? [] : asked) {
    const photo = nextToSend(content.photos, now())
    if (photo) return { draft: id, photo }
  }
  return undefined
}

const rankOf = ({ content }: Draft<Form>): number => (content.sending ? 0 : 1)

async function uploaded(community: string, { key, path }: QueuedPhoto): Promise<string> {
  const file = await findFile(path)
  if (file === undefined) throw gone()
  const { photo, form } = await api.photos.add({ community }, { key })
  await sendPhoto(form, { path: file, bytes: 0 }, (percent) =>
    progress.write({ ...progress.read(), [key]: percent }),
  )
  return photo
}

const gone = (): ApiError =>
  new ApiError('client.photo_gone', '这张照片在这部手机上找不到了，请去掉它，重新选一次。', 410)

/** Whether sending it again would not help: what was refused in words, and what is gone or too large. */
const isLasting = ({ code, status }: ApiError): boolean =>
  status === 413 ||
  (status >= 400 && status < 500 && status !== 429 && code !== 'client.photo_refused')

/** Of photos that were sent: what the server has by now. What it threw away goes anew, what it refused says why. */
export async function lookAgain(
  community: string,
  drafts: Drafts<Form>,
  { id, content }: Draft<Form>,
  words: (reason: string) => string,
): Promise<void> {
  for (const { key, photo } of content.photos) {
    if (photo === undefined) continue
    const found = await api.photos
      .get({ community, photo })
      .catch((err: unknown) => asApiError(err))
    if (found instanceof ApiError) {
      if (found.code !== 'photos.not_found') return
      happened(drafts, id, { kind: 'lapsed', key, anew: newKey() })
    } else if (found.reason !== undefined) {
      happened(drafts, id, { kind: 'refused', key, wrong: words(found.reason) })
    }
  }
}
