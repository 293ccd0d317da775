import { screen } from '@testing-library/react'
import { votes } from '#shared/votes/contract.ts'
import type { Petition } from '#shared/votes/petitions/petition.ts'
import { tap } from '../../../config/jest/tap.ts'
import { button, field, openPage, press, pressTwice, type } from '../../page.fixture.tsx'
import { openPetition, petitionRule, reachedPetition } from '../../petitions.fixture.ts'
import {
  answerTo,
  callsOf,
  comeAs,
  loseAnswersTo,
  refuseTo,
  settled,
  startServer,
} from '../../server.fixture.ts'
import PetitionsPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const mine: Petition = {
  ...openPetition,
  heads: [{ head: 'h1', units: ['1-2-801'], areaCenti: 8_957, given: 'me' }],
}
const openOne = async (petition = openPetition) => {
  answerTo(votes.petition, petition)
  await openPage(PetitionsPage, { petition: 'p1' })
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('owner')
  answerTo(votes.petitions, { items: [openPetition], rule: petitionRule })
})

test('the list says how many there are, how many it takes, and until when', async () => {
  answerTo(votes.petition, openPetition)
  await openPage(PetitionsPage)
  expect(screen.getByText(/已有 1 人联名，要 2 人；联名到 .*2 月 18 日/)).toBeInTheDocument()
  await tap(document.getElementById('petition-p1') as HTMLElement)
  await settled()
  expect(screen.getByText(/要讨论：是否续聘现在的物业/)).toBeInTheDocument()
  await press('看全部联名')
  expect(screen.getByText('联名要求开会')).toBeInTheDocument()
})

test('nobody has asked for anything yet: what it takes is said as the community’s rules have it', async () => {
  const rule = { ...petitionRule, denominator: 10, days: 30 }
  answerTo(votes.petitions, { items: [], rule })
  await openPage(PetitionsPage)
  await settled()
  expect(screen.getByText('还没有联名')).toBeInTheDocument()
  expect(screen.getByText(/达到全体业主人数的十分之一.*联名开放 30 天。/)).toBeInTheDocument()
  expect(button('发起联名')).toBeEnabled()
})

test('an owner joins, and sees it; what is missing stands on both axes', async () => {
  await openOne()
  expect(screen.getByText(/全体 10 人中已有 1 人联名，要 2 人，还差 1 人/)).toBeInTheDocument()
  expect(screen.getByText(/还差 110.43 ㎡/)).toBeInTheDocument()
  answerTo(votes.joinPetition, mine)
  answerTo(votes.petition, mine)
  await pressTwice('我要联名')
  expect(callsOf(votes.joinPetition)).toHaveLength(1)
  expect(screen.getByText(/您已联名/)).toBeInTheDocument()
  expect(screen.queryByText('我要联名')).toBeNull()
})

test('taken back as long as it is not enough; refused in words once it is', async () => {
  await openOne(mine)
  refuseTo(votes.leavePetition, 'votes.petition_reached')
  await press('撤回我的联名')
  expect(screen.getByText(/业委会要组织开会，不能再撤回/)).toBeInTheDocument()
  answerTo(votes.leavePetition, openPetition)
  answerTo(votes.petition, openPetition)
  await press('撤回我的联名')
  expect(button('我要联名')).toBeEnabled()
})

test('once it is enough nothing is offered that the server would refuse', async () => {
  await openOne({ ...reachedPetition, heads: mine.heads })
  expect(screen.getByText('人数已达到')).toBeInTheDocument()
  expect(screen.queryByText('撤回我的联名')).toBeNull()
})

test('who does not speak for the home is told who does', async () => {
  const blocked = { code: 'x', detail: '这一户的共有人已推选李**为代表，请由李**联名。' }
  await openOne({
    ...openPetition,
    heads: openPetition.heads.map((head) => ({ ...head, blocked })),
  })
  expect(screen.getByText(/请由李\*\*联名/)).toBeInTheDocument()
  expect(screen.queryByText('我要联名')).toBeNull()
})

test('started with what is to be discussed and why; a refusal or a lost answer keeps the words', async () => {
  await openPage(PetitionsPage)
  await press('发起联名')
  expect(screen.getByText('请写标题')).toBeInTheDocument()
  expect(screen.getByText(/五分之一.*联名开放 90 天。标题和内容/)).toBeInTheDocument()
  type('标题', '召开临时业主大会')
  type('要业主大会讨论什么', '是否续聘现在的物业。')
  type('为什么现在要开会', '合同年底到期。')
  refuseTo(votes.startPetition, 'votes.petition_open_already', { title: '旧的' })
  await press('发起，并以我的房屋联名')
  expect(screen.getByText(/您发起的“旧的”还在联名.*写的内容还在/)).toBeInTheDocument()
  loseAnswersTo(votes.startPetition)
  await press('发起，并以我的房屋联名')
  expect(field('标题')).toHaveValue('召开临时业主大会')
  answerTo(votes.startPetition, mine)
  answerTo(votes.petition, mine)
  await press('发起，并以我的房屋联名')
  await settled()
  expect(new Set(callsOf(votes.startPetition).map(({ key }) => key)).size).toBe(1)
  expect(screen.getByText(/您已联名/)).toBeInTheDocument()
})

test.each([
  ['checking', '正在检查', /通过以后邻居才能看到/],
  ['held', '待社区查看', /换个说法，重新发起/],
] as const)('%s: whoever started it reads who sees it when', async (check, word, sentence) => {
  await openOne({ ...mine, mine: true, check })
  expect(screen.getByText(word)).toBeInTheDocument()
  expect(screen.getByText(sentence)).toBeInTheDocument()
})

test('a tenant is told before anything is asked', async () => {
  comeAs('tenant')
  await openPage(PetitionsPage)
  expect(screen.getByText(/查看联名/)).toBeInTheDocument()
  expect(callsOf(votes.petitions)).toEqual([])
})

test('a petition that is gone says so', async () => {
  refuseTo(votes.petition, 'votes.petition_not_found')
  await openPage(PetitionsPage, { petition: 'p1' })
  expect(screen.getByText(/没有找到这件联名/)).toBeInTheDocument()
})
