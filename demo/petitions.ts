import { votes } from '#shared/votes/contract.ts'
import type { Cast } from './cast.ts'
import type { Neighbour } from './neighbours.ts'
import { COMMUNITY, type Stage } from './stage.ts'
import { daysAgo, later, type Step } from './steps.ts'

interface PetitionStory {
  readonly title: string
  readonly text: string
  readonly reason: string
  /** Days before the first start. */
  readonly begun: number
  /** Of so many neighbours one joins, from the `first` on; `atMost` of them where it is not to be enough. */
  readonly oneOf: number
  readonly first: number
  readonly atMost?: number
}

/** One that was enough weeks ago, and one that visitors may join: the demo's own persons have joined neither. */
const STORIES: readonly PetitionStory[] = [
  {
    title: '开业主大会，决定公共收益怎么用、怎么公开',
    text: '电梯广告、地面停车和快递柜场地的收入由谁管、用在哪里、多久公开一次账目；是否委托会计师事务所审计近三年的账。',
    reason:
      '近三年的公共收益只在公告栏贴过一次总数，没有明细。我们问过物业和业委会，都说要业主大会定了才能办。',
    begun: 44,
    oneOf: 5,
    first: 2,
  },
  {
    title: '开业主大会，讨论电动自行车充电棚建在哪里',
    text: '电动自行车充电棚是在北门空地和 3 幢东侧各建一处，还是集中建一处；由谁出资、谁管理、怎么收费。',
    reason:
      '冬天到了，飞线充电又多起来。上个月 5 幢楼下烧坏过一个插线板，等到明年再议就晚了，请邻居们一起提。',
    begun: 6,
    oneOf: 29,
    first: 11,
    atMost: 23,
  },
]

/** Neighbours join over nine days, a few at a time. */
const SLOTS = 6
const APART_HOURS = 36

export const petitionSteps = (stage: Stage, { neighbours }: Cast, now: Date): Step[] =>
  STORIES.flatMap((story) => stepsOf(stage, story, neighbours, now))

function stepsOf(
  stage: Stage,
  { title, text, reason, begun, oneOf, first, atMost }: PetitionStory,
  neighbours: readonly Neighbour[],
  now: Date,
): Step[] {
  const at = daysAgo(now, begun, 19, 40)
  const [starter, ...others] = neighbours.filter((_, n) => n % oneOf === first).slice(0, atMost)
  const asked = { community: COMMUNITY, title, text, reason }
  let petition = ''
  const start = async (): Promise<void> => {
    petition = (await stage.act(starter?.person ?? '', votes.startPetition, asked)).petition
  }
  const joining = Array.from({ length: SLOTS }, (_, slot): Step => {
    const some = others.filter((_other, n) => n % SLOTS === slot)
    return { at: later(at, APART_HOURS * slot + 2), happen: () => joinAll(stage, petition, some) }
  })
  return [{ at, happen: start }, ...joining, counted(at)]
}

/** Whoever joined last is counted ten seconds later. */
const counted = (at: Date): Step => ({
  at: later(at, APART_HOURS * SLOTS),
  happen: () => Promise.resolve(),
})

const AT_ONCE = 32

async function joinAll(stage: Stage, petition: string, some: readonly Neighbour[]): Promise<void> {
  for (let start = 0; start < some.length; start += AT_ONCE) {
    await Promise.all(
      some
        .slice(start, start + AT_ONCE)
        .map(({ person }) =>
          stage.act(person, votes.joinPetition, { community: COMMUNITY, petition }),
        ),
    )
  }
}
