import { screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { complaints } from '#shared/complaints/contract.ts'
import type { PublicCard } from '#shared/complaints/public-contract.ts'
import { people } from '#shared/people/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { NUMBER } from '../../complaints.fixture.ts'
import { button, openPage, press, pressTwice } from '../../page.fixture.tsx'
import {
  answerTo,
  callsOf,
  comeAs,
  COMMUNITY,
  refuseTo,
  startServer,
} from '../../server.fixture.ts'
import ComplaintNeighbourPage from './index.tsx'

const cardWith = (facts: Partial<PublicCard> = {}): PublicCard => ({
  ...{ number: NUMBER, category: 'lift', building: '3幢', state: 'accepted', cosigns: 3 },
  ...{ filedAt: '2026-11-19T02:00:00.000Z', days: 2, mine: false, joined: [], ...facts },
})
const open = async (facts: Partial<PublicCard> = {}) => {
  answerTo(complaints.publicOne, cardWith(facts))
  return openPage(ComplaintNeighbourPage, { number: NUMBER, community: COMMUNITY })
}
const comeWith = (...units: readonly string[]) =>
  answerTo(people.me, {
    ...{ person: 'p1', name: '张三' },
    memberships: [
      {
        ...{ community: COMMUNITY, name: '锦绣花园', roles: ['owner'] },
        homes: units.map((unit) => ({ unit, areaCenti: 8_957, relation: 'owner' as const })),
      },
    ],
  })

beforeEach(() => {
  startServer()
  comeAs('owner')
  answerTo(complaints.cosign, cardWith())
})

test('tells what everybody may know, and that there is no more', async () => {
  await open()
  for (const words of ['物业已受理，正在处理。', '3幢', '已等 2 天', '另有 3 户也有同样问题']) {
    expect(screen.getByText(words)).toBeInTheDocument()
  }
  expect(screen.getByText(/没有姓名，也没有投诉的内容/)).toBeInTheDocument()
})

test('“我也是” joins in with one’s own home, once however often it is tapped', async () => {
  await open()
  answerTo(complaints.publicOne, cardWith({ joined: ['1-2-801'], cosigns: 4 }))
  await pressTwice('我也是')
  expect(callsOf(complaints.cosign)).toMatchObject([{ body: { unit: '1-2-801' } }])
  expect(screen.getByText('您家（1-2-801）已经算上。')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '我也是' })).toBeNull()
})

test('with several homes it asks with which; those that joined are not asked again', async () => {
  comeWith('1-2-801', '5-1-302', '7-1-101')
  await open({ joined: ['7-1-101'] })
  expect(button('我也是')).toBeDisabled()
  expect(screen.getAllByRole('radio')).toHaveLength(2)
  await tap(screen.getByRole('radio', { name: '5-1-302' }))
  await press('我也是')
  expect(callsOf(complaints.cosign)).toMatchObject([{ body: { unit: '5-1-302' } }])
})

test.each([
  ['complaints.cosign_needs_home', /点“我也是”要用您在本小区登记的房屋/],
  ['complaints.already_closed', /已经结束/],
] as const)('refused with %s, it says why', async (code, words) => {
  refuseTo(complaints.cosign, code, { state: '已结束' })
  await open()
  await press('我也是')
  expect(screen.getByText(words)).toBeInTheDocument()
})

test('who has no home here any more reads it, and cannot join in as a neighbour', async () => {
  comeWith()
  await open()
  expect(screen.getByText(/您现在没有/)).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '我也是' })).toBeNull()
  await press('看我的房屋')
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/resident/home-list/index?' })
})

test('one’s own leads to its whole page, what was merged to where it goes on', async () => {
  const page = await open({ mine: true })
  await press('看办理经过')
  page.unmount()
  await open({ state: 'merged', outcome: 'merged', mergedInto: 'JX7K2M94P' })
  expect(screen.getByText('并入更早的一件')).toBeInTheDocument()
  await press('去看 JX7-K2M-94P')
  const urls = jest.mocked(Taro.navigateTo).mock.calls.map(([{ url }]) => url)
  expect(urls).toEqual([
    `/resident/complaint/index?number=${NUMBER}&community=c1`,
    '/resident/complaint-neighbour/index?number=JX7K2M94P&community=c1',
  ])
})

test('what has ended is not joined any more', async () => {
  await open({ state: 'confirmed', outcome: 'confirmed' })
  expect(screen.getByText('居民确认办好了')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '我也是' })).toBeNull()
})

test('where the list is not public it says who can see it', async () => {
  refuseTo(complaints.publicOne, 'complaints.list_not_public')
  await openPage(ComplaintNeighbourPage, { number: NUMBER })
  expect(screen.getByText('本小区没有公开投诉目录')).toBeInTheDocument()
})
