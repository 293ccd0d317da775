import { act, render, screen, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { people } from '#shared/people/contract.ts'
import { votes, type MyHead, type Vote } from '#shared/votes/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import {
  answerTo,
  callsOf,
  comeAs,
  COMMUNITY,
  loseAnswersTo,
  refuseTo,
  settled,
  startServer,
} from '../../server.fixture.ts'
import { votesByState } from '../../votes.fixture.ts'
import VotePage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const mine: MyHead = { head: 'h1', areaCenti: 18_957, units: ['1-2-801', '3-1-302'], owners: 1 }
const cast: MyHead = {
  ...mine,
  ballot: {
    at: '2026-11-21T02:00:00.000Z',
    channel: 'electronic',
    choices: [
      { item: 1, choice: 'for' },
      { item: 2, choice: 'abstain' },
    ],
  },
}
const voteWith = (...heads: MyHead[]): Vote => ({
  ...votesByState.open,
  standing: 'may_cast',
  heads,
})

const button = (name: string) => screen.getByRole('button', { name })
const choose = (item: number, name: string) =>
  tap(
    within(screen.getByRole('radiogroup', { name: `对第 ${item} 项的表决` })).getByRole('radio', {
      name,
    }),
  )
const press = async (name: string) => {
  await tap(button(name))
  await settled()
}

async function open(vote: Vote) {
  answerTo(votes.get, vote)
  openWith({ vote: 'v1' })
  const page = render(<VotePage />)
  await settled()
  return page
}

async function fillIn() {
  await choose(1, '同意')
  await choose(2, '弃权')
  await press('下一步：核对选票')
}

beforeEach(() => {
  startServer()
  comeAs('owner')
  answerTo(votes.cast, cast)
})

test('says how it is held and what the ballot weighs, before anything is chosen', async () => {
  await open(voteWith(mine))
  expect(screen.getByText(/示范规则.*这是正式表决/)).toBeInTheDocument()
  expect(screen.getByText(/1 人，189.57 ㎡，含 2 套房（1-2-801、3-1-302）/)).toBeInTheDocument()
  for (const radio of screen.getAllByRole('radio')) expect(radio).not.toBeChecked()
})

test('cannot be sent with an item unanswered: abstaining is a tap too', async () => {
  await open(voteWith(mine))
  expect(screen.getByText('第 1、2 项还没有选')).toBeInTheDocument()
  await choose(1, '同意')
  expect(screen.getByText('第 2 项还没有选')).toBeInTheDocument()
  await press('下一步：核对选票')
  expect(screen.queryByRole('button', { name: '确认投票' })).toBeNull()
  await choose(2, '弃权')
  expect(button('下一步：核对选票')).toBeEnabled()
})

test('is read once more, cast on every item, and then shown as received', async () => {
  await open(voteWith(mine))
  await fillIn()
  expect(screen.getByText('请再看一遍')).toBeInTheDocument()
  expect(screen.getByText(/投出后不能更改/)).toBeInTheDocument()
  answerTo(votes.get, voteWith(cast))
  await press('确认投票')
  expect(callsOf(votes.cast)).toMatchObject([
    {
      body: {
        head: 'h1',
        choices: [
          { item: 1, choice: 'for' },
          { item: 2, choice: 'abstain' },
        ],
      },
    },
  ])
  expect(screen.getByText('已收到')).toBeInTheDocument()
  expect(screen.getByText(/只有您自己看得到/)).toBeInTheDocument()
  expect(screen.queryByRole('radio')).toBeNull()
})

test('for whom the owner has written down an answer it is said as written; the rest is chosen', async () => {
  const told = [{ item: 2, choice: 'against' as const }]
  await open(voteWith({ ...mine, actsFor: { mandate: 'm1', principal: '王**', choices: told } }))
  expect(screen.getByText('照此投出，不能改选')).toBeInTheDocument()
  expect(screen.queryByRole('radiogroup', { name: '对第 2 项的表决' })).toBeNull()
  expect(screen.getByText('第 1 项还没有选')).toBeInTheDocument()
  await choose(1, '同意')
  await press('下一步：核对选票')
  await press('确认投票')
  const [sent] = callsOf(votes.cast)
  expect(sent?.body).toMatchObject({ choices: [{ item: 1, choice: 'for' }, ...told] })
})

test('two taps cast one ballot', async () => {
  await open(voteWith(mine))
  await fillIn()
  act(() => {
    button('确认投票').click()
    button('确认投票').click()
  })
  await settled()
  expect(callsOf(votes.cast)).toHaveLength(1)
})

