import { dayOf, formatTime } from '#shared/kernel/calendar.ts'
import { maskName } from '#shared/people/rules.ts'
import { keptUntil, retentionOf } from '#shared/privacy/retention.ts'
import { mandateState } from '#shared/votes/mandates/rules.ts'
import type { Ports } from '../../platform/ports.ts'
import type { PersonalData } from '../../privacy/offers.ts'
import { finalAt } from '../removal-due.ts'
import { votesIn } from '../repository.ts'
import { rollShelf, type RollShelf } from '../roll-shelf.ts'
import type { FoundVote } from '../stored.ts'
import type { StoredMandate } from './stored.ts'

interface Needs extends Pick<Ports, 'table' | 'now'> {
  /** Homes the person has or had, with the owner they were on the register where they were one. */
  readonly homesOf: (
    person: string,
  ) => Promise<readonly { readonly community: string; readonly owner?: string | undefined }[]>
}

interface Known {
  readonly vote: FoundVote
  readonly mandate: StoredMandate
  readonly as: 'principal' | 'agent'
}

const PAGE = 100

/** Mandates a person gave or took on. A count rests on them: a closed account leaves them as they are. */
export function mandateData({ homesOf, ...ports }: Needs): PersonalData {
  const shelf = rollShelf()
  const known = async (person: string): Promise<readonly Known[]> => {
    const homes = await homesOf(person)
    const communities = [...new Set(homes.map(({ community }) => community))]
    const found = await Promise.all(
      communities.map((community) => {
        const selves = homes.flatMap((home) =>
          home.community === community && home.owner !== undefined ? [home.owner] : [],
        )
        return knownIn(ports, shelf, community, person, selves)
      }),
    )
    return found.flat()
  }
  return {
    feature: 'mandates',
    async export(person, now) {
      const all = await known(person)
      const lines = all.map(({ vote, mandate, as }) => ({
        label: `${vote.title}，${formatTime(new Date(mandate.givenAt), now)}`,
        value: as === 'agent' ? '您受托替业主投票' : `您委托${maskName(mandate.agentName)}投票`,
      }))
      return [{ feature: 'mandates', title: '我的投票委托', lines, data: all.map(exported) }]
    },
    async foresee(person, now) {
      const all = await known(person)
      const until = all
        .map(({ vote }) =>
          dayOf(keptUntil('ballots', new Date(finalAt(vote) ?? vote.closesAt ?? now))),
        )
        .sort()
        .at(-1)
      if (until === undefined) return { erased: [], frozen: [] }
      const what = `您给出和接受的 ${all.length} 份投票委托`
      return { erased: [], frozen: [{ what, until, ground: retentionOf('ballots').source }] }
    },
    erase: () => Promise.resolve(),
  }
}

async function knownIn(
  ports: Pick<Ports, 'table' | 'now'>,
  shelf: RollShelf,
  community: string,
  person: string,
  selves: readonly string[],
): Promise<readonly Known[]> {
  const votes = votesIn(ports, { community }, shelf)
  const found: Known[] = []
  let cursor: string | undefined
  do {
    const page = await votes.list(false, { limit: PAGE, ...(cursor && { cursor }) })
    for (const vote of await votes.findAll(page.items.map((card) => card.vote))) {
      const roll = await votes.roll(vote)
      if (!roll) continue
      const heads = roll.headsOf(selves).map(({ id }) => id)
      const { agent, given } = await votes.mandates.around(vote.vote, person, heads)
      const held = await votes.mandates.ofAll(
        vote.vote,
        agent.held.map(({ head }) => head),
      )
      for (const { list } of given) {
        // The place on the register may have been somebody else's before.
        const own = list.filter((one) => one.given?.person === person)
        found.push(...own.map((mandate) => ({ vote, mandate, as: 'principal' as const })))
      }
      for (const { list } of held) {
        const taken = list.filter(({ accepted }) => accepted?.agent === person)
        found.push(...taken.map((mandate) => ({ vote, mandate, as: 'agent' as const })))
      }
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

const exported = ({ vote, mandate, as }: Known) => ({
  ...{ community: vote.community, vote: vote.vote, title: vote.title, as },
  ...{ mandate: mandate.mandate, state: mandateState(mandate), givenAt: mandate.givenAt },
  ...(as === 'principal' && mandate.choices && { choices: [...mandate.choices] }),
})
