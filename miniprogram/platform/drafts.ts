import * as z from '#shared/kernel/zod.ts'
import { now } from './clock.ts'
import { newKey } from './chance.ts'
import { stored } from './storage.ts'

/** Something begun and not yet sent. `key` goes with it when it is sent, so that sending it again makes no second one. */
export interface Draft<T> {
  readonly id: string
  readonly key: string
  /** ISO instant. */
  readonly savedAt: string
  readonly content: T
}

export interface Drafts<T> {
  /** Latest first. */
  list(): readonly Draft<T>[]
  find(id: string): Draft<T> | undefined
  /** Not kept until it is saved: a form opened and left alone leaves nothing behind. */
  begin(content: T): Draft<T>
  /** `undefined` where the phone's storage is full. */
  save(draft: Draft<T>): Draft<T> | undefined
  remove(id: string): void
}

/** The drafts of one person and kind, on this phone. They survive closing the app and signing out. */
export function draftsOf<T>(person: string, kind: string, Content: z.ZodType<T>): Drafts<T> {
  const One = z.object({ id: z.string(), key: z.string(), savedAt: z.string(), content: Content })
  const place = stored(`drafts:${person}:${kind}`, z.array(z.unknown()))
  // One that no longer fits the form is left out, not the others with it.
  const all = (): Draft<T>[] => (place.read() ?? []).flatMap((one) => One.safeParse(one).data ?? [])
  const others = (id: string) => all().filter((draft) => draft.id !== id)
  return {
    list: all,
    find: (id) => all().find((draft) => draft.id === id),
    begin: (content) => ({ id: newKey(), key: newKey(), savedAt: now().toISOString(), content }),
    save(draft) {
      const saved = { ...draft, savedAt: now().toISOString() }
      return place.write([saved, ...others(draft.id)]) ? saved : undefined
    },
    remove: (id) => void place.write(others(id)),
  }
}
