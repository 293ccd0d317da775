import type { Json } from '../platform/table/table.ts'
import { can } from '#shared/kernel/permissions.ts'
import type { Input } from '#shared/kernel/route.ts'
import { maskName } from '#shared/people/rules.ts'
import type { VoteState, votes } from '#shared/votes/contract.ts'
import {
  canCancel,
  canFreezeRoll,
  canGiveNotice,
  canRedraft,
  isPublic,
} from '#shared/votes/rules/conducting.ts'
import { canBeHeldIn } from '#shared/votes/rules/modes.ts'
import { fitsNotice } from '#shared/votes/rules/notice.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted, RefusedError } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { ConflictError } from '../platform/table/table.ts'
import type { VoteShop } from './needs.ts'
import type { Votes } from './repository.ts'
import { frozenUnits, hashOfRoll, rowsOfRoll, votersRoll } from './roll.ts'
import { rulesNow, rulesOf } from './rules-of.ts'
import type { FoundVote, FrozenRules, StoredVote } from './stored.ts'

type Conduct = Call<Votes>
type In<Operation extends keyof typeof votes> = Input<(typeof votes)[Operation]>

/** A vote this person may see. A draft of the committee's is answered as one that does not exist. */
export async function seenVote({ repository, roles }: Conduct, id: string): Promise<FoundVote> {
  const found = await repository.find(id)
  if (!found || !(isPublic(found) || can(roles, 'vote:conduct'))) {
    throw new RefusedError('votes.not_found')
  }
  return found
}

export async function draftVote(
  shop: VoteShop,
  call: Conduct,
  { title, mode, items }: In<'draft'>,
): Promise<FoundVote> {
  const { repository, key, now, newId } = call
  const known = await repository.find(key.id)
  if (known && isRepetition(known.madeBy, key)) return known
  accepted(canBeHeldIn(mode, await rulesNow(shop, repository.community)))
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

export async function redraftVote(
  shop: VoteShop,
  call: Conduct,
  { vote: id, title, mode, items }: In<'redraft'>,
): Promise<FoundVote> {
  const { repository, now, newId } = call
  const wording = newId()
  let isWritten = false
  return change(call, id, async (vote) => {
    accepted(canRedraft(vote, now))
    accepted(canBeHeldIn(mode, await rulesOf(shop, vote)))
    if (!isWritten) await repository.writeRows(wording, id, textsOf(items), now)
    isWritten = true
    return { ...vote, title, mode, items: questionsOf(items), wording }
  })
}

/** Stores the units first and then, in one write, version, hash, totals and rules: no import comes in between. */
export async function freezeRoll(
  shop: VoteShop,
  call: Conduct,
  { vote: id }: In<'freezeRoll'>,
): Promise<FoundVote> {
  const { now } = call
  let frozen: { rules: FrozenRules; roll: NonNullable<StoredVote['roll']> } | undefined
  return change(call, id, async (vote) => {
    accepted(canFreezeRoll(vote, now))
    frozen ??= await rollNow(shop, call, id)
    accepted(canBeHeldIn(vote.mode, frozen.rules))
    return { ...vote, ...stepTo('roll_frozen', vote, call), ...frozen }
  })
}

async function rollNow(shop: VoteShop, { repository, newId, now }: Conduct, vote: string) {
  const rules = await rulesNow(shop, repository.community)
  const register = await shop.register.roll(repository.community)
  if (!register) throw new RefusedError('votes.no_register')
  const units = frozenUnits(register.units)
  const { heads, total, units: counted } = votersRoll(units, rules.parkingCounted)
  if (heads.length === 0) throw new RefusedError('votes.roll_empty')
  const rows = newId()
  await repository.writeRows(rows, vote, rowsOfRoll(units), now)
  const roll = {
    frozenAt: now.toISOString(),
    registerVersion: register.version,
    heads: total.heads,
    areaCenti: total.areaCenti,
    units: counted,
    sha256: hashOfRoll(register.version, units),
    rows,
  }
  return { rules, roll }
}

export const giveNotice = (
  shop: VoteShop,
  call: Conduct,
  { vote: id, opensAt, closesAt }: In<'giveNotice'>,
): Promise<FoundVote> =>
  change(call, id, async (vote) => {
    accepted(canGiveNotice(vote, call.now))
    const window = accepted(fitsNotice({ opensAt, closesAt }, await rulesOf(shop, vote), call.now))
    return {
      ...vote,
      ...stepTo('noticed', vote, call),
      ...window,
      noticedAt: call.now.toISOString(),
    }
  })

export const cancelVote = (call: Conduct, { vote: id, reason }: In<'cancel'>): Promise<FoundVote> =>
  change(call, id, (vote) => {
    accepted(canCancel(vote, call.now))
    const cancelled = { at: call.now.toISOString(), reason }
    return Promise.resolve({ ...vote, ...stepTo('cancelled', vote, call), cancelled })
  })

const ATTEMPTS = 5

/** Load, decide, save; again where somebody else saved first. A repeated request finds its own step. */
async function change(
  call: Conduct,
  id: string,
  decide: (vote: FoundVote) => Promise<StoredVote>,
): Promise<FoundVote> {
  for (let attempt = 1; ; attempt += 1) {
    const vote = await seenVote(call, id)
    if (vote.steps.some(({ madeBy }) => madeBy && isRepetition(madeBy, call.key))) return vote
    const { version, ...next } = { ...(await decide(vote)), version: vote.version }
    try {
      await call.repository.save(next, version)
      return { ...next, version: version + 1 }
    } catch (err) {
      if (!(err instanceof ConflictError) || attempt === ATTEMPTS) throw err
    }
  }
}

const actorOf = ({ person, name }: Conduct) => ({ person, name: maskName(name) })

function stepTo(to: VoteState, { steps }: StoredVote, call: Conduct) {
  const { id, request } = call.key
  const step = { to, at: call.now.toISOString(), by: actorOf(call), madeBy: { id, request } }
  return { state: to, steps: [...steps, step] }
}

type DraftItems = In<'draft'>['items']
const textsOf = (items: DraftItems): readonly Json[] => items.map(({ text }) => text)
const questionsOf = (items: DraftItems): StoredVote['items'] =>
  items.map(({ matter, title }) => ({ matter, title }))
