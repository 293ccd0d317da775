import { dayOf } from '#shared/kernel/calendar.ts'
import { votes, type MyHead } from '#shared/votes/contract.ts'
import type { Choice } from '#shared/votes/terms.ts'
import type { Cast } from './cast.ts'
import type { Chance } from './chance.ts'
import type { Neighbour } from './neighbours.ts'
import { COMMUNITY, type Stage } from './stage.ts'
import { MARK } from './signature.ts'
import { daysAgo, type Step } from './steps.ts'
import { STORIES, type VoteStory } from './vote-stories.ts'

const SLOTS = 12

const GATE = [
  ['consultation', 1, '小区公告栏和业主群，意见征集表存档'],
  ['summary', 1, '小区公告栏：意见汇总与答复'],
  ['party', 0, '向社区党支部的书面报告'],
  ['residents', 0, '向居民委员会的书面报告，已听取建议'],
] as const

/** Owners were asked from the draft on for eight days; what they said was published, and reported the next day. */
const beforeNotice = (
  stage: Stage,
  on: () => { readonly community: string; readonly vote: string },
  { drafted }: VoteStory,
  now: Date,
): Step[] =>
  GATE.map(([step, before, document], n) => ({
    at: daysAgo(now, drafted - 9, 11 + n),
    happen: async () => {
      const day = dayOf(daysAgo(now, drafted - 9 + before, 12))
      const from = step === 'consultation' && { from: dayOf(daysAgo(now, drafted, 15)) }
      await stage.act('demo-committee', votes.recordGate, { ...on(), step, day, ...from, document })
    },
  }))

/** The votes of the stories; the demo's own persons have not voted in the one that is open. */
export const voteSteps = (stage: Stage, cast: Cast, chance: Chance, now: Date): Step[] =>
  STORIES.flatMap((story) => stepsOf(stage, story, cast, chance, now))

function stepsOf(stage: Stage, story: VoteStory, cast: Cast, chance: Chance, now: Date): Step[] {
  const { title, items, drafted, window } = story
  let vote = ''
  const on = () => ({ community: COMMUNITY, vote })
  const conduct = (days: number, hour: number, happen: () => Promise<unknown>): Step => ({
    at: daysAgo(now, days, hour),
    happen: async () => {
      await happen()
    },
  })
  const before = [
    conduct(drafted, 15, async () => {
      const wording = { title, mode: 'local_electronic' as const, items: [...items] }
      vote = (await stage.act('demo-committee', votes.draft, { community: COMMUNITY, ...wording }))
        .vote
    }),
    conduct(drafted, 16, () => stage.act('demo-committee', votes.publishRoll, on())),
  ]
  if (!window) return before
  const [opensAt, closesAt] = [daysAgo(now, window.opens, 9), daysAgo(now, window.closes, 21)]
  const told = { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() }
  return [
    ...before,
    ...beforeNotice(stage, on, story, now),
    conduct(drafted - 9, 10, () => stage.act('demo-committee', votes.freezeRoll, on())),
    conduct(drafted - 11, 9, () =>
      stage.act('demo-committee', votes.giveNotice, { ...on(), ...told }),
    ),
    { at: opensAt, happen: () => Promise.resolve() },
    ...castings(stage, on, story, cast, chance, [opensAt, closesAt]),
    { at: new Date(closesAt.getTime() + 61_000), happen: () => Promise.resolve() },
    { at: new Date(closesAt.getTime() + 122_000), happen: () => Promise.resolve() },
    ...['committee', 'community'].map((office, n) =>
      conduct(window.closes - 1, 10 + n, () => confirmAs(stage, `demo-${office}`, on())),
    ),
    conduct(window.closes - 2, 9, () => stage.act('demo-committee', votes.publishResult, on())),
    conduct(window.closes - 14, 15, () =>
      stage.act('demo-committee', votes.file, {
        ...on(),
        documents: ['application', 'minutes', 'result_announcement', 'roll'],
        receipt: '安和街备〔示范〕3号',
      }),
    ),
  ]
}

async function confirmAs(stage: Stage, person: string, on: { community: string; vote: string }) {
  const { ballotsSha256 } = await stage.act(person, votes.countToConfirm, on)
  await stage.act(person, votes.confirmCount, { ...on, ballotsSha256 })
}

/** Neighbours who take part, a few at a time, spread over the window. */
function castings(
  stage: Stage,
  on: () => { readonly vote: string },
  { takePart, inFavour }: VoteStory,
  cast: Cast,
  chance: Chance,
  [opensAt, closesAt]: readonly [Date, Date],
): Step[] {
  const voters = cast.neighbours.filter(() => chance.below(100) < takePart)
  const spread = (closesAt.getTime() - opensAt.getTime()) / (SLOTS + 1)
  return Array.from({ length: SLOTS }, (_, slot): Step => {
    const mine = voters.filter((_voter, n) => n % SLOTS === slot)
    return {
      at: new Date(opensAt.getTime() + spread * (slot + 1)),
      happen: () => castAll(stage, on().vote, mine, inFavour, chance),
    }
  })
}

const AT_ONCE = 32

async function castAll(
  stage: Stage,
  vote: string,
  voters: readonly Neighbour[],
  inFavour: readonly number[],
  chance: Chance,
): Promise<void> {
  for (let start = 0; start < voters.length; start += AT_ONCE) {
    const some = voters.slice(start, start + AT_ONCE).map(({ person }) => ({
      person,
      choices: inFavour.map((percent, n) => ({ item: n + 1, choice: choiceOf(percent, chance) })),
    }))
    await Promise.all(
      some.map(async ({ person, choices }) => {
        const { heads } = await stage.act(person, votes.get, { community: COMMUNITY, vote })
        for (const { head } of heads.filter(mayCast)) {
          await stage.act(person, votes.cast, {
            ...{ community: COMMUNITY, vote, head, choices },
            signature: MARK,
          })
        }
      }),
    )
  }
}

const mayCast = ({ blocked, ballot }: MyHead): boolean => !blocked && !ballot

function choiceOf(percent: number, chance: Chance): Choice {
  if (chance.below(100) < percent) return 'for'
  return chance.below(3) === 0 ? 'abstain' : 'against'
}
