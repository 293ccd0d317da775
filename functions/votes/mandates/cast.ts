import type { Input } from '#shared/kernel/route.ts'
import type { MyHead, votes } from '#shared/votes/contract.ts'
import { canActOn, saysAsTold } from '#shared/votes/mandates/rules.ts'
import {
  answersEveryItem,
  canCastAgain,
  isInTimeToWrite,
  isOpenToVoters,
} from '#shared/votes/rules/casting.ts'
import type { Call } from '../../platform/http/call.ts'
import { accepted, RefusedError } from '../../platform/http/refused-error.ts'
import { isRepetition } from '../../platform/http/request-key.ts'
import { ballotView, refusalOf, whyOf } from '../heads-view.ts'
import type { Part } from '../heads-view.ts'
import type { Votes } from '../repository.ts'
import { signed } from '../signing.ts'
import type { FoundVote, FrozenRules } from '../stored.ts'
import type { Acting, ByMandate } from './acting.ts'
import { changeMandate } from './change.ts'

interface Held {
  readonly vote: FoundVote
  readonly rules: FrozenRules
  readonly part: Part
  readonly on: Acting
  readonly barred: ByMandate['barred']
}

/**
 * A ballot for somebody else. First the mandate is marked as used, by which revoking it at the same moment fails or this
 * does; then the ballot is stored beside whatever else was handed in for the head, the owner's own winning in the count.
 */
export async function castByMandate(
  call: Call<Votes>,
  held: Held,
  { choices: answers, signature: strokes }: Input<typeof votes.cast>,
): Promise<MyHead> {
  const { vote, rules, on, barred } = held
  const { mandate, principal, choices: stated = [] } = on.mandate
  const { id: head } = on.head
  const { person, now, key, repository } = call
  const own = on.ballots.own(head)
  if (own.some(({ madeBy }) => isRepetition(madeBy, key))) return actingView(held, now)
  accepted(isOpenToVoters(vote, now))
  if (barred) throw new RefusedError(barred)
  if (on.ballots.ownerHasCast(principal)) throw new RefusedError('votes.principal_has_cast')
  const choices = accepted(answersEveryItem(vote.items.length, answers))
  accepted(saysAsTold(stated, choices))
  accepted(canCastAgain(own.length, rules.revote))
  const signature = await signed(call, vote, rules, { head, strokes })
  await changeMandate(call, { vote: vote.vote, head, mandate }, (found) => {
    accepted(canActOn(found, person))
    accepted(isInTimeToWrite(now, repository.now()))
    return found.usedAt === undefined ? { ...found, usedAt: now.toISOString() } : undefined
  })
  await on.ballots.append(head, (earlier) => {
    if (earlier.some(({ madeBy }) => isRepetition(madeBy, key))) return undefined
    accepted(canCastAgain(earlier.length, rules.revote))
    accepted(isInTimeToWrite(now, repository.now()))
    return {
      ...{ voter: principal, person, at: now.toISOString(), channel: 'electronic' },
      choices: [...choices],
      proxy: { mandate, agent: person },
      ...(signature !== undefined && { signature }),
      madeBy: { id: key.id, request: key.request },
    }
  })
  return actingView(held, now)
}

/** Somebody else's head, as who casts for it sees it. */
export function actingView(
  { vote, rules, part, on, barred }: Omit<Held, 'barred'> & Partial<Pick<Held, 'barred'>>,
  now: Date,
): MyHead {
  const { head, mandate, ballots } = on
  const own = ballots.own(head.id)
  const ballot = ballotView(own, rules)
  const blocked =
    (barred && whyOf(barred)) ??
    (ballots.ownerHasCast(mandate.principal) ? whyOf('votes.principal_has_cast') : undefined) ??
    refusalOf(canCastAgain(own.length, rules.revote)) ??
    refusalOf(isOpenToVoters(vote, now))
  return {
    head: head.id,
    areaCenti: head.areaCenti,
    units: [...head.units],
    owners: head.owners.length,
    ...(blocked && { blocked }),
    ...(ballot && { ballot }),
    actsFor: {
      mandate: mandate.mandate,
      principal: part.roll.nameOf(mandate.principal),
      ...(mandate.choices && { choices: mandate.choices }),
    },
  }
}
