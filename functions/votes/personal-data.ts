import { dayOf, formatTime } from '#shared/kernel/calendar.ts'
import { keptUntil, retentionOf } from '#shared/privacy/retention.ts'
import { isResultPublic } from '#shared/votes/rules/life.ts'
import { isDisputed } from '#shared/votes/rules/disputes.ts'
import type { SheetPhotos } from '#shared/votes/papers/terms.ts'
import type { Strokes } from '#shared/votes/signature.ts'
import { CHANNEL_NAMES, CHOICE_NAMES } from '#shared/votes/words.ts'
import { heldAt, type OwnerAt } from '../bindings/offers.ts'
import type { PhotoOffers } from '../photos/offers.ts'
import type { Ports } from '../platform/ports.ts'
import type { PersonalData } from '../privacy/offers.ts'
import { picturesOfVoter } from './papers/photos.ts'
import { finalAt } from './removal-due.ts'
import { votesIn, type Votes } from './repository.ts'
import { rollShelf, type RollShelf } from './roll-shelf.ts'
import type { FoundVote, StoredSubmission } from './stored.ts'

interface Needs extends Pick<Ports, 'table' | 'now'> {
  readonly photos: PhotoOffers
  /** Owners the person is or was on the registers: under their keys lie the ballots. */
  readonly ownersOf: (person: string) => Promise<readonly OwnerAt[]>
}

interface Self {
  readonly person: string
  /** Owners the person is or was in one community, and when. */
  readonly owners: readonly OwnerAt[]
}

/** What stands for a person in one head of one vote, in the order it was taken in: by phone, on paper, by an agent. */
interface Voted {
  readonly vote: FoundVote
  readonly units: readonly string[]
  readonly submissions: readonly StoredSubmission[]
  /** In their order; absent where it was not signed. */
  readonly signatures: readonly (Strokes | undefined)[]
  /** In their order; of sheets whose result is published, where they have any. */
  readonly pictures: readonly SheetPhotos['photos'][]
}

const PAGE = 100

/**
 * Ballots that speak for a person, and nobody else's. They are what a count rests on: a closed account leaves them as they are,
 * and no screen or export finds them any more.
 */
export function voteData({ ownersOf, ...ports }: Needs): PersonalData {
  const shelf = rollShelf()
  const mine = async (person: string): Promise<readonly Voted[]> => {
    const owners = await ownersOf(person)
    const communities = new Set(owners.map(({ community }) => community))
    const found = [...communities].map((community) => {
      const theirs = owners.filter((one) => one.community === community)
      return votedIn(ports, shelf, community, { person, owners: theirs })
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
          value: `${CHANNEL_NAMES[one.channel]}${one.proxy ? '（受托人代投）' : ''}：${choicesOf(one)}`,
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
  ports: Omit<Needs, 'ownersOf'>,
  shelf: RollShelf,
  community: string,
  who: Self,
): Promise<readonly Voted[]> {
  const selves = [...new Set(who.owners.map(({ owner }) => owner))]
  const votes = votesIn(ports, { community }, shelf)
  const found: Voted[] = []
  let cursor: string | undefined
  do {
    const page = await votes.list(false, { limit: PAGE, ...(cursor && { cursor }) })
    for (const vote of await votes.findAll(page.items.map((card) => card.vote))) {
      const roll = await votes.roll(vote)
      const heads = roll?.headsOf(selves) ?? []
      if (heads.length === 0) continue
      const ids = heads.map(({ id }) => id)
      const own = await votes.box(vote).ofOwners(ids, selves)
      for (const { id, units } of heads) {
        // Under a ballot of an agent it is the agent who has signed.
        const drawn = async ({ signature, proxy }: StoredSubmission) =>
          signature === undefined || proxy
            ? undefined
            : votes.signatures.find(vote.vote, id, signature)
        const submissions = await spokenFor(votes, vote.vote, id, own(id), who)
        if (submissions.length === 0) continue
        const pictured = async ({ sheet }: StoredSubmission) =>
          sheet && isResultPublic(vote)
            ? picturesOfVoter(ports, votes.papers(vote), community, id, sheet.serial)
            : []
        const signatures = await Promise.all(submissions.map(drawn))
        const pictures = await Promise.all(submissions.map(pictured))
        found.push({ vote, units, submissions, signatures, pictures })
      }
    }
    cursor = page.cursor
  } while (cursor !== undefined)
  return found
}

/**
 * Those of a head that speak for this person. The place on the register may have been somebody else's before: what names
 * no person, on paper, is theirs only if it was handed in while an officer had confirmed that the place was.
 */
async function spokenFor(
  { mandates }: Votes,
  vote: string,
  head: string,
  all: readonly StoredSubmission[],
  { person, owners }: Self,
): Promise<readonly StoredSubmission[]> {
  const isByAgent = all.some(({ proxy }) => proxy)
  const given = isByAgent ? (await mandates.of(vote, head)).list : []
  const wasTheirs = ({ voter, at }: StoredSubmission): boolean =>
    owners.some(({ owner, held }) => owner === voter && heldAt(held, at))
  return all.filter((one) => {
    // A sheet that nobody signed speaks for nobody.
    if (one.sheet?.signed === false) return false
    if (one.proxy) {
      const giver = given.find(({ mandate }) => mandate === one.proxy?.mandate)?.given
      return giver ? giver.person === person : wasTheirs(one)
    }
    return one.sheet ? wasTheirs(one) : one.person === person
  })
}

const choicesOf = ({ choices }: StoredSubmission): string =>
  choices.map((choice, place) => `第 ${place + 1} 项${CHOICE_NAMES[choice]}`).join('，')

const exported = ({ vote, units, submissions, signatures, pictures }: Voted) => ({
  ...{ community: vote.community, vote: vote.vote, title: vote.title, units: [...units] },
  ballots: submissions.map(({ at, channel, choices, sheet, proxy }, n) => ({
    ...{ at, channel },
    ...(sheet && { sheet: sheet.serial }),
    ...(proxy && { byAgent: true }),
    // Readable for half an hour at least; the hash is what was taken in.
    ...(pictures[n]?.length && { photos: pictures[n] }),
    ...(signatures[n] && { signature: signatures[n] }),
    choices: choices.map((choice, place) => ({
      ...{ item: place + 1, title: vote.items[place]?.title ?? '', choice },
    })),
  })),
})
