import { selvesOf, type HomeOfVoter } from '#shared/votes/rules/standing.ts'
import { isTimeToServe } from '#shared/votes/serving/rules.ts'
import type { Ports } from '../../platform/ports.ts'
import { votesIn } from '../repository.ts'
import { rollShelf } from '../roll-shelf.ts'
import { roundOf } from './repository.ts'
import { eventOf } from './tell-item.ts'
import { seenByApp } from './view.ts'

interface Needs extends Pick<Ports, 'table' | 'now'> {
  readonly homesOf: (
    person: string,
  ) => Promise<readonly (HomeOfVoter & { readonly community: string })[]>
}

interface Taken {
  readonly event: string
  readonly person: string
  readonly subject: { readonly kind: string; readonly id: string; readonly community: string }
}

/** That WeChat took a message about a vote to one of its owners is noted for their homes, once. */
export function messageAccepted({ homesOf, ...ports }: Needs) {
  const shelf = rollShelf()
  return async ({ event, person, subject }: Taken): Promise<void> => {
    if (subject.kind !== 'vote') return
    const { community, id } = subject
    const votes = votesIn(ports, { community }, shelf)
    const vote = await votes.find(id)
    const now = ports.now()
    // What told of a notice that was taken back says nothing of the next.
    const isOfThis = vote && stages.some((one) => event === eventOf(id, roundOf(vote), one))
    if (!isOfThis || !isTimeToServe({ ...vote, countedAt: vote.counted?.at }, now).ok) return
    const roll = await votes.roll(vote)
    const homes = (await homesOf(person)).filter((home) => home.community === community)
    const heads = roll?.headsOf(selvesOf(homes)) ?? []
    for (const unit of heads.flatMap(({ units }) => units)) {
      await votes.serving(vote).note(seenByApp(unit, 'message', now))
    }
  }
}

const stages = ['notice', 'opening'] as const
