import { render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { register } from '#shared/register/contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { unitWith } from '../../register.fixture.ts'
import {
  answerTo,
  callsOf,
  comeAs,
  NOW,
  refuseTo,
  settled,
  startServer,
} from '../../server.fixture.ts'
import RegisterUnitPage from './index.tsx'

const wang = { key: 'wang', name: '王*', organisation: false }
const li = { key: 'li', name: '李*', organisation: false }

async function open() {
  openWith({ unit: '1-2-801' })
  render(<RegisterUnitPage />)
  await settled()
}

const shown = (facts: Parameters<typeof unitWith>[0] = {}) =>
  answerTo(register.unit, { unit: unitWith(facts), transfers: [], history: [] })

beforeEach(() => {
  startServer()
  comeAs('committee')
  shown()
})

test('each fact stands with where it comes from', async () => {
  shown({ areaSource: 'contract' })
  await open()
  expect(screen.getByText('89.57 ㎡')).toBeInTheDocument()
  expect(screen.getByText('来源：购房合同（还没有登记和测绘）')).toBeInTheDocument()
  expect(screen.getByText('张*')).toBeInTheDocument()
})

test('co-owners with their form, and who votes for them', async () => {
  shown({ owners: [wang, li], coOwnership: 'by_shares', representative: 'li' })
  await open()
  expect(screen.getByText('业主（2 人共有）')).toBeInTheDocument()
  expect(screen.getByText('按份共有（各有份额）')).toBeInTheDocument()
  expect(screen.getByText('李*').closest('#owners')).toHaveTextContent('李*产权代表')
})

test('co-owners without a representative are said to need one', async () => {
  shown({ owners: [wang, li] })
  await open()
  expect(screen.getByText(/还没有推选/)).toBeInTheDocument()
})

test('a buyer is no owner yet', async () => {
  const developer = { key: 'dev', name: '安居置业有限公司', organisation: true }
  shown({ status: 'sold_undelivered', developer })
  await open()
  expect(screen.getByText('买房人（交付后才是业主）')).toBeInTheDocument()
  expect(screen.getByText('安居置业有限公司')).toBeInTheDocument()
})

test('names in full are asked for, and it is said that this is recorded', async () => {
  await open()
  expect(callsOf(register.unit)[0]?.path).not.toContain('full')
  await tap(screen.getByRole('button', { name: '看全名（会留下查看记录）' }))
  await settled()
  expect(callsOf(register.unit).at(-1)?.path).toContain('full=true')
  expect(screen.getByText(/您这次查看已经记下/)).toBeInTheDocument()
})

test('tells who it belonged to, and what each version said anew', async () => {
  const who = { at: NOW, by: '周敏', version: 2 }
  answerTo(register.unit, {
    unit: unitWith(),
    transfers: [
      {
        ...{ transfer: 't1', unit: '1-2-801', day: '2026-10-01', kind: 'sale' },
        ...{ from: [wang], to: [li], undone: true, ...who },
      },
    ],
    history: [
      {
        ...{ act: 'import', ...who },
        change: {
          ...{ unit: '1-2-801', change: 'changed', fields: ['area'] },
          before: { kind: 'home', areaCenti: 8_900, status: 'delivered', owners: ['王*'] },
          after: { kind: 'home', areaCenti: 8_957, status: 'delivered', owners: ['王*'] },
        },
      },
    ],
  })
  await open()
  expect(screen.getByText('10 月 1 日（周四）起，王* 换成 李*')).toBeInTheDocument()
  expect(screen.getByText('已撤销')).toBeInTheDocument()
  expect(screen.getByText('面积：89 ㎡ 改成 89.57 ㎡')).toBeInTheDocument()
})

test('leads to recording a change of owners, for whoever may', async () => {
  await open()
  await tap(screen.getByRole('button', { name: '登记换业主' }))
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/committee/register-transfer/index?unit=1-2-801',
  })
})

test('the community sees it without that', async () => {
  comeAs('community')
  await open()
  expect(screen.queryByRole('button', { name: '登记换业主' })).toBeNull()
})

test('a home that the register does not know leads home', async () => {
  refuseTo(register.unit, 'register.unit_unknown')
  await open()
  expect(screen.getByText('名册里没有这套房，请核对房号。')).toBeInTheDocument()
})
