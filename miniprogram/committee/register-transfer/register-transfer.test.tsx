import { fireEvent, render, screen } from '@testing-library/react'
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
import RegisterTransferPage from './index.tsx'

const wang = { key: 'wang', name: '王*', organisation: false }
const li = { key: 'li', name: '李*', organisation: false }
const button = (name: string) => screen.getByRole('button', { name })
const type = (label: string, value: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: label }), { target: { value } })

async function open() {
  openWith({ unit: '1-2-801' })
  render(<RegisterTransferPage />)
  await settled()
}

async function turnTo(day: string): Promise<void> {
  await tap(document.getElementById('day') as HTMLElement)
  type('从哪天起', day)
  await tap(button('确定'))
}

const recorded = {
  ...{ transfer: 't1', unit: '1-2-801', day: '2026-11-01', kind: 'sale' as const },
  ...{ from: [], to: [], at: NOW, by: '周敏', version: 3, undone: false },
}

const shown = (facts: Parameters<typeof unitWith>[0] = {}) =>
  answerTo(register.unit, { unit: unitWith(facts), transfers: [], history: [] })

beforeEach(() => {
  startServer()
  comeAs('property')
  shown()
  answerTo(register.transfer, recorded)
})

test('a sale: asks for one thing after the other, reads it again, and records it', async () => {
  await open()
  expect(screen.getByText('请选择为什么换业主')).toBeInTheDocument()
  await tap(screen.getByRole('radio', { name: '买卖' }))
  expect(screen.getByText('请选择从哪天起')).toBeInTheDocument()
  await turnTo('2026 11 1')
  expect(screen.getByText('请填写第 1 位新业主的姓名')).toBeInTheDocument()
  type('第 1 位新业主的姓名', ' 赵敏 ')
  type('第 1 位新业主的手机号', '138')
  expect(screen.getByText('第 1 位新业主的电话太短，请核对')).toBeInTheDocument()
  type('第 1 位新业主的手机号', '13800000001')
  await tap(button('写好了，看一遍'))
  expect(screen.getByText(/请再看一遍.*不再是业主的人在这一户不能再投票/)).toBeInTheDocument()
  expect(screen.getByText('赵敏，没有写证件号码，手机号 13800000001')).toBeInTheDocument()
  expect(callsOf(register.transfer)).toEqual([])
  await tap(button('登记'))
  await settled()
  expect(callsOf(register.transfer)).toMatchObject([
    {
      body: {
        ...{ from: ['zhang'], to: [{ name: '赵敏', phone: '13800000001' }] },
        ...{ day: '2026-11-01', kind: 'sale' },
      },
    },
  ])
})

test('after a divorce one of two stays', async () => {
  shown({ owners: [wang, li] })
  await open()
  await tap(screen.getByRole('radio', { name: '离婚分割' }))
  await turnTo('2026 11 1')
  const [, stays] = screen.getAllByRole('radio', { name: '还是业主' })
  await tap(stays as HTMLElement)
  await tap(button('去掉第 1 位新业主'))
  await tap(button('去掉第 1 位新业主'))
  await tap(button('写好了，看一遍'))
  await tap(button('登记'))
  await settled()
  expect(callsOf(register.transfer)).toMatchObject([
    { body: { from: ['wang', 'li'], to: [{ key: 'li' }] } },
  ])
})

test('the first delivery is to the buyers there are', async () => {
  shown({ status: 'sold_undelivered' })
  await open()
  await tap(screen.getByRole('radio', { name: '首次交付' }))
  await turnTo('2026 11 1')
  expect(screen.getByRole('radio', { name: '还是业主' })).toHaveAttribute('aria-checked', 'true')
  expect(button('写好了，看一遍')).toBeEnabled()
})

test('only what fits the state of the home is offered', async () => {
  await open()
  expect(screen.queryByRole('radio', { name: '首次交付' })).toBeNull()
})

test('a change that changes nothing is not recorded', async () => {
  await open()
  await tap(screen.getByRole('radio', { name: '赠与' }))
  await turnTo('2026 11 1')
  await tap(screen.getByRole('radio', { name: '还是业主' }))
  await tap(button('去掉第 1 位新业主'))
  await tap(button('去掉第 1 位新业主'))
  expect(screen.getByText('变更前后的业主相同，不需要登记。')).toBeInTheDocument()
})

test('nothing earlier than the change before is recorded', async () => {
  answerTo(register.unit, {
    unit: unitWith(),
    transfers: [{ ...recorded, day: '2026-11-10' }],
    history: [],
  })
  await open()
  await tap(screen.getByRole('radio', { name: '买卖' }))
  type('第 1 位新业主的姓名', '赵敏')
  await turnTo('2026 11 1')
  expect(screen.getByText(/在 2026-11-10 已有后来的变更/)).toBeInTheDocument()
})

test('a refusal stands on the page, and what was written is still there', async () => {
  refuseTo(register.transfer, 'register.owners_changed')
  await open()
  await tap(screen.getByRole('radio', { name: '买卖' }))
  await turnTo('2026 11 1')
  type('第 1 位新业主的姓名', '赵敏')
  await tap(button('写好了，看一遍'))
  await tap(button('登记'))
  await settled()
  expect(screen.getByText(/业主刚有变动，这次没有登记.*写的内容还在/)).toBeInTheDocument()
  await tap(button('回去改'))
  expect(screen.getByRole('textbox', { name: '第 1 位新业主的姓名' })).toHaveValue('赵敏')
})

test('opened by its address, it leads on to the home', async () => {
  jest.mocked(Taro.getCurrentPages).mockReturnValueOnce([{}] as never)
  await open()
  await tap(screen.getByRole('radio', { name: '买卖' }))
  await turnTo('2026 11 1')
  type('第 1 位新业主的姓名', '赵敏')
  await tap(button('写好了，看一遍'))
  await tap(button('登记'))
  await settled()
  expect(Taro.redirectTo).toHaveBeenCalledWith({
    url: '/committee/register-unit/index?unit=1-2-801',
  })
})
