import { useSyncExternalStore } from 'react'

/** A value that lives outside React and that components can watch. */
export interface Cell<T> {
  readonly read: () => T
  readonly write: (value: T) => void
  /** @returns ends the watching */
  readonly watch: (changed: () => void) => () => void
}

export function cell<T>(first: T): Cell<T> {
  let value = first
  const watchers = new Set<() => void>()
  return {
    read: () => value,
    write: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const changed of [...watchers]) changed()
    },
    watch: (changed) => {
      watchers.add(changed)
      return () => watchers.delete(changed)
    },
  }
}

export const useCell = <T>({ watch, read }: Cell<T>): T => useSyncExternalStore(watch, read)
