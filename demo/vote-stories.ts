export interface VoteStory {
  readonly title: string
  readonly items: readonly {
    readonly matter: number
    readonly title: string
    readonly text: string
  }[]
  /** Days before the first start; negative is still to come. */
  readonly drafted: number
  /** A vote whose roll is still out for objections has no window yet. */
  readonly window?: { readonly opens: number; readonly closes: number }
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
  drafted: 76,
  window: { opens: 47, closes: 33 },
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
  drafted: 36,
  window: { opens: 8, closes: -7 },
  takePart: 58,
  inFavour: [88, 79],
}

const PUBLISHED: VoteStory = {
  title: '筹集维修资金：每平方米 8 元',
  items: [
    {
      matter: 6,
      title: '按每平方米 8 元筹集维修资金',
      text: '维修资金余额已不足首次筹集额的三成。拟按专有面积每平方米 8 元筹集，分两年交清，用途和余额每季度公布一次。',
    },
  ],
  drafted: 4,
  takePart: 0,
  inFavour: [],
}

/** One that is over and filed, one that is open, one whose roll owners may still object to. */
export const STORIES: readonly VoteStory[] = [FINISHED, RUNNING, PUBLISHED]
