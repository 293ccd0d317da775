import { formatTime } from '#shared/kernel/calendar.ts'
import { stateAt } from '#shared/votes/rules/life.ts'
import type { MessageOffers } from '../../messages/offers.ts'
import type { Job } from '../../platform/jobs/sweep.ts'
import type { Ports } from '../../platform/ports.ts'
import { votesIn } from '../repository.ts'
import { rollShelf } from '../roll-shelf.ts'
import type { FoundVote } from '../stored.ts'
import { roundOf } from './repository.ts'
import { homesOn } from './state.ts'
import { eventOf, TELL_KIND, Telling, tellingItem } from './tell-item.ts'

/** Homes a visit tells about the vote, and how many of them at once. */
const HOMES_A_VISIT = 400
const AT_ONCE = 8
/** A notice that was begun and never came: nobody waits for it. */
const GIVEN_UP = 3_600_000
const SOON = 60_000

export interface TellVoteNeeds extends Pick<Ports, 'table' | 'now'> {
  readonly messages: MessageOffers
  /** Accounts of the owners of a home as they stand now. */
  readonly ownersOf: (community: string, unit: string) => Promise<readonly string[]>
}

/** Tells every owner of the roll, home by home: twice told is one message. */
export const tellVotesJob = (needs: TellVoteNeeds): Job => {
  const shelf = rollShelf()
  return {
    kind: TELL_KIND,
    async visit(item, now) {
      const telling = Telling.parse(item.data)
      const votes = votesIn(needs, telling, shelf)
      const found = await votes.find(telling.vote)
      const next = found && (await tellSome(needs, votes, found, telling, now))
      await needs.table.put(tellingItem(next?.telling ?? telling, item.version + 1, next?.wake))
    },
  }
}

interface Next {
  readonly telling: Telling
  /** Absent where nobody is left to tell. */
  readonly wake?: Date | undefined
}

async function tellSome(
  needs: TellVoteNeeds,
  votes: ReturnType<typeof votesIn>,
  vote: FoundVote,
  telling: Telling,
  now: Date,
): Promise<Next> {
  const waits = waitsFor(vote, telling, now)
  if (waits) return waits
  const roll = await votes.roll(vote)
  if (!roll) return { telling }
  const homes = homesOn(roll).filter(({ head }) => !head.isDeveloper)
  const some = homes.slice(telling.next, telling.next + HOMES_A_VISIT)
  for (let n = 0; n < some.length; n += AT_ONCE) {
    const units = some.slice(n, n + AT_ONCE).map(({ unit }) => unit)
    await Promise.all(units.map((unit) => tellHome(needs, vote, telling, unit, now)))
  }
  const next = telling.next + HOMES_A_VISIT
  if (next < homes.length) return { telling: { ...telling, next }, wake: now }
  if (telling.stage === 'opening') return { telling }
  const opening = { ...telling, stage: 'opening' as const, next: 0 }
  return { telling: opening, wake: opensOf(vote, now) }
}

const opensOf = ({ opensAt }: FoundVote, now: Date): Date => new Date(opensAt ?? now)

/** Where there is nobody to tell now: the notice has not come yet, or the opening, or there is nothing left to wait for. */
function waitsFor(vote: FoundVote, telling: Telling, now: Date): Next | undefined {
  if (vote.noticedAt === undefined || roundOf(vote) !== telling.round) {
    const comes = now.getTime() - Date.parse(telling.begunAt) < GIVEN_UP
    return { telling, ...(comes && { wake: new Date(now.getTime() + SOON) }) }
  }
  const state = stateAt(vote, now)
  if (state === 'open') return undefined
  if (state !== 'noticed') return { telling }
  return telling.stage === 'opening' ? { telling, wake: opensOf(vote, now) } : undefined
}

async function tellHome(
  { messages, ownersOf }: TellVoteNeeds,
  vote: FoundVote,
  { stage, round }: Telling,
  unit: string,
  now: Date,
): Promise<void> {
  const persons = await ownersOf(vote.community, unit)
  for (const person of persons) await messages.tell(letter(vote, stage, round, person, now))
}

function letter(
  { vote, community, title, noticedAt = '', opensAt = '', closesAt = '' }: FoundVote,
  stage: Telling['stage'],
  round: number,
  person: string,
  now: Date,
): Parameters<MessageOffers['tell']>[0] {
  const [opens, closes] = [opensAt, closesAt].map((at) => formatTime(new Date(at), now))
  const isNotice = stage === 'notice'
  return {
    event: eventOf(vote, round, stage),
    person,
    template: 'vote',
    subject: { kind: 'vote', id: vote, community },
    title: isNotice ? `表决公告：${title}` : `开始投票：${title}`,
    words: isNotice
      ? `${opens ?? ''} 开始投票，${closes ?? ''} 截止。请先点开看议题。`
      : `请在 ${closes ?? ''} 前投票，也可以办理书面委托。`,
    at: isNotice ? noticedAt : opensAt,
  }
}
