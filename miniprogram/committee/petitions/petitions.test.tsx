import { screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { votes } from '#shared/votes/contract.ts'
import { openPage, press } from '../../page.fixture.tsx'
import { openPetition, petitionRule, reachedPetition } from '../../petitions.fixture.ts'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import PetitionDeskPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const named = {
  units: ['1-1-103'],
  areaCenti: 10_000,
  name: '李**',
  at: '2026-11-20T03:00:00.000Z',
}
const open = async () => {
  await openPage(PetitionDeskPage, { petition: 'p1' })
  await settled()
}

beforeEach(() => {
  startServer()
  comeAs('committee')
  answerTo(votes.petitions, { items: [openPetition], rule: petitionRule })
  answerTo(votes.petition, reachedPetition)
  answerTo(votes.petitioners, {
    items: [
      { ...named, counts: true },
      { ...named, name: '王**', units: [], areaCenti: 0, counts: false },
    ],
  })
})

test('enough: the committee is told what to do, and who asks', async () => {
  await open()
  expect(screen.getByText(/请核对名单，组织业主大会临时会议/)).toBeInTheDocument()
  expect(screen.getByText(/^李\*\*/).textContent).toBe('李**（1-1-103）')
  // Home numbers are not broken at their hyphens.
  expect(screen.getByText('1-1-103')).toHaveClass('unit')
  expect(screen.getByText(/房屋的业主已有变动，不再计入/)).toBeInTheDocument()
  expect(screen.getByText(/已有 2 人联名，达到要求的 2 人/)).toBeInTheDocument()
  expect(screen.getByText('联名 2 人')).toBeInTheDocument()
})

test('what the check held the community lets through; the committee is not asked', async () => {
  comeAs('community')
  const held = { ...openPetition, check: 'held' as const }
  answerTo(votes.petition, held)
  await open()
  expect(screen.getByText('待社区查看')).toBeInTheDocument()
  refuseTo(votes.releasePetition, 'votes.petition_not_found')
  await press('没有问题，放行')
  expect(screen.getByText(/没有找到这件联名/)).toBeInTheDocument()
  answerTo(votes.releasePetition, openPetition)
  answerTo(votes.petition, openPetition)
  await press('没有问题，放行')
  await settled()
  expect(screen.getByText('正在联名')).toBeInTheDocument()
  expect(screen.queryByText('没有问题，放行')).toBeNull()
})

test('the committee goes on to the vote; the community does not', async () => {
  await open()
  await press('起草表决')
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/committee/vote-draft/index?petition=p1',
  })
  comeAs('community')
  await open()
  expect(screen.queryByText('起草表决')).toBeNull()
})

test('the list comes first where no petition is named', async () => {
  await openPage(PetitionDeskPage)
  expect(screen.getByText('召开临时业主大会')).toBeInTheDocument()
  expect(callsOf(votes.petitioners)).toEqual([])
})

test('nobody stands behind it any more', async () => {
  answerTo(votes.petition, openPetition)
  answerTo(votes.petitioners, { items: [] })
  await open()
  expect(screen.getByText('现在没有人联名')).toBeInTheDocument()
})

test('the street sees figures and asks for no names', async () => {
  comeAs('street')
  await open()
  expect(screen.getByText('联名情况')).toBeInTheDocument()
  expect(callsOf(votes.petitioners)).toEqual([])
})

test('names that do not come say why', async () => {
  refuseTo(votes.petitioners, 'votes.petition_not_found')
  await open()
  expect(screen.getByText(/没有找到这件联名/)).toBeInTheDocument()
})

test('the property sees nothing', async () => {
  comeAs('property')
  await openPage(PetitionDeskPage)
  expect(screen.getByText(/查看联名/)).toBeInTheDocument()
})
