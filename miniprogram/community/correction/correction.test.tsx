import { act, fireEvent, render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { corrections, type AskedCorrection } from '#shared/privacy/correction-contract.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { tap } from '../../../config/jest/tap.ts'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import CorrectionPage from './index.tsx'

const asked: AskedCorrection = {
  ...{ correction: 'k1', about: 'name', text: '名册上写成“李方”，应为“李芳”。', state: 'open' },
  ...{ askedAt: '2026-11-20T02:00:00.000Z', name: '李芳', units: ['1-1-102'] },
}
const answered: AskedCorrection = {
  ...{ ...asked, state: 'done', answeredAt: '2026-11-21T02:00:00.000Z' },
  answer: '名册上的姓名已改为“李芳”。',
}

beforeEach(() => {
  startServer()
  openWith({ correction: 'k1' })
  comeAs('community')
  answerTo(corrections.read, asked)
})

async function open() {
  render(<CorrectionPage />)
  await settled()
  await settled()
}
const write = (text: string) =>
  act(() => {
    fireEvent.input(screen.getByRole('textbox'), {
      target: { value: text },
      detail: { value: text },
    })
  })

test('says who asks for what, that looking is on record, and leads to the home in the register', async () => {
  await open()
  for (const words of [asked.text, '李芳', '1-1-102', '姓名写错了']) {
    expect(screen.getByText(words)).toBeInTheDocument()
  }
  expect(screen.getByText(/本人能看到是谁看的/)).toBeInTheDocument()
  await tap(document.getElementById('look-1-1-102') as HTMLElement)
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/committee/register-unit/index?unit=1-1-102',
  })
})

test.each([
  ['已经改好', '告诉本人：已经改好', 'done', '名册上的姓名已改为“李芳”。'],
  ['不能改', '告诉本人：不能改', 'declined', '与不动产登记簿一致。'],
] as const)('%s: told to the person in words, once', async (choice, send, state, text) => {
  answerTo(corrections.answer, { ...answered, state, answer: text })
  await open()
  await tap(screen.getByText(choice))
  expect(screen.getByText('请写明说明，至少 2 个字')).toBeInTheDocument()
  write(` ${text} `)
  await tap(screen.getByText(send))
  await settled()
  expect(callsOf(corrections.answer)[0]?.body).toEqual({ state, text })
  expect(callsOf(corrections.answer)[0]?.key).toBeDefined()
  expect(screen.getByText('已经答复')).toBeInTheDocument()
  expect(screen.getByText(text)).toBeInTheDocument()
  expect(screen.queryByText('不能改')).not.toBeInTheDocument()
})

test('where somebody else answered meanwhile, that is told and can be fetched', async () => {
  refuseTo(corrections.answer, 'privacy.correction_answered')
  await open()
  await tap(screen.getByText('已经改好'))
  write('已改好。')
  await tap(screen.getByText('告诉本人：已经改好'))
  await settled()
  expect(screen.getByText(/已经办过了/)).toBeInTheDocument()
  answerTo(corrections.read, answered)
  await tap(screen.getByText('刷新'))
  await settled()
  expect(screen.getByText('已经答复')).toBeInTheDocument()
})

test('the first choice can be taken back before anything is sent', async () => {
  await open()
  await tap(screen.getByText('不能改'))
  await tap(screen.getByText('先不办'))
  expect(screen.getByText('已经改好')).toBeInTheDocument()
  expect(callsOf(corrections.answer)).toHaveLength(0)
})

test('a resident is told that it is not theirs', async () => {
  comeAs('owner')
  await open()
  expect(callsOf(corrections.read)).toHaveLength(0)
})
