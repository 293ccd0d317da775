import * as z from '#shared/kernel/zod.ts'
import { cell, useCell } from './cell.ts'
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
  /** `undefined` where the phone's storage is full: then it lasts until the app is closed. */
  save(draft: Draft<T>): Draft<T> | undefined
  /** What goes on behind the page writes here: its time and its place in the list stay. None where it is gone. */
  change(id: string, to: (content: T) => T): Draft<T> | undefined
  remove(id: string): void
}

// Page and what goes on behind it write the same drafts: whoever shows one looks again.
const writes = cell(0)

// What the phone had no room for.
const unkept = new Map<string, readonly unknown[]>()

const Named = z.object({ id: z.string() })
const isOther = (id: string) => (one: unknown) => Named.safeParse(one).data?.id !== id

/** The drafts of one person and kind, on this phone. They survive closing the app and signing out. */
export function draftsOf<T>(person: string, kind: string, Content: z.ZodType<T>): Drafts<T> {
  const One = z.object({ id: z.string(), key: z.string(), savedAt: z.string(), content: Content })
  const name = `drafts:${person}:${kind}`
  const place = stored(name, z.array(z.unknown()))
  const kept = (): readonly unknown[] => unkept.get(name) ?? place.read() ?? []
  const write = (all: readonly unknown[]): boolean => {
    const isKept = place.write([...all])
    if (isKept) unkept.delete(name)
    else unkept.set(name, all)
    writes.write(writes.read() + 1)
    return isKept
  }
  // One that no longer fits the form is left out, not the others with it.
  const all = (): Draft<T>[] => kept().flatMap((one) => One.safeParse(one).data ?? [])
  const find = (id: string) => all().find((draft) => draft.id === id)
  return {
    list: all,
    find,
    begin: (content) => ({ id: newKey(), key: newKey(), savedAt: now().toISOString(), content }),
    save(draft) {
      const saved = { ...draft, savedAt: now().toISOString() }
      return write([saved, ...kept().filter(isOther(draft.id))]) ? saved : undefined
    },
    change(id, to) {
      const old = find(id)
      if (!old) return undefined
      const next = { ...old, content: to(old.content) }
      write(kept().map((one) => (isOther(id)(one) ? one : next)))
      return next
    },
    remove: (id) => void write(kept().filter(isOther(id))),
  }
}

/** Those there are now, whoever wrote them. */
export function useDrafts<T>(drafts: Drafts<T>): readonly Draft<T>[] {
  useCell(writes)
  return drafts.list()
}
