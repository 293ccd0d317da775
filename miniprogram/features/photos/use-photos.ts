import { useEffect, useRef, useState } from 'react'
import { api } from '#miniprogram/platform/api.ts'
import { asApiError } from '#miniprogram/platform/api-error.ts'
import { newKey } from '#miniprogram/platform/chance.ts'
import type { ChosenPhoto } from '#miniprogram/platform/chosen-photo.ts'
import { isOnline, whenOnline } from '#miniprogram/platform/online.ts'
import { choosePhotos, sendPhoto, type UploadForm } from '#miniprogram/platform/upload.ts'

/** A photo on its way, or where it stopped. `photo` is its id once the server knows of it. */
export interface SentPhoto {
  readonly key: string
  readonly path: string
  readonly percent: number
  readonly photo?: string
  readonly wrong?: string
  /** No answer came: it goes by itself once the network is back. */
  readonly waits?: boolean
}

export interface Photos {
  readonly sending: readonly SentPhoto[]
  readonly add: () => Promise<void>
  readonly again: (key: string) => Promise<void>
  readonly remove: (key: string) => void
}

const PHOTOS_AT_MOST = 9

/** Where a photo is added that is not like every other. */
export interface OtherPhotos {
  /** Asks for the form to upload it with; the same key is the same photo. */
  readonly begin: (key: string) => Promise<{ readonly photo: string; readonly form: UploadForm }>
  readonly atMost: number
}

const NO_NETWORK = '没有网络，恢复后自动再传。'

/**
 * Photos are sent as soon as they are chosen, so that sending the form later waits for none of them.
 * @param kept ids of photos that arrived; the form keeps them
 */
export function usePhotos(
  community: string,
  kept: readonly string[],
  keep: (photo: string) => void,
  other?: OtherPhotos,
): Photos & { readonly atMost: number } {
  const atMost = other?.atMost ?? PHOTOS_AT_MOST
  const ask = other?.begin ?? ((key: string) => api.photos.add({ community }, { key }))
  const [sending, setSending] = useState<readonly SentPhoto[]>([])
  const change = (key: string, to: Partial<SentPhoto>): void =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...to } : one)))
  const remove = (key: string): void => setSending((all) => all.filter((one) => one.key !== key))

  const send = async ({ key, path }: { key: string; path: string }): Promise<void> => {
    change(key, { percent: 0, wrong: undefined, waits: false })
    try {
      const { photo, form } = await ask(key)
      await sendPhoto(form, { path, bytes: 0 }, (percent) => change(key, { percent }))
      keep(photo)
      remove(key)
    } catch (err) {
      const { status, detail } = asApiError(err)
      change(key, { waits: status === 0, wrong: isOnline() ? detail : NO_NETWORK })
    }
  }
  const begin = async (chosen: readonly ChosenPhoto[]): Promise<void> => {
    const begun = chosen.map(({ path }) => ({ key: newKey(), path, percent: 0 }))
    setSending((all) => [...all, ...begun])
    for (const one of begun) await send(one)
  }
  const resume = useRef<() => Promise<void>>(undefined)
  useEffect(() => {
    resume.current = async () => {
      for (const one of sending.filter(({ waits }) => waits)) await send(one)
    }
  })
  useEffect(() => whenOnline(() => void resume.current?.()), [])
  return {
    atMost,
    sending,
    remove,
    add: async () => begin(await choosePhotos(Math.max(0, atMost - kept.length - sending.length))),
    async again(key) {
      const one = sending.find((each) => each.key === key)
      if (one) await send(one)
    },
  }
}
