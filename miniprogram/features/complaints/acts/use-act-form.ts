import { useState } from 'react'
import type { Complaint } from '#shared/complaints/contract.ts'
import type * as z from '#shared/kernel/zod.ts'
import { asApiError, type ApiError } from '#miniprogram/platform/api-error.ts'
import { draftsOf } from '#miniprogram/platform/drafts.ts'
import { useAct } from '#miniprogram/platform/use-act.ts'
import { useDraft } from '../../use-draft.ts'
import { aboutOf, type About, type ActFormProps } from './entry.ts'

interface Form<T> {
  readonly content: T
  readonly change: (to: (old: T) => Partial<T>) => void
  readonly send: () => Promise<void>
  readonly busy: boolean
  readonly trouble: ApiError | undefined
  /** `false` where the phone has no room for what is typed. */
  readonly isKept: boolean
}

interface Asked<T> {
  /** Acts of one kind share what was typed: words for the resident, whichever act takes them. */
  readonly kind: string
  readonly Content: z.ZodType<T>
  readonly nothing: T
  readonly post: (about: About, content: T, sending: { readonly key: string }) => Promise<Complaint>
}

/** The server has another request under this key. */
export const ARRIVED = 'request.idempotency_key_reused'

/**
 * An act's form: what is typed is kept on the phone until the server took it, with a key of its own, and is sent with
 * what its writer had seen. Refused, nothing is lost.
 */
export function useActForm<T extends object>(
  { community, person, complaint, onDone }: ActFormProps,
  { kind, Content, nothing, post }: Asked<T>,
): Form<T> {
  const [drafts] = useState(() => draftsOf(person, `${kind}:${complaint.number}`, Content))
  const { draft, change, restart, isKept } = useDraft(
    drafts,
    () => drafts.list()[0] ?? drafts.begin(nothing),
  )
  const act = useAct(async () => {
    const { content, key } = draft
    const done = await post(aboutOf(community, complaint), content, { key }).catch(
      (err: unknown) => {
        // An earlier try did arrive, and only its answer was lost: what is sent now is another one.
        if (asApiError(err).code === ARRIVED) {
          restart(content)
          change((old) => old)
        }
        throw err
      },
    )
    restart(nothing)
    onDone(done)
  })
  return {
    content: draft.content,
    change: (to) => change((old) => ({ ...old, ...to(old) })),
    send: async () => {
      await act.run()
    },
    busy: act.busy,
    trouble: act.trouble,
    isKept,
  }
}
