import { render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { corrections, type AskedCorrection } from '#shared/privacy/correction-contract.ts'
import { tap } from '../../../config/jest/tap.ts'
import { answerTo, callsOf, comeAs, settled, startServer } from '../../server.fixture.ts'
import CorrectionsPage from './index.tsx'

const asked: AskedCorrection = {
  ...{ correction: 'k1', about: 'home', text: '面积应为 89.57 平方米。', state: 'open' },
  ...{ askedAt: '2026-11-20T02:00:00.000Z', name: '李芳', units: ['1-1-102'] },
}

async function open() {
  render(<CorrectionsPage />)
  await settled()
  await settled()
}

beforeEach(() => {
  startServer()
  answerTo(corrections.queue, { items: [] })
})

test('an empty queue says what would be in it', async () => {
  comeAs('community')
  await open()
  expect(screen.getByText('没有等着办的更正申请')).toBeInTheDocument()
})

test('each says what is wrong and who says so, and leads to it', async () => {
  comeAs('committee')
  answerTo(corrections.queue, { items: [asked] })
  await open()
  expect(screen.getByText('房屋或面积不对')).toBeInTheDocument()
  expect(screen.getByText(/李芳，1-1-102。11 月 20 日/)).toBeInTheDocument()
  await tap(document.getElementById('correction-k1') as HTMLElement)
  expect(Taro.navigateTo).toHaveBeenCalledWith({ url: '/community/correction/index?correction=k1' })
})

test('the rest of a long queue comes on demand', async () => {
  comeAs('committee')
  answerTo(corrections.queue, ({ path }) =>
    path.includes('cursor=')
      ? { items: [{ ...asked, correction: 'k2', about: 'phone' as const }] }
      : { items: [asked], cursor: 'next' },
  )
  await open()
  await tap(screen.getByText('看更多'))
  await settled()
  expect(screen.getByText('手机号换了')).toBeInTheDocument()
})

test('a resident is told that it is not theirs, and nothing is asked', async () => {
  comeAs('owner')
  await open()
  expect(screen.getByText(/不能做这件事：核实房屋/)).toBeInTheDocument()
  expect(callsOf(corrections.queue)).toHaveLength(0)
})
