import { screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { complaintAreas } from '#shared/complaints/lists-contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { areaCardWith, comeAsOfficer } from '../../complaint-areas.fixture.ts'
import { button, openPage, press } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, startServer } from '../../server.fixture.ts'
import AgendaPage from './index.tsx'

const lift = areaCardWith({
  ...{ number: 'JX7K4M9R4', state: 'street_meeting', building: '3幢', cosigns: 6 },
  summary: '三栋电梯关门时有异响。',
  dueAt: '2026-12-08T16:00:00.000Z',
})
const parking = areaCardWith({
  ...{ number: 'JX7K4M9R5', category: 'parking', state: 'street_handling' },
  ...{ finding: 'OUTSIDE_REMIT', summary: '充电口坏了九个' },
})
const other = areaCardWith({ ...parking, number: 'YX7K4M9R6', communityName: '云溪苑' })

beforeEach(() => {
  startServer()
  comeAsOfficer('street', 's1')
  answerTo(complaintAreas.ofStreet, { items: [parking, other, lift] })
})

test('candidates stand by community and category, and what is ticked becomes a text without names', async () => {
  await openPage(AgendaPage, { of: 's1' })
  const titles = screen.getAllByRole('heading').map(({ textContent }) => textContent)
  expect(titles.slice(1)).toEqual(['云溪苑：停车', '锦绣花园：停车', '锦绣花园：电梯'])
  expect(screen.getAllByText(/^不属于本级职责。/)).toHaveLength(2)
  expect(button('复制议程')).toBeDisabled()
  await tap(document.getElementById('tick-JX7K4M9R4') as HTMLElement)
  await tap(document.getElementById('tick-YX7K4M9R6') as HTMLElement)
  await tap(document.getElementById('tick-YX7K4M9R6') as HTMLElement)
  expect(screen.getAllByRole('checkbox', { checked: true })).toHaveLength(1)
  await press('复制议程（1 件）')
  expect(Taro.setClipboardData).toHaveBeenCalledWith({
    data: [
      's1街道联席会议议程',
      '11 月 21 日（周六）整理',
      '',
      '1. 锦绣花园：电梯（1 件）',
      '   · JX7-K4M-9R4 3幢，三栋电梯关门时有异响，另有 6 户也有同样问题。街道须在 12 月 8 日（周二）24:00 前召开联席会议',
    ].join('\n'),
  })
})

test('the district ticks from its own list', async () => {
  comeAsOfficer('district', 'd1')
  answerTo(complaintAreas.ofDistrict, { items: [] })
  await openPage(AgendaPage, { scope: 'district', of: 'd1' })
  expect(screen.getByText('没有要上会的投诉')).toBeInTheDocument()
  expect(callsOf(complaintAreas.ofDistrict)[0]?.path).toContain('group=agenda')
})

test('the property is told that it is not theirs', async () => {
  comeAs('property')
  await openPage(AgendaPage)
  expect(screen.getByText(/不能做这件事/)).toBeInTheDocument()
  expect(callsOf(complaintAreas.ofStreet)).toHaveLength(0)
})
