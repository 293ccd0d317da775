import { createHash } from 'node:crypto'
import type { Input } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import type { MySignature, Strokes } from '#shared/votes/signature.ts'
import { freshMinutesOf, isLoginFresh, needsSignature } from '#shared/votes/rules/fresh-login.ts'
import { isSignature } from '#shared/votes/rules/signature.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted, RefusedError } from '../platform/http/refused-error.ts'
import { seenVote } from './change-vote.ts'
import { partIn } from './heads-view.ts'
import type { Votes } from './repository.ts'
import type { FoundVote, FrozenRules } from './stored.ts'

interface Drawn {
  readonly head: string
  readonly strokes: Strokes | undefined
}

/**
 * Asks for a fresh login, and for a name drawn by hand, where the rules do. The drawing is stored before the ballot that
 * will name it; where no ballot comes of it, it goes with the others once they were kept long enough.
 * @returns the drawing's id; `undefined` where none is asked for, and then none is kept
 */
export async function signed(
  { repository, confirmedAt, key, now }: Call<Votes>,
  { vote, mode }: FoundVote,
  rules: FrozenRules,
  { head, strokes }: Drawn,
): Promise<string | undefined> {
  accepted(isLoginFresh(confirmedAt, freshMinutesOf(mode, rules), now))
  if (!needsSignature(mode, rules)) return undefined
  const drawn = accepted(isSignature(strokes))
  const id = createHash('sha256')
    .update(`${key.id}\n${JSON.stringify(drawn)}`)
    .digest('base64url')
  await repository.signatures.put(vote, head, id, drawn)
  return id
}

/** To who drew it, and to nobody else. */
export async function readMySignature(
  call: Call<Votes>,
  { vote: id, head }: Input<typeof votes.mySignature>,
): Promise<MySignature> {
  const vote = await seenVote(call, id)
  const part = vote.removal ? undefined : await partIn(call, vote)
  if (!part?.heads.some((one) => one.id === head)) throw new RefusedError('votes.not_your_head')
  const mine = part.ballots.own(head)
  const signed = mine.find(({ person, signature }) => person === call.person && signature)
  const strokes =
    signed?.signature && (await call.repository.signatures.find(id, head, signed.signature))
  if (!signed || !strokes) throw new RefusedError('votes.signature_none')
  return { at: signed.at, strokes }
}
