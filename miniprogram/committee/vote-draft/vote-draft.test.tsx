import { cleanup, screen, within } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { communities } from '#shared/communities/contract.ts'
import { votes } from '#shared/votes/contract.ts'
import { NATIONAL } from '#shared/votes/profiles/national.ts'
import { tap } from '../../../config/jest/tap.ts'
import { button, field, openPage, press, pressTwice, type } from '../../page.fixture.tsx'
import {
  answerTo,
  callsOf,
  comeAs,
  COMMUNITY,
  loseAnswersTo,
  refuseTo,
  startServer,
} from '../../server.fixture.ts'
import { reachedPetition } from '../../petitions.fixture.ts'
import { community, votesByState, voteWith } from '../../votes.fixture.ts'
import VoteDraftPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const open = (query?: Record<string, string>) => openPage(VoteDraftPage, query)
const turnTo = async (wheel: number, word: RegExp) => {
  await tap(document.getElementById(`matter-${wheel}`) as HTMLElement)
  await tap(screen.getByRole('button', { name: word }))
  await tap(button('确定'))
}

async function fillIn() {
  type('表决名称', '物业和维修资金')
  await tap(screen.getByRole('radio', { name: '本小区电子表决' }))
  await turnTo(1, /选聘、解聘物业/)
  type('第 1 项的议题', '续聘安居物业三年')
  type('第 1 项的内容', '价格不变，每平方米每月 1.85 元。')
}

beforeEach(() => {
  startServer()
  comeAs('committee')
  answerTo(communities.get, community)
  answerTo(votes.draft, voteWith())
})

test('offers only the modes the rules allow, each with what a tap legally is', async () => {
  await open()
  const modes = within(screen.getByRole('radiogroup', { name: '用什么方式表决' }))
    .getAllByRole('radio')
    .map(({ textContent }) => textContent)
  expect(modes).toHaveLength(3)
  expect(modes[0]).toMatch(/意向征询.*不是正式投票/)
  expect(modes[1]).toMatch(/纸质表决.*在手机上点选不算投票/)
  expect(modes[2]).toMatch(/本小区电子表决.*您点“确认投票”，就是投出本人的一票/)
  expect(screen.getByText(/现实中没有法律效力/)).toBeInTheDocument()
})

test('where no rule makes a tap a ballot, none is offered', async () => {
  const { id, name, version, fictitious } = NATIONAL
  answerTo(communities.get, { ...community, profile: { id, name, version, fictitious } })
  await open()
  expect(screen.getByRole('radio', { name: '意向征询' })).toBeInTheDocument()
  expect(screen.getByRole('radio', { name: '纸质表决' })).toBeInTheDocument()
  expect(screen.queryByRole('radio', { name: '本小区电子表决' })).toBeNull()
  expect(screen.queryByText(/现实中没有法律效力/)).toBeNull()
})

test('rules newer than the package are not guessed', async () => {
  answerTo(communities.get, { ...community, profile: { ...community.profile, version: 99 } })
  await open()
  expect(screen.getByText('小程序的版本太旧')).toBeInTheDocument()
})

test('a matter fixes its class, and says that the law does', async () => {
  await open()
  await turnTo(1, /筹集维修资金/)
  expect(screen.getByText(/重大事项.*四分之三.*第（六）项.*这是法律定的/)).toBeInTheDocument()
  await turnTo(1, /使用维修资金/)
  expect(screen.getByText(/一般事项.*过半数.*第（五）项.*这是法律定的/)).toBeInTheDocument()
})

test('a wheel that was opened and confirmed unturned takes what it shows', async () => {
  await open()
  await tap(document.getElementById('matter-1') as HTMLElement)
  await tap(button('确定'))
  expect(document.getElementById('matter-1')).toHaveTextContent('一般：议事规则')
})

test('a wheel stays where it was turned while the page behind it is drawn anew', async () => {
  const { rerender } = await open()
  await tap(document.getElementById('matter-1') as HTMLElement)
  await tap(button('重大：筹集维修资金'))
  type('表决名称', '物业和维修资金')
  rerender(<VoteDraftPage />)
  await tap(button('确定'))
  expect(document.getElementById('matter-1')).toHaveTextContent('重大：筹集维修资金')
})

