import type { votes } from '#shared/votes/contract.ts'
import type { Objection, ObjectionAbout } from '#shared/votes/objections.ts'
import { can } from '#shared/kernel/permissions.ts'
import { canAnswer, canObject } from '#shared/votes/rules/objections.ts'
import type { Input } from '#shared/kernel/route.ts'
import type { Call } from '../platform/http/call.ts'
import { accepted } from '../platform/http/refused-error.ts'
import { isRepetition } from '../platform/http/request-key.ts'
import { ConflictError } from '../platform/table/table.ts'
import { actorOf, saveChange, seenVote } from './change-vote.ts'
import { factsOf, openObjections } from './open-objections.ts'
import type { FoundObjections, Votes } from './repository.ts'
import type { StoredObjections } from './stored.ts'

type Entry = StoredObjections['list'][number]
type In<Operation extends 'object' | 'answerObjection' | 'objections'> = Input<
  (typeof votes)[Operation]
>

const ATTEMPTS = 20

/** Load, decide, save; again where somebody else objected or answered meanwhile. */
async function changeObjections(
  { repository }: Call<Votes>,
  vote: string,
  about: ObjectionAbout,
  decide: (found: FoundObjections) => readonly Entry[] | undefined,
): Promise<StoredObjections> {
  for (let attempt = 1; ; attempt += 1) {
    const found = await repository.objections.find(vote, about)
    const list = decide(found)
    if (!list) return found
    const next = { ended: found.ended, list: [...list] }
    try {
      await repository.objections.save(vote, about, next, found.version)
      return next
    } catch (err) {
      if (!(err instanceof ConflictError) || attempt === ATTEMPTS) throw err
    }
  }
}

/** An owner's objection, on record from this write on. */
export async function objectTo(
  call: Call<Votes>,
  { vote: id, about, text, unit }: In<'object'>,
): Promise<Objection> {
  const { key, now, person } = call
  const vote = await seenVote(call, id)
  const after = await changeObjections(call, id, about, (found) => {
    if (found.list.some(({ madeBy }) => isRepetition(madeBy, key))) return undefined
    const objections = { ended: found.ended, list: factsOf(found) }
    accepted(canObject(about, vote, objections, person, now))
    const entry: Entry = {
      objection: key.id,
      at: now.toISOString(),
      by: actorOf(call),
      ...(unit !== undefined && { unit }),
      text,
      madeBy: { id: key.id, request: key.request },
    }
    return [...found.list, entry]
  })
  return viewIn(after, about, key.id, call)
}

/** The last answer after the window's end lets the clock go on with a published result. */
export async function answerObjection(
  call: Call<Votes>,
  { vote: id, objection, about, outcome, text }: In<'answerObjection'>,
): Promise<Objection> {
  const { key, now } = call
  await seenVote(call, id)
  const after = await changeObjections(call, id, about, ({ list }) => {
    if (list.some(({ answer }) => answer && isRepetition(answer.madeBy, key))) return undefined
    const asked = list.find((one) => one.objection === objection)
    accepted(canAnswer(asked && { answered: asked.answer !== undefined }))
    const answer = {
      at: now.toISOString(),
      by: actorOf(call),
      outcome,
      text,
      madeBy: { id: key.id, request: key.request },
    }
    return list.map((one) => (one === asked ? { ...one, answer } : one))
  })
  if (about === 'result' && openObjections(after) === 0) await letTheClockGoOn(call, id)
  return viewIn(after, about, objection, call)
}

const letTheClockGoOn = (call: Call<Votes>, id: string) =>
  saveChange(call, id, (vote) =>
    vote.state === 'result_published' && vote.finalAt === undefined
      ? { ...vote, finalAt: call.now.toISOString() }
      : undefined,
  )

export async function listObjections(
  call: Call<Votes>,
  { vote: id, about }: In<'objections'>,
): Promise<{ objections: Objection[] }> {
  await seenVote(call, id)
  const found = await call.repository.objections.find(id, about)
  return { objections: found.list.map((entry) => viewOf(entry, about, call)) }
}

function viewIn(
  { list }: StoredObjections,
  about: ObjectionAbout,
  objection: string,
  call: Call<Votes>,
): Objection {
  const entry = list.find((one) => one.objection === objection)
  if (!entry) throw new Error(`objection ${objection} is gone`)
  return viewOf(entry, about, call)
}

function viewOf(
  { objection, at, by, unit, text, answer }: Entry,
  about: ObjectionAbout,
  { person, roles }: Call<Votes>,
): Objection {
  const mine = by.person === person
  const isNamed = mine || can(roles, 'vote:conduct') || can(roles, 'vote:confirm')
  return {
    objection,
    about,
    at,
    text,
    mine,
    ...(isNamed && { by: by.name }),
    ...(isNamed && unit !== undefined && { unit }),
    ...(answer && { answer: { at: answer.at, outcome: answer.outcome, text: answer.text } }),
  }
}

/** From this write on none is taken; tells how many wait for an answer. */
export async function endObjections(
  { objections }: Pick<Votes, 'objections'>,
  vote: string,
  about: ObjectionAbout,
): Promise<number> {
  for (let attempt = 1; ; attempt += 1) {
    const { version, ...found } = await objections.find(vote, about)
    if (found.ended) return openObjections(found)
    try {
      await objections.save(vote, about, { ...found, ended: true }, version)
      return openObjections(found)
    } catch (err) {
      if (!(err instanceof ConflictError) || attempt === ATTEMPTS) throw err
    }
  }
}
