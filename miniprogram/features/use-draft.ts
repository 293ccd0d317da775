import { useState } from 'react'
import type { Draft, Drafts } from '#miniprogram/platform/drafts.ts'

export interface Drafting<T> {
  readonly draft: Draft<T>
  /** Kept on the phone at once. */
  readonly change: (to: (old: T) => T) => void
  /** Forgets what was written and begins anew, with a key of its own. */
  readonly restart: (content: T) => void
  /** `false` where the phone has no room for it. */
  readonly isKept: boolean
}

interface State<T> {
  readonly draft: Draft<T>
  readonly isKept: boolean
}

/** A form whose every keystroke is kept on the phone until it was sent. */
export function useDraft<T>(drafts: Drafts<T>, begin: () => Draft<T>): Drafting<T> {
  const [{ draft, isKept }, setState] = useState<State<T>>(() => ({ draft: begin(), isKept: true }))
  return {
    draft,
    isKept,
    change: (to) =>
      setState((old) => {
        const next = { ...old.draft, content: to(old.draft.content) }
        const saved = drafts.save(next)
        return { draft: saved ?? next, isKept: saved !== undefined }
      }),
    restart(content) {
      drafts.remove(draft.id)
      setState({ draft: drafts.begin(content), isKept: true })
    },
  }
}