test('what was chosen survives closing the app; sent again after a lost answer it has the same key', async () => {
  loseAnswersTo(votes.cast)
  const { unmount } = await open(voteWith(mine))
  await fillIn()
  await press('确认投票')
  expect(screen.getByText(/没有连上网络/)).toBeInTheDocument()
  unmount()
  answerTo(votes.cast, cast)
  await open(voteWith(mine))
  await press('下一步：核对选票')
  await press('确认投票')
  const keys = callsOf(votes.cast).map(({ key }) => key)
  expect(keys.length).toBeGreaterThan(1)
  expect(new Set(keys).size).toBe(1)
})

test.each(['votes.already_cast', 'request.idempotency_key_reused'] as const)(
  '%s: what was received before is shown on asking',
  async (code) => {
    refuseTo(votes.cast, code)
    await open(voteWith(mine))
    await fillIn()
    await press('确认投票')
    answerTo(votes.get, voteWith(cast))
    await press('刷新')
    expect(screen.getByText('已收到')).toBeInTheDocument()
  },
)

test('a refusal stands on the review, and the choices stay', async () => {
  refuseTo(votes.cast, 'votes.closed', { time: '11 月 23 日（周一）09:00' })
  await open(voteWith(mine))
  await fillIn()
  await press('确认投票')
  expect(screen.getByText(/投票已于 11 月 23 日.*截止/)).toBeInTheDocument()
  await press('返回修改')
  expect(
    screen.getAllByRole('radio', { checked: true }).map(({ textContent }) => textContent),
  ).toEqual(['同意', '弃权'])
})

test('who owns with others elsewhere casts for each set of owners in turn', async () => {
  const other: MyHead = { head: 'h2', areaCenti: 10_000, units: ['5-1-101'], owners: 2 }
  await open(voteWith(mine, other))
  await fillIn()
  answerTo(votes.get, voteWith(cast, other))
  await press('确认投票')
  expect(screen.getByText(/您的一票：1 人，100 ㎡/)).toBeInTheDocument()
  await fillIn()
  await press('确认投票')
  expect(callsOf(votes.cast).map(({ body }) => (body as { head: string }).head)).toEqual([
    'h1',
    'h2',
  ])
})

test('a head for which somebody else votes says so, and offers no ballot', async () => {
  const detail = '这一户的共有人已推选李*代表投票，您不能另投。'
  await open(voteWith({ ...mine, blocked: { code: 'votes.representative_votes', detail } }))
  expect(screen.getByText(detail)).toBeInTheDocument()
  expect(screen.queryByRole('radio')).toBeNull()
})

test('who may not vote reads the items and why', async () => {
  const whyNot = { code: 'votes.tenants_do_not_vote', detail: '租户不能投票，这一户由业主投票。' }
  await open({ ...voteWith(), whyNot })
  expect(screen.getByText(whyNot.detail)).toBeInTheDocument()
  expect(screen.getByText('2. 续筹维修资金')).toBeInTheDocument()
  expect(screen.queryByRole('radio')).toBeNull()
})

test('an owner whose home is not confirmed yet is told what is missing, and led to it', async () => {
  const home = {
    unit: '1-2-801',
    areaCenti: 8_957,
    relation: 'owner',
    standing: 'claimed',
  } as const
  answerTo(people.me, {
    person: 'p1',
    name: '张三',
    memberships: [{ community: COMMUNITY, name: '锦绣花园', roles: ['owner'], homes: [home] }],
  })
  const whyNot = { code: 'votes.not_on_roll', detail: '名册上没有您。' }
  await open({ ...voteWith(), whyNot })
  expect(screen.getByText(/只有已核实的业主能投票。您的 1-2-801 还在等/)).toBeInTheDocument()
  expect(screen.queryByText(whyNot.detail)).toBeNull()
  await press('看进度')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/resident/home-list/index?' })
})

test('while open it shows who took part and never what they chose', async () => {
  await open(voteWith(mine))
  const axes = screen.getAllByRole('img').map((axis) => axis.getAttribute('aria-label'))
  expect(axes).toHaveLength(2)
  for (const axis of axes) expect(axis).not.toMatch(/同意|反对|弃权/)
})

test('once ballots and roll are gone it says so, and the result is still there', async () => {
  await open({ ...votesByState.final, heads: [], removedAt: '2031-12-15T16:00:00.000Z' })
  expect(screen.getByText(/已过保存期，都已删除/)).toBeInTheDocument()
  expect(button('看结果')).toBeInTheDocument()
})

test('while a dispute is pending it says how long they are kept, and no longer once it is over', async () => {
  const dispute = { dispute: 'd1', kind: 'annulment' as const, at: '2026-12-20T02:00:00.000Z' }
  const page = await open({ ...votesByState.counted, disputes: [dispute] })
  expect(screen.getByText(/有争议还没有了结/)).toBeInTheDocument()
  page.unmount()
  const ended = { ...dispute, ended: '2027-12-20T02:00:00.000Z' }
  await open({ ...votesByState.counted, disputes: [ended] })
  expect(screen.queryByText(/有争议还没有了结/)).toBeNull()
})
