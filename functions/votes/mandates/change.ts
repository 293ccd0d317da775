import type { Call } from '../../platform/http/call.ts'
import { RefusedError } from '../../platform/http/refused-error.ts'
import { ConflictError } from '../../platform/table/table.ts'
import type { Votes } from '../repository.ts'
import type { StoredMandate } from './stored.ts'

/** Each failed attempt means that somebody else's write for the same head or agent was stored. */
const ATTEMPTS = 20

/** Again where somebody else wrote first. */
export async function untilWritten<T>(attempt: () => Promise<T>): Promise<T> {
  for (let n = 1; ; n += 1) {
    try {
      return await attempt()
    } catch (err) {
      if (!(err instanceof ConflictError) || n === ATTEMPTS) throw err
    }
  }
}

/** What becomes of one mandate of a head; nothing is written where `decide` gives nothing. */
export const changeMandate = (
  { repository: { mandates } }: Pick<Call<Votes>, 'repository'>,
  at: { readonly vote: string; readonly head: string; readonly mandate: string },
  decide: (mandate: StoredMandate) => StoredMandate | undefined,
): Promise<StoredMandate> =>
  untilWritten(async () => {
    const found = await mandates.of(at.vote, at.head)
    const mandate = found.list.find((one) => one.mandate === at.mandate)
    if (!mandate) throw new RefusedError('votes.mandate_not_found')
    const next = decide(mandate)
    if (!next) return mandate
    const list = found.list.map((one) => (one === mandate ? next : one))
    await mandates.save(at.vote, found, list)
    return next
  })

/** As it is noted beside what somebody did. */
export const doneBy = ({ key, now }: Call<Votes>, by: StoredMandate['given']) => ({
  at: now.toISOString(),
  by: by ?? { person: '', name: '' },
  madeBy: { id: key.id, request: key.request },
})
