import type { Input } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import { namesItsSystem } from '#shared/votes/official/rules.ts'
import { canChangeMode, canRedraft } from '#shared/votes/rules/conducting.ts'
import { canBeHeldIn } from '#shared/votes/rules/modes.ts'
import { canChooseSilence } from '#shared/votes/rules/silence.ts'
import type { SilentPolicy } from '#shared/votes/terms.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { ConflictError } from '../platform/table/table.ts'
import { actorOf, changeVote, stepTo } from './change-vote.ts'
import type { VoteShop } from './needs.ts'
import type { Votes } from './repository.ts'
import { rulesNow, rulesOf } from './rules-of.ts'
import { demandSameScope, scopeNow } from './scope/places-now.ts'
import type { FoundVote, FrozenRules, StoredVote } from './stored.ts'

type Conduct = Call<Votes>
type In<Operation extends 'draft' | 'redraft'> = Input<(typeof votes)[Operation]>

export async function draftVote(
  shop: VoteShop,
  call: Conduct,
  { title, mode, items, silence, paper, scope: asked, official }: In<'draft'>,
): Promise<FoundVote> {
  const { repository, key, now, newId } = call
  const known = await repository.find(key.id)
  if (known && isRepetition(known.madeBy, key)) return known
  demandAllowed({ mode, silence, official }, await rulesNow(shop, repository.community))
  const scope = await scopeNow(shop, repository.community, asked)
  const wording = newId()
  await repository.writeRows(wording, key.id, textsOf(items), now)
  const draftedAt = now.toISOString()
  const draftedBy = actorOf(call)
  const drafted: StoredVote = {
    community: repository.community,
    vote: key.id,
    title,
    mode,
    items: questionsOf(items),
    ...saidOf({ paper: paper === true ? paper : undefined, silence, official, scope }),
    wording,
    state: 'draft',
    draftedBy,
    draftedAt,
    madeBy: { id: key.id, request: key.request },
    steps: [{ to: 'draft', at: draftedAt, by: draftedBy }],
  }
  try {
    await repository.save(drafted, 0)
    return { ...drafted, version: 1 }
  } catch (err) {
    // The same request, sent twice at once: the other of the two has drafted it.
    const theirs = err instanceof ConflictError ? await repository.find(key.id) : undefined
    if (theirs && isRepetition(theirs.madeBy, key)) return theirs
    throw err
  }
}

type Said = Pick<StoredVote, 'paper' | 'silence' | 'official' | 'scope'>

/** What was left out stays out. */
const saidOf = (said: Said): Said =>
  Object.fromEntries(
    (Object.entries(said) as [string, unknown][]).filter(([, value]) => value !== undefined),
  )

export async function redraftVote(
  shop: VoteShop,
  call: Conduct,
  { vote: id, title, mode, items, silence, paper, scope: asked, official }: In<'redraft'>,
): Promise<FoundVote> {
  const { repository, now, newId } = call
  const wording = newId()
  let isWritten = false
  return changeVote(call, id, async (vote) => {
    accepted(canRedraft(vote, now))
    accepted(canChangeMode(vote, mode))
    demandSameScope(vote, asked)
    const rules = await rulesOf(shop, vote)
    const silent = demandAllowed({ mode, silence, official }, rules)
    if (!isWritten) await repository.writeRows(wording, id, textsOf(items), now)
    isWritten = true
    const written = { title, mode, items: questionsOf(items), wording }
    return {
      ...withoutNotice(vote, call),
      ...written,
      silence,
      paper,
      official,
      scope: vote.state === 'draft' ? await scopeNow(shop, vote.community, asked) : vote.scope,
      ...(vote.rules && { rules: { ...vote.rules, silent } }),
    }
  })
}

/** @throws RefusedError where the rules allow neither the mode nor what is made of silence */
function demandAllowed(
  { mode, silence, official }: Pick<In<'draft'>, 'mode' | 'silence' | 'official'>,
  rules: Omit<FrozenRules, 'silent'>,
): SilentPolicy {
  accepted(canBeHeldIn(mode, rules))
  accepted(namesItsSystem(mode, official))
  return accepted(canChooseSilence(silence ?? { policy: 'NOT_PARTICIPATING' }, rules, rules.name))
}

type DraftItems = In<'draft'>['items']
const textsOf = (items: DraftItems): readonly string[] => items.map(({ text }) => text)
const questionsOf = (items: DraftItems): StoredVote['items'] =>
  items.map(({ matter, title }) => ({ matter, title }))

/** Only what was noticed may be voted on: a change takes the notice back, and its days begin anew. */
function withoutNotice(vote: StoredVote, call: Conduct): StoredVote {
  if (vote.state !== 'noticed') return vote
  const withdrawnNotices = (vote.withdrawnNotices ?? 0) + 1
  const window = { noticedAt: undefined, opensAt: undefined, closesAt: undefined }
  return { ...vote, ...stepTo('roll_frozen', vote, call), ...window, withdrawnNotices }
}
