import { dayOf, formatTime } from '#shared/kernel/calendar.ts'
import { keptUntil, retentionOf } from '#shared/privacy/retention.ts'
import { isDisputed } from '#shared/votes/rules/disputes.ts'
import type { Strokes } from '#shared/votes/signature.ts'
import { CHANNEL_NAMES, CHOICE_NAMES } from '#shared/votes/words.ts'
import type { Ports } from '../platform/ports.ts'
import type { PersonalData } from '../privacy/offers.ts'
import { finalAt } from './removal-due.ts'
import { votesIn } from './repository.ts'
import { rollShelf, type RollShelf } from './roll-shelf.ts'
import type { FoundVote, StoredSubmission } from './stored.ts'

interface Needs extends Pick<Ports, 'table' | 'now'> {
  /** Owners the person is or was on the registers: under their keys lie the ballots. */
  readonly ownersOf: (
    person: string,
  ) => Promise<readonly { readonly community: string; readonly owner: string }[]>
}

/** What a person handed in for one head of one vote, in the order it was taken in. */
interface Voted {
  readonly vote: FoundVote
  readonly units: readonly string[]
  readonly submissions: readonly StoredSubmission[]
  /** In their order; absent where it was not signed. */
  readonly signatures: readonly (Strokes | undefined)[]
}

const PAGE = 100

/**
 * Ballots a person cast, and nobody else's. They are what a count rests on: a closed account leaves them as they are,
 * and no screen or export finds them any more.
 */
export function voteData({ ownersOf, ...ports }: Needs): PersonalData {
  const shelf = rollShelf()
  const mine = async (person: string): Promise<readonly Voted[]> => {
    const owners = await ownersOf(person)
    const communities = new Set(owners.map(({ community }) => community))
    const found = [...communities].map((community) => {
      const keys = owners.filter((one) => one.community === community).map(({ owner }) => owner)
      return votedIn(ports, shelf, community, { person, selves: [...new Set(keys)] })
    })
    return (await Promise.all(found)).flat()
  }
  return {
    feature: 'votes',
    async export(person, now) {
      const voted = await mine(person)
      const lines = voted.flatMap(({ vote, submissions }) =>
        submissions.map((one) => ({
          label: `${vote.title}，${formatTime(new Date(one.at), now)}`,
          value: `${CHANNEL_NAMES[one.channel]}：${choicesOf(one)}`,
        })),
      )
      return [{ feature: 'votes', title: '我投过的票', lines, data: voted.map(exported) }]
    },
    async foresee(person, now) {
      const voted = await mine(person)
      const votes = new Map(voted.map(({ vote }) => [vote.vote, vote]))
      const until = [...votes.values()]
        .map((vote) => dayOf(keptFor(vote, now)))
        .sort()
        .at(-1)
      if (until === undefined) return { erased: [], frozen: [] }
      const hold = [...votes.values()].some(isDisputed) ? '；有争议未了结的，到了结为止' : ''
      const ground = `${retentionOf('ballots').source}${hold}`
      return { erased: [], frozen: [{ what: `您在 ${votes.size} 次表决中的选票`, until, ground }] }
    },
    erase: () => Promise.resolve(),
  }
}

const keptFor = (vote: FoundVote, now: Date): Date =>
  keptUntil('ballots', new Date(finalAt(vote) ?? vote.closesAt ?? now))

async function votedIn(
  ports: Pick<Ports, 'table' | 'now'>,
  shelf: RollShelf,
  community: string,
  who: { readonly person: string; readonly selves: readonly string[] },
): Promise<readonly Voted[]> {
  const votes = votesIn(ports, { community }, shelf)
  const found: Voted[] = []
  let cursor: string | undefined
  do {
    const page = await votes.list(false, { limit: PAGE, ...(cursor && { cursor }) })
    for (const vote of await votes.findAll(page.items.map((card) => card.vote))) {
      const roll = await votes.roll(vote)
      const heads = roll?.headsOf(who.selves) ?? []
      if (heads.length === 0) continue
      const ids = heads.map(({ id }) => id)
      const ballots = await votes.box(vote).ofVoter(ids, who.selves)
      for (const { id, units } of heads) {
        const drawn = async ({ signature }: StoredSubmission) =>
          signature === undefined ? undefined : votes.signatures.find(vote.vote, id, signature)
        // The place on the register may have been somebody else's before.
        const submissions = ballots.own(id).filter(({ person }) => person === who.person)
        if (submissions.length === 0) continue
        const signatures = await Promise.all(submissions.map(drawn))
        found.push({ vote, units, submissions, signatures })
      }
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

const choicesOf = ({ choices }: StoredSubmission): string =>
  choices.map((choice, place) => `第 ${place + 1} 项${CHOICE_NAMES[choice]}`).join('，')

const exported = ({ vote, units, submissions, signatures }: Voted) => ({
  ...{ community: vote.community, vote: vote.vote, title: vote.title, units: [...units] },
  ballots: submissions.map(({ at, channel, choices }, n) => ({
    ...{ at, channel },
    ...(signatures[n] && { signature: signatures[n] }),
    choices: choices.map((choice, place) => ({
      ...{ item: place + 1, title: vote.items[place]?.title ?? '', choice },
    })),
  })),
})
