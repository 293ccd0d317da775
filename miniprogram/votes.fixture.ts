import type { Vote, VoteCard } from '#shared/votes/contract.ts'
import { DEMO } from '#shared/votes/profiles/demo.ts'
import type { ItemResult, VoteResult } from '#shared/votes/result.ts'
import type { Community } from '#shared/communities/contract.ts'
import { COMMUNITY } from './server.fixture.ts'

const { id, name, version, fictitious } = DEMO
const profile = { id, name, version, fictitious }

export const community: Community = {
  id: COMMUNITY,
  code: 'JX',
  name: '锦绣花园',
  street: 's1',
  streetName: '学院路街道',
  propertyCompany: '安居物业',
  profile,
  buildings: ['1幢', '2幢'],
}

/** A draft of two items, with whatever a test is about. */
export const voteWith = (facts: Partial<Vote> = {}): Vote => ({
  vote: 'v1',
  title: '物业和维修资金',
  state: 'draft',
  mode: 'local_electronic',
  modeSentence: '这是正式表决。',
  profile,
  items: [
    {
      item: 1,
      matter: 4,
      matterName: '选聘和解聘物业服务企业或者其他管理人',
      class: 'ordinary',
      title: '续聘安居物业三年',
      text: '价格不变，每平方米每月 1.85 元。',
    },
    {
      item: 2,
      matter: 6,
      matterName: '筹集建筑物及其附属设施的维修资金',
      class: 'special',
      title: '续筹维修资金',
      text: '每平方米续筹 60 元，分两年交。',
    },
  ],
  draftedBy: '陈**',
  draftedAt: '2026-11-20T02:00:00.000Z',
  standing: 'not_open',
  heads: [],
  next: { act: 'publish_roll', missing: [] },
  ...facts,
})

const roll = {
  frozenAt: '2026-11-21T01:00:00.000Z',
  registerVersion: 3,
  heads: 1_249,
  areaCenti: 13_456_789,
  units: 1_440,
  sha256: 'ab'.repeat(32),
}

const published = {
  at: '2026-11-20T02:00:00.000Z',
  until: '2026-11-27T16:00:00.000Z',
  registerVersion: 3,
  heads: 1_249,
  areaCenti: 13_456_789,
}
const voted = { opensAt: '2026-11-10T01:00:00.000Z', closesAt: '2026-11-15T01:00:00.000Z' }
const known = { roll, published }
const over = { ...known, ...voted, resultUntil: '2026-11-26T16:00:00.000Z' }
const turnout = {
  asOf: '2026-11-21T02:00:00.000Z',
  totalHeads: 1_249,
  totalAreaCenti: 13_456_789,
  castHeads: 800,
  castAreaCenti: 8_000_000,
}