test('says what is missing, one after the other, and saves nothing until all is there', async () => {
  await open()
  expect(screen.getByText('请填写表决名称')).toBeInTheDocument()
  await tap(button('保存草稿'))
  expect(callsOf(votes.draft)).toEqual([])
  await fillIn()
  expect(button('保存草稿')).toBeEnabled()
})

test('a saved draft leads to where it is conducted, and is no longer kept on the phone', async () => {
  await open()
  await fillIn()
  await press('保存草稿')
  expect(callsOf(votes.draft)).toMatchObject([
    {
      body: {
        title: '物业和维修资金',
        mode: 'local_electronic',
        items: [
          {
            matter: 4,
            title: '续聘安居物业三年',
            text: '价格不变，每平方米每月 1.85 元。',
          },
        ],
      },
    },
  ])
  expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/committee/vote-conduct/index?vote=v1' })
  expect(Taro.getStorageSync(`drafts:p1:vote:${COMMUNITY}`)).toEqual([])
})

test('a second tap while it is saved sends nothing', async () => {
  await open()
  await fillIn()
  await pressTwice('保存草稿')
  expect(callsOf(votes.draft)).toHaveLength(1)
})

test('a refusal stands on the page, and what was typed is still there', async () => {
  refuseTo(votes.draft, 'votes.rules_unknown')
  await open()
  await fillIn()
  await press('保存草稿')
  expect(screen.getByText(/没有找到本小区适用的表决规则.*写的内容还在/)).toBeInTheDocument()
  expect(field('表决名称')).toHaveValue('物业和维修资金')
})

test('after a lost answer the app is closed, and the same draft goes with the same key', async () => {
  loseAnswersTo(votes.draft)
  const { unmount } = await open()
  await fillIn()
  await press('保存草稿')
  unmount()
  answerTo(votes.draft, voteWith())
  await open()
  expect(screen.getByText(/没写完的写/)).toBeInTheDocument()
  expect(field('第 1 项的议题')).toHaveValue('续聘安居物业三年')
  await press('保存草稿')
  const keys = callsOf(votes.draft).map(({ key }) => key)
  expect(keys.length).toBeGreaterThan(1)
  expect(new Set(keys).size).toBe(1)
})

test('what was left unfinished can be given up, after being asked by name', async () => {
  const { unmount } = await open()
  type('表决名称', '写错了')
  unmount()
  await open()
  await tap(button('放弃没有保存的内容'))
  expect(field('表决名称')).toHaveValue('写错了')
  await tap(button('放弃没有保存的内容'))
  expect(field('表决名称')).toHaveValue('')
  expect(screen.queryByText(/没写完的写/)).toBeNull()
})

describe('items', () => {
  test('the only one cannot be removed', async () => {
    await open()
    expect(screen.queryByRole('button', { name: /删除/ })).toBeNull()
  })

  test('one is removed after being asked by name; the others stay as they are', async () => {
    await open()
    type('第 1 项的议题', '第一')
    await tap(button('再加一项'))
    type('第 2 项的议题', '第二')
    await tap(button('删除第 1 项'))
    expect(screen.getByText(/第 1 项“第一”.*找不回来/)).toBeInTheDocument()
    await tap(button('先不删'))
    expect(field('第 2 项的议题')).toHaveValue('第二')
    await tap(button('删除第 1 项'))
    await tap(button('删除第 1 项'))
    expect(field('第 1 项的议题')).toHaveValue('第二')
    expect(screen.queryByText('第 2 项')).toBeNull()
  })

  test('there are at most twenty', async () => {
    await open()
    for (let i = 1; i < 20; i += 1) await tap(button('再加一项'))
    expect(button('再加一项')).toBeDisabled()
    expect(screen.getByText('最多 20 项')).toBeInTheDocument()
  })
})

