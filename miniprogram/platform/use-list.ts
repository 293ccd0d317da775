import { useState } from 'react'
import { useAct } from './use-act.ts'
import { useQuery, type Query } from './use-query.ts'
import type { ApiError } from './api-error.ts'

interface PageOf<T> {
  readonly items: readonly T[]
  readonly cursor?: string | undefined
}

export interface List<T> {
  /** Everything loaded so far. */
  readonly query: Query<readonly T[]>
  /** Absent where there is nothing more. */
  readonly more: (() => Promise<void>) | undefined
  readonly busy: boolean
  readonly trouble: ApiError | undefined
}

interface Rest<T> {
  readonly after: PageOf<T>
  readonly items: readonly T[]
  readonly cursor: string | undefined
}

/** A list page by page: its start is asked for anew whenever the page is shown, the rest on demand. */
export function useList<T>(
  about: string,
  load: (from: { readonly cursor?: string }) => Promise<PageOf<T>>,
): List<T> {
  const first = useQuery(about, () => load({}))
  const [rest, setRest] = useState<Rest<T>>()
  // What followed an older start may no longer follow this one.
  const following = first.data && rest?.after === first.data ? rest : undefined
  const cursor = following ? following.cursor : first.data?.cursor

  const next = useAct(async () => {
    const after = first.data
    if (!after || cursor === undefined) return
    const page = await load({ cursor })
    setRest({ after, items: [...(following?.items ?? []), ...page.items], cursor: page.cursor })
  })
  const more = async (): Promise<void> => {
    await next.run()
  }
  return {
    query: {
      ...first,
      data: first.data && [...first.data.items, ...(following?.items ?? [])],
      put: (items) => first.put({ items }),
    },
    more: cursor === undefined ? undefined : more,
    busy: next.busy,
    trouble: next.trouble,
  }
}
