import { screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { complaintAreas } from '#shared/complaints/lists-contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { areaCardWith, comeAsOfficer } from '../../complaint-areas.fixture.ts'
import { openPage } from '../../page.fixture.tsx'
import {
  answerTo,
  callsOf,
  comeAs,
  loseAnswersTo,
  settled,
  startServer,
} from '../../server.fixture.ts'
import StreetDeskPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const PAST = '2026-11-20T10:00:00.000Z'
const SOON = '2026-11-23T16:00:00.000Z'
const press = (id: string) => tap(document.getElementById(id) as HTMLElement)
const rows = () =>
  [...document.querySelectorAll('[id^="complaint-"]')].map(({ id }) => id.slice(10))

beforeEach(() => {
  startServer()
  comeAsOfficer('street', 's1')
  answerTo(complaintAreas.ofStreet, { items: [] })
})

test('what is due first stands on top, and every pile says how much lies in it', async () => {
  answerTo(complaintAreas.ofStreet, {
    items: [
      areaCardWith({ number: 'accept', dueAt: SOON }),
      areaCardWith({ number: 'late', dueAt: PAST, state: 'street_handling' }),
      areaCardWith({ number: 'away', state: 'mediation' }),
      areaCardWith({ number: 'found', state: 'street_handling', finding: 'OUTSIDE_REMIT' }),
    ],
  })
  await openPage(StreetDeskPage)
  expect(rows()).toEqual(['late', 'accept'])
  expect(screen.getByText(/街道应在 11 月 20 日（周五）18:00 前办理完，已逾期/)).toBeInTheDocument()
  const piles = [...document.querySelectorAll('[id^="pile-"]')].map(({ id, textContent }) => [
    id.slice(5),
    /\d+ 件/.exec(textContent)?.[0],
  ])
  expect(piles).toEqual([
    ['overdue', '1 件'],
    ['to_accept', '1 件'],
    ['in_hand', '1 件'],
    ['elsewhere', '1 件'],
  ])
  expect(document.getElementById('agenda')).toHaveTextContent('1 件')
  await press('pile-overdue')
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/community/street-desk/index?street=s1&group=overdue',
  })
  await press('complaint-late')
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/community/complaint/index?community=c1&number=late',
  })
})

test('where there is more than was read, no pile is hidden, and none claims to be all', async () => {
  answerTo(complaintAreas.ofStreet, { items: [areaCardWith({ dueAt: SOON })], cursor: 'next' })
  await openPage(StreetDeskPage)
  expect(document.querySelectorAll('[id^="pile-"]')).toHaveLength(7)
  expect(screen.getByText('1 件以上')).toBeInTheDocument()
})

test('one pile is asked for by itself, and goes on page after page', async () => {
  answerTo(complaintAreas.ofStreet, ({ path }) =>
    path.includes('cursor=')
      ? { items: [areaCardWith({ number: 'b' })] }
      : { items: [areaCardWith({ number: 'a' })], cursor: 'next' },
  )
  await openPage(StreetDeskPage, { group: 'to_accept', street: 's1' })
  await tap(screen.getByText('看更多'))
  await settled()
  expect(rows()).toEqual(['a', 'b'])
  for (const { path } of callsOf(complaintAreas.ofStreet)) expect(path).toContain('group=to_accept')
})

test('an officer of two streets says which', async () => {
  comeAsOfficer('street', 's1', 's2')
  await openPage(StreetDeskPage)
  await tap(screen.getByRole('radio', { name: 's2街道' }))
  await settled()
  expect(callsOf(complaintAreas.ofStreet).at(-1)?.path).toContain('/streets/s2/')
})

test('an empty desk says what would come', async () => {
  await openPage(StreetDeskPage)
  expect(screen.getByText('s1街道现在没有上交的投诉')).toBeInTheDocument()
})

test('without a network what is there can be tried for again', async () => {
  loseAnswersTo(complaintAreas.ofStreet)
  await openPage(StreetDeskPage)
  expect(screen.getByText('没有连上网络')).toBeInTheDocument()
  answerTo(complaintAreas.ofStreet, { items: [areaCardWith()] })
  await tap(screen.getByText('再试一次'))
  await settled()
  expect(screen.getByText('全部上交的投诉')).toBeInTheDocument()
})

test.each(['owner', 'property', 'community'] as const)(
  'somebody who is only %s is told that it is not theirs, and nothing is asked',
  async (role) => {
    comeAs(role)
    await openPage(StreetDeskPage)
    expect(screen.getByText(/不能做这件事：街道受理和办理投诉/)).toBeInTheDocument()
    expect(callsOf(complaintAreas.ofStreet)).toHaveLength(0)
  },
)

test('an officer whose street was taken from them is told so', async () => {
  comeAsOfficer('street')
  await openPage(StreetDeskPage)
  expect(screen.getByText('您现在没有负责的街道')).toBeInTheDocument()
})