/** As a vote stands in each state, with what the server says comes next. */
export const votesByState = {
  draft: voteWith(),
  roll_published: voteWith({
    ...{ state: 'roll_published', published },
    next: {
      act: 'wait_for_objections',
      possibleAt: published.until,
      missing: ['业主可以提出异议，到 11 月 27 日（周五）为止', '还有 1 件异议没有答复'],
    },
  }),
  roll_frozen: voteWith({
    ...{ state: 'roll_frozen', ...known },
    next: { act: 'give_notice', missing: ['还没有发出表决公告。'] },
  }),
  noticed: voteWith({
    ...{ state: 'noticed', ...known },
    opensAt: '2026-12-07T01:00:00.000Z',
    closesAt: '2026-12-14T01:00:00.000Z',
    next: {
      act: 'wait_for_opening',
      possibleAt: '2026-12-07T01:00:00.000Z',
      missing: ['公告期未满，12 月 7 日（周一）09:00 开始投票'],
    },
  }),
  open: voteWith({
    ...{ state: 'open', ...known, turnout },
    opensAt: '2026-11-18T01:00:00.000Z',
    closesAt: '2026-11-23T01:00:00.000Z',
    next: {
      act: 'wait_for_close',
      possibleAt: '2026-11-23T01:00:00.000Z',
      missing: ['投票还在进行，11 月 23 日（周一）09:00 截止'],
    },
  }),
  closed: voteWith({
    ...{ state: 'closed', ...known, ...voted, turnout },
    next: {
      act: 'confirm_count',
      missing: ['业委会还没有核对并确认计票结果', '社区还没有核对并确认计票结果'],
    },
  }),
  counted: voteWith({
    ...{ state: 'counted', ...known, ...voted },
    next: { act: 'publish_result', missing: ['结果已经核对，还没有公布'] },
  }),
  result_published: voteWith({
    ...{ state: 'result_published', ...over },
    next: {
      act: 'wait_for_objections',
      possibleAt: over.resultUntil,
      missing: ['业主可以提出异议，到 11 月 26 日（周四）为止'],
    },
  }),
  final: voteWith({
    ...{ state: 'final', ...over },
    next: { act: 'file', missing: ['还没有到街道备案，12 月 26 日（周六）前要办'] },
  }),
  filed: voteWith({
    ...{ state: 'filed', ...over },
    filing: {
      at: '2026-12-01T02:00:00.000Z',
      documents: ['application', 'minutes'],
      receipt: '安和街备〔2026〕8号',
    },
    next: { act: 'execute', missing: ['决定还没有登记执行情况'] },
  }),
  executed: voteWith({
    ...{ state: 'executed', ...over },
    execution: { at: '2026-12-02T02:00:00.000Z', note: '合同已经签订。' },
    next: { act: 'none', missing: [] },
  }),
  no_quorum: voteWith({
    ...{ state: 'no_quorum', ...known, ...voted },
    next: { act: 'none', missing: [] },
  }),
  annulled: voteWith({
    ...{ state: 'annulled', ...over },
    annulment: {
      ...{ at: '2027-03-01T02:00:00.000Z', authority: 'court' },
      ...{ document: '（2027）民初 8 号', note: '公告不满十五日，判决撤销。' },
    },
    next: { act: 'none', missing: [] },
  }),
  cancelled: voteWith({
    state: 'cancelled',
    cancelled: { at: '2026-11-20T02:00:00.000Z', reason: '换一种方案' },
    next: { act: 'none', missing: [] },
  }),
} satisfies Record<Vote['state'], Vote>

export const cardWith = (facts: Partial<VoteCard> = {}): VoteCard => ({
  vote: 'v1',
  title: '物业和维修资金',
  state: 'open',
  mode: 'local_electronic',
  items: 2,
  opensAt: '2026-11-18T01:00:00.000Z',
  closesAt: '2026-11-23T01:00:00.000Z',
  standing: 'may_cast',
  ...facts,
})

const axisTest = (axis: 'heads' | 'area', of: 'quorum' | 'majority', sentence: string) => ({
  axis,
  test: of,
  numerator: of === 'quorum' ? 2 : 1,
  denominator: of === 'quorum' ? 3 : 2,
  strict: of === 'majority',
  reached: 90,
  base: 120,
  holds: true,
  missing: 0,
  sentence,
})

export const itemResult: ItemResult = {
  item: 1,
  title: '续聘安居物业三年',
  class: 'ordinary',
  totalAreaCenti: 12_000,
  totalHeads: 120,
  participatingAreaCenti: 9_000,
  participatingHeads: 90,
  forAreaCenti: 6_000,
  forHeads: 60,
  againstAreaCenti: 2_000,
  againstHeads: 20,
  abstainAreaCenti: 1_000,
  abstainHeads: 10,
  voidAreaCenti: 0,
  voidHeads: 0,
  result: 'PASSED',
  sentence: '通过：参与的人数和面积都达到全体的三分之二。',
  tests: [
    axisTest('heads', 'quorum', '参与 90 人，达到三分之二'),
    axisTest('area', 'quorum', '参与 90 ㎡，达到三分之二'),
    axisTest('heads', 'majority', '同意 60 人，超过一半'),
    axisTest('area', 'majority', '同意 60 ㎡，超过一半'),
  ],
}

export function resultWith(facts: Partial<VoteResult> = {}): VoteResult {
  const { vote, title, mode, modeSentence } = votesByState.counted
  return {
    ...{ vote, title, mode, modeSentence, profile, ...voted },
    countedAt: '2026-11-15T01:01:00.000Z',
    rollSha256: 'ab'.repeat(32),
    ballotsSha256: 'cd'.repeat(32),
    voidHeads: 0,
    items: [itemResult],
    annulmentNote: '业主可以请求人民法院撤销。',
    ...facts,
  }
}
