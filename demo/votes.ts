import { votes, type MyHead } from '#shared/votes/contract.ts'
import type { Choice } from '#shared/votes/terms.ts'
import type { Cast } from './cast.ts'
import type { Chance } from './chance.ts'
import type { Neighbour } from './neighbours.ts'
import { COMMUNITY, type Stage } from './stage.ts'
import { daysAgo, type Step } from './steps.ts'

interface VoteStory {
  readonly title: string
  readonly items: readonly {
    readonly matter: number
    readonly title: string
    readonly text: string
  }[]
  /** Days before the first start; negative is still to come. */
  readonly drafted: number
  readonly opens: number
  readonly closes: number
  /** Of a hundred neighbours, how many take part, and how many of a hundred are for each item. */
  readonly takePart: number
  readonly inFavour: readonly number[]
}

const FINISHED: VoteStory = {
  title: '续聘物业服务企业与地面停车改造',
  items: [
    {
      matter: 4,
      title: '续聘现物业服务企业两年',
      text: '续聘现物业服务企业，合同期两年，物业费单价不变，服务等级由三级提高到二级，新增每周一次楼道清洗。合同草案在业委会办公室和公告栏公布。',
    },
    {
      matter: 8,
      title: '南区绿地改为地面停车位',
      text: '把南区 420 平方米绿地改为 28 个地面停车位，收入归全体业主，用于公共设施维修。施工期约 40 天。',
    },
  ],
  drafted: 66,
  opens: 47,
  closes: 33,
  takePart: 82,
  inFavour: [84, 66],
}

const RUNNING: VoteStory = {
  title: '使用维修资金更换 1 至 3 幢电梯钢丝绳',
  items: [
    {
      matter: 5,
      title: '使用维修资金更换 6 部电梯的钢丝绳和曳引轮',
      text: '1 至 3 幢 6 部电梯钢丝绳磨损接近报废标准，拟使用维修资金 31.8 万元统一更换，工期 12 天，每次只停一部。三家报价、检验报告和监理合同在公告栏公布。',
    },
    {
      matter: 2,
      title: '修改管理规约：电动自行车不得进楼',
      text: '在管理规约中增加：电动自行车及其电池不得带入楼道、电梯和户内充电；物业应保证充电棚每十户不少于一个充电口。',
    },
  ],
  drafted: 26,
  opens: 8,
  closes: -7,
  takePart: 58,
  inFavour: [88, 79],
}

const SLOTS = 12

/** One vote that is over and one that is open; the demo's own persons have not voted in the second. */
export const voteSteps = (stage: Stage, cast: Cast, chance: Chance, now: Date): Step[] =>
  [FINISHED, RUNNING].flatMap((story) => stepsOf(stage, story, cast, chance, now))

function stepsOf(stage: Stage, story: VoteStory, cast: Cast, chance: Chance, now: Date): Step[] {
  const { title, items, drafted, opens, closes } = story
  const [opensAt, closesAt] = [daysAgo(now, opens, 9), daysAgo(now, closes, 21)]
  let vote = ''
  const on = () => ({ community: COMMUNITY, vote })
  const conduct = (days: number, hour: number, happen: () => Promise<void>): Step => ({
    at: daysAgo(now, days, hour),
    happen,
  })
  const voters = cast.neighbours.filter(() => chance.below(100) < story.takePart)
  const spread = (closesAt.getTime() - opensAt.getTime()) / (SLOTS + 1)
  const slots = Array.from({ length: SLOTS }, (_, slot): Step => {
    const mine = voters.filter((_voter, n) => n % SLOTS === slot)
    return {
      at: new Date(opensAt.getTime() + spread * (slot + 1)),
      happen: () => castAll(stage, vote, mine, story.inFavour, chance),
    }
  })
  return [
    conduct(drafted, 15, async () => {
      const wording = { title, mode: 'local_electronic' as const, items: [...items] }
      const draft = await stage.act('demo-committee', votes.draft, {
        community: COMMUNITY,
        ...wording,
      })
      vote = draft.vote
    }),
    conduct(drafted, 16, async () => {
      await stage.act('demo-committee', votes.freezeRoll, on())
    }),
    conduct(drafted - 1, 9, async () => {
      const window = { opensAt: opensAt.toISOString(), closesAt: closesAt.toISOString() }
      await stage.act('demo-committee', votes.giveNotice, { ...on(), ...window })
    }),
    { at: opensAt, happen: () => Promise.resolve() },
    ...slots,
    { at: new Date(closesAt.getTime() + 61_000), happen: () => Promise.resolve() },
    { at: new Date(closesAt.getTime() + 122_000), happen: () => Promise.resolve() },
  ]
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
          await stage.act(person, votes.cast, { community: COMMUNITY, vote, head, choices })
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
