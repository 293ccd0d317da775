import type { Vote, VoteCard } from '#shared/votes/contract.ts'
import { DEMO } from '#shared/votes/profiles/demo.ts'
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
  next: { act: 'freeze_roll', missing: [] },
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

/** As a vote stands in each state, with what the server says comes next. */
export const votesByState = {
  draft: voteWith(),
  roll_frozen: voteWith({
    state: 'roll_frozen',
    roll,
    next: { act: 'give_notice', missing: ['还没有发出表决公告。'] },
  }),
  noticed: voteWith({
    state: 'noticed',
    roll,
    opensAt: '2026-12-07T01:00:00.000Z',
    closesAt: '2026-12-14T01:00:00.000Z',
    next: {
      act: 'wait_for_opening',
      possibleAt: '2026-12-07T01:00:00.000Z',
      missing: ['公告期未满，12 月 7 日（周一）09:00 开始投票'],
    },
  }),
  open: voteWith({
    state: 'open',
    roll,
    opensAt: '2026-11-18T01:00:00.000Z',
    closesAt: '2026-11-23T01:00:00.000Z',
    turnout: {
      asOf: '2026-11-21T02:00:00.000Z',
      totalHeads: 1_249,
      totalAreaCenti: 13_456_789,
      castHeads: 800,
      castAreaCenti: 8_000_000,
    },
    next: {
      act: 'wait_for_close',
      possibleAt: '2026-11-23T01:00:00.000Z',
      missing: ['投票还在进行，11 月 23 日（周一）09:00 截止'],
    },
  }),
  counted: voteWith({
    state: 'counted',
    roll,
    opensAt: '2026-11-10T01:00:00.000Z',
    closesAt: '2026-11-15T01:00:00.000Z',
    next: { act: 'none', missing: [] },
  }),
  cancelled: voteWith({
    state: 'cancelled',
    cancelled: { at: '2026-11-20T02:00:00.000Z', reason: '换一种方案' },
    next: { act: 'none', missing: [] },
  }),
} satisfies Partial<Record<Vote['state'], Vote>>

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
