import { fireEvent, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { votes, type Vote } from '#shared/votes/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { button, openPage, press, pressTwice } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, refuseTo, startServer } from '../../server.fixture.ts'
import { votesByState, voteWith } from '../../votes.fixture.ts'
import VoteConductPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

async function open(vote: Vote) {
  answerTo(votes.get, vote)
  await openPage(VoteConductPage, { vote: 'v1' })
}

beforeEach(() => {
  startServer()
  comeAs('committee')
})

/** The buttons; rows lead to other pages. */
const acts = () =>
  screen
    .getAllByRole('button')
    .filter(({ className }) => className.startsWith('button'))
    .map(({ textContent }) => textContent)

describe('what can be done follows from the state', () => {
  const LOOK = '看业主看到的页面'
  test.each([
    ['draft', ['修改草稿', '取消表决', '公示名册']],
    ['roll_published', ['修改内容', LOOK, '取消表决', '确定名册']],
    ['roll_frozen', ['修改内容', LOOK, '取消表决', '公告并定投票时间']],
    ['noticed', ['修改内容', LOOK, '取消表决']],
    ['open', [LOOK, '取消表决']],
    ['closed', [LOOK, '核对计票结果']],
    ['counted', [LOOK, '公布结果']],
    ['result_published', [LOOK, '看结果']],
    ['final', [LOOK, '登记执行', '看结果', '登记备案']],
    ['filed', [LOOK, '看结果', '登记执行']],
    ['executed', [LOOK, '看结果', '登记备案']],
    ['no_quorum', [LOOK, '看结果']],
    ['annulled', [LOOK, '看结果']],
    ['cancelled', []],
  ] as const)('%s: %p', async (state, expected) => {
    await open(votesByState[state])
    expect(acts()).toEqual(expected)
  })

  test('an opinion is asked for without a published roll, and is not filed', async () => {
    const missing: string[] = []
    await open(voteWith({ mode: 'advisory', next: { act: 'freeze_roll', missing } }))
    expect(acts()).toEqual(['修改草稿', '取消表决', '确定名册'])
  })

  test('an opinion that is over leads to its result and to nothing else', async () => {
    await open({ ...votesByState.final, mode: 'advisory', next: { act: 'none', missing: [] } })
    expect(acts()).toEqual([LOOK, '看结果'])
  })

  test.each([
    ['draft', /都齐了，现在就可以办/],
    ['roll_published', /还有 1 件异议没有答复。/],
    ['roll_published', /最早 11 月 28 日（周六）00:00/],
    ['roll_frozen', /还没有发出表决公告。/],
    ['noticed', /公告期未满，12 月 7 日（周一）09:00 开始投票/],
    ['open', /业主要在 11 月 23 日（周一）09:00 前投票，还剩 1 天 22 小时/],
    ['closed', /社区还没有核对并确认计票结果/],
    ['result_published', /业主可以提出异议，到 11 月 26 日（周四）为止/],
    ['final', /12 月 26 日（周六）前要办/],
    ['executed', /合同已经签订。/],
    ['annulled', /公告不满十五日，判决撤销。/],
    ['cancelled', /已取消：换一种方案/],
  ] as const)('%s says what is missing, or what was noted: %p', async (state, sentence) => {
    await open(votesByState[state])
    expect(screen.getByText(sentence)).toBeInTheDocument()
  })

  test('a roll cannot be fixed while its objections are open, and says why', async () => {
    await open(votesByState.roll_published)
    expect(button('确定名册')).toBeDisabled()
    expect(screen.getByText(/异议.*为止；还有 1 件异议没有答复/)).toBeInTheDocument()
    expect(screen.getByText('可以提到 11 月 27 日（周五）')).toBeInTheDocument()
    await tap(document.getElementById('roll-objections') as HTMLElement)
    expect(Taro.navigateTo).toHaveBeenCalledWith({
      url: '/committee/vote-answers/index?vote=v1&about=roll',
    })
  })

  test.each([
    ['roll_frozen', /依据：《物业管理条例》第十四条.*十五日以前/],
    ['roll_published', /第二十三条.*还没有核对原文/],
    ['closed', /由业委会和社区各一人核对.*法律没有写明这一步/],
  ] as const)('%s: why, with the law and how sure that is: %p', async (state, law) => {
    await open(votesByState[state])
    expect(screen.queryByText(law)).toBeNull()
    await press('为什么？')
    expect(screen.getByText(law)).toBeInTheDocument()
  })
})

test('shows the roll with its figures, and turnout on both axes while open', async () => {
  await open(votesByState.open)
  expect(screen.getByText('1,249 人')).toBeInTheDocument()
  expect(screen.getByText('134,567.89 ㎡')).toBeInTheDocument()
  expect(screen.getByText('1,440 套')).toBeInTheDocument()
  expect(screen.getByText('按产权清册第 3 版')).toBeInTheDocument()
  expect(screen.getByText('ab'.repeat(32))).toBeInTheDocument()
  expect(screen.getByRole('img', { name: /人数：.*还差 33 人才达到三分之二/ })).toBeInTheDocument()
})

test('a draft whose way of voting is no longer allowed cannot be published, and says why', async () => {
  const missing = ['“全国规则”不允许用“本小区电子表决”，请改用其他方式']
  await open({ ...votesByState.draft, next: { act: 'publish_roll', missing } })
  expect(button('公示名册')).toBeDisabled()
  expect(screen.getAllByText(/不允许用“本小区电子表决”/)).toHaveLength(2)
})

test('publishing the roll says what follows, and only then does it', async () => {
  answerTo(votes.publishRoll, votesByState.roll_published)
  await open(votesByState.draft)
  await press('公示名册')
  expect(screen.getByText(/业主可以提异议，一共 7 天/)).toBeInTheDocument()
  expect(callsOf(votes.publishRoll)).toEqual([])
  await press('公示名册')
  expect(callsOf(votes.publishRoll)).toHaveLength(1)
  expect(button('确定名册')).toBeDisabled()
})

describe('freezing the roll', () => {
  const READY = {
    ...votesByState.roll_published,
    next: { act: 'freeze_roll', missing: [] },
  } as Vote
  beforeEach(() => answerTo(votes.freezeRoll, votesByState.roll_frozen))

  test('says what follows, and only then does it', async () => {
    await open(READY)
    await press('确定名册')
    expect(screen.getByText(/以后房屋过户.*不再影响这次表决/)).toBeInTheDocument()
    expect(callsOf(votes.freezeRoll)).toEqual([])
    await press('确定名册')
    expect(callsOf(votes.freezeRoll)).toHaveLength(1)
    expect(button('公告并定投票时间')).toBeInTheDocument()
  })

  test('can be thought better of', async () => {
    await open(READY)
    await press('确定名册')
    await press('先不确定名册，返回')
    expect(button('修改内容')).toBeInTheDocument()
    expect(callsOf(votes.freezeRoll)).toEqual([])
  })

  test('two taps are one', async () => {
    await open(READY)
    await press('确定名册')
    await pressTwice('确定名册')
    expect(callsOf(votes.freezeRoll)).toHaveLength(1)
  })

  test('a refusal stands where it was asked, with a way to see what changed', async () => {
    refuseTo(votes.freezeRoll, 'votes.wrong_state', { state: '已取消', act: '冻结业主名册' })
    await open(READY)
    await press('确定名册')
    await press('确定名册')
    expect(screen.getByText(/现在是“已取消”，不能冻结业主名册/)).toBeInTheDocument()
    answerTo(votes.get, votesByState.cancelled)
    await press('刷新')
    expect(screen.getByText(/已取消：换一种方案/)).toBeInTheDocument()
  })
})

describe('cancelling', () => {
  const start = async () => {
    answerTo(votes.cancel, votesByState.cancelled)
    await open(votesByState.open)
    await press('取消表决')
  }
  const reason = () => screen.getByRole('textbox', { name: '为什么取消' })
  const type = (value: string) => fireEvent.change(reason(), { target: { value } })

  test('is named, needs a reason, and says that it is for good', async () => {
    await start()
    expect(screen.getByText(/取消后不能恢复.*已经投的票作废/)).toBeInTheDocument()
    type('不要')
    expect(button('取消表决')).toBeDisabled()
    type('施工方案要重新谈')
    await press('取消表决')
    expect(callsOf(votes.cancel)).toMatchObject([{ body: { reason: '施工方案要重新谈' } }])
    expect(screen.getByText(/已取消：换一种方案/)).toBeInTheDocument()
  })

  test('a refusal keeps the reason, even when the page is left', async () => {
    await start()
    refuseTo(votes.cancel, 'votes.wrong_state', { state: '已截止', act: '取消' })
    type('施工方案要重新谈')
    await press('取消表决')
    expect(screen.getByText(/不能取消。写的内容还在/)).toBeInTheDocument()
    await press('不取消，返回')
    await press('取消表决')
    expect(reason()).toHaveValue('施工方案要重新谈')
  })
})

test('leads to changing the draft, and to the page that owners see', async () => {
  await open(votesByState.draft)
  await press('修改草稿')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/committee/vote-draft/index?vote=v1' })
})

test('who does not conduct votes is told so', async () => {
  comeAs('owner')
  await open(votesByState.open)
  expect(screen.getByText(/您的身份（业主）不能做这件事/)).toBeInTheDocument()
  expect(callsOf(votes.get)).toEqual([])
})
