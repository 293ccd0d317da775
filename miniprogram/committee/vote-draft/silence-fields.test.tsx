import { screen } from '@testing-library/react'
import { communities } from '#shared/communities/contract.ts'
import { votes } from '#shared/votes/contract.ts'
import { NATIONAL } from '#shared/votes/profiles/national.ts'
import { tap } from '../../../config/jest/tap.ts'
import { button, openPage, press, type } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, startServer } from '../../server.fixture.ts'
import { community, voteWith } from '../../votes.fixture.ts'
import VoteDraftPage from './index.tsx'

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

describe('what is made of those who do not answer', () => {
  test('needs the clause and the words on the ballot, and says its four conditions', async () => {
    await open()
    await fillIn()
    await tap(screen.getByRole('radio', { name: '已送达没有交回的，随已投票的多数' }))
    expect(screen.getByText(/四点.*送达记录.*2 分之 1；重大事项一律不这样算/)).toBeInTheDocument()
    expect(screen.getByText('请填写议事规则的条款')).toBeInTheDocument()
    type('议事规则的条款', '第十八条')
    expect(screen.getByText('请填写印在表决票上的话')).toBeInTheDocument()
    type('印在表决票上的话', '不交回的，随已投票的多数。')
    await press('保存草稿')
    const silence = {
      ...{ policy: 'FOLLOWS_MAJORITY', clause: '第十八条' },
      warning: '不交回的，随已投票的多数。',
    }
    expect(callsOf(votes.draft)).toMatchObject([{ body: { silence } }])
  })

  test('chosen to be nothing, nothing of it is sent', async () => {
    await open()
    await fillIn()
    await tap(screen.getByRole('radio', { name: '没有交回表决票的，不算参与' }))
    await press('保存草稿')
    expect(callsOf(votes.draft)[0]?.body).not.toHaveProperty('silence')
  })

  test('is no question where the rules leave no choice', async () => {
    const { id, name, version, fictitious } = NATIONAL
    answerTo(communities.get, { ...community, profile: { id, name, version, fictitious } })
    await open()
    expect(screen.queryByText('没有交回表决票的怎么算')).toBeNull()
  })
})