describe('changing a draft', () => {
  beforeEach(() => {
    answerTo(votes.get, voteWith())
    answerTo(votes.redraft, voteWith())
  })

  test('starts from what was saved, and goes back to where it is conducted', async () => {
    jest.mocked(Taro.getCurrentPages).mockReturnValue([{}, {}] as never)
    await open({ vote: 'v1' })
    expect(field('第 2 项的议题')).toHaveValue('续筹维修资金')
    type('表决名称', '改过的名称')
    await press('保存草稿')
    expect(callsOf(votes.redraft)).toMatchObject([{ body: { title: '改过的名称' } }])
    expect(Taro.navigateBack).toHaveBeenCalled()
  })

  test('opened by its address, it leads on to where it is conducted', async () => {
    jest.mocked(Taro.getCurrentPages).mockReturnValue([{}] as never)
    await open({ vote: 'v1' })
    await press('保存草稿')
    expect(Taro.redirectTo).toHaveBeenCalledWith({ url: '/committee/vote-conduct/index?vote=v1' })
  })

  test('goes on while the roll is published and fixed, until the vote opens', async () => {
    answerTo(votes.get, votesByState.roll_frozen)
    await open({ vote: 'v1' })
    type('表决名称', '改过的名称')
    await press('保存修改')
    expect(callsOf(votes.redraft)).toMatchObject([{ body: { title: '改过的名称' } }])
  })

  test('after the notice it says first that the notice is taken back and its days begin anew', async () => {
    answerTo(votes.get, votesByState.noticed)
    await open({ vote: 'v1' })
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.getByText(/原定 12 月 7 日（周一）09:00 开始投票/)).toBeInTheDocument()
    expect(screen.getByText(/15 天从重新公告那天起从头算/)).toBeInTheDocument()
    await press('仍要修改内容')
    await press('保存，并收回公告')
    expect(callsOf(votes.redraft)).toHaveLength(1)
  })

  test('keeps what is made of silence, and the part of the community it is about', async () => {
    const silence = { policy: 'FOLLOWS_MAJORITY', clause: '第十八条', warning: '不交回算同意多数' }
    const scope = { places: [{ building: '3', name: '3幢' }], sentence: '只涉及3幢。' }
    answerTo(votes.get, voteWith({ silence: { ...silence, policy: 'FOLLOWS_MAJORITY' }, scope }))
    await open({ vote: 'v1' })
    await press('保存草稿')
    expect(callsOf(votes.redraft)).toMatchObject([
      { body: { silence, scope: [{ building: '3' }] } },
    ])
  })

  test('is over once the vote is open', async () => {
    answerTo(votes.get, votesByState.open)
    await open({ vote: 'v1' })
    expect(screen.getByText('这次表决不能再改了')).toBeInTheDocument()
    expect(screen.queryByRole('textbox')).toBeNull()
  })

  test('a vote that does not exist leads home', async () => {
    refuseTo(votes.get, 'votes.not_found')
    await open({ vote: 'v9' })
    expect(screen.getByText('没有找到')).toBeInTheDocument()
  })
})

test('who does not conduct votes is told so before typing anything', async () => {
  comeAs('owner')
  await open()
  expect(screen.getByText(/您的身份（业主）不能做这件事：组织表决/)).toBeInTheDocument()
  expect(screen.queryByRole('textbox')).toBeNull()
})

test('from a petition: its words stand there, apart from a draft that was begun before', async () => {
  await open()
  type('表决名称', '另一次表决')
  cleanup()
  answerTo(votes.petition, reachedPetition)
  await open({ petition: 'p1' })
  expect(field('表决名称')).toHaveValue(reachedPetition.title)
  expect(field('第 1 项的议题')).toHaveValue(reachedPetition.title)
  expect(field('第 1 项的内容')).toHaveValue(reachedPetition.text)
  expect(screen.getByText(/照业主的联名填好了/)).toBeInTheDocument()
  await tap(screen.getByRole('radio', { name: '本小区电子表决' }))
  await turnTo(1, /选聘、解聘物业/)
  await press('保存草稿')
  expect(callsOf(votes.draft).at(-1)?.body).toMatchObject({ title: reachedPetition.title })
})

test('a petition that is gone says so', async () => {
  refuseTo(votes.petition, 'votes.petition_not_found')
  await open({ petition: 'p1' })
  expect(screen.getByText(/没有找到这件联名/)).toBeInTheDocument()
})
