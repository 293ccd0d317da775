import { render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { bindings } from '#shared/bindings/contract.ts'
import type { QueueCard } from '#shared/bindings/views.ts'
import { tap } from '../../../config/jest/tap.ts'
import { answerTo, callsOf, comeAs, settled, startServer } from '../../server.fixture.ts'
import ClaimsPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const claim: QueueCard['claims'][number] = {
  binding: 'b1',
  name: '张**',
  status: 'claimed',
  match: 'match',
  since: '2026-11-20T02:00:00.000Z',
  ground: 'listed',
}
const cardWith = (changed: Partial<QueueCard> = {}): QueueCard => ({
  unit: '1-2-801',
  since: '2026-11-20T02:00:00.000Z',
  claims: [claim],
  contested: false,
  ...changed,
})

async function open() {
  render(<ClaimsPage />)
  await settled()
  await settled()
}

beforeEach(() => {
  startServer()
  answerTo(bindings.queue, { items: [] })
})

test('a resident is told that it is not theirs, and nothing is asked', async () => {
  comeAs('owner')
  await open()
  expect(screen.getByText(/不能做这件事：核实房屋/)).toBeInTheDocument()
  expect(callsOf(bindings.queue)).toHaveLength(0)
})

test('an empty queue says so', async () => {
  comeAs('committee')
  await open()
  expect(screen.getByText('没有等着核实的房屋')).toBeInTheDocument()
})

test('each home says what agrees, what conflicts, and leads to it', async () => {
  comeAs('committee')
  answerTo(bindings.queue, {
    items: [
      cardWith(),
      cardWith({ unit: '2-1-302', claims: [{ ...claim, match: 'none', status: 'waiting' }] }),
      cardWith({ unit: '3-1-101', contested: true, claims: [claim, { ...claim, name: '李*' }] }),
    ],
  })
  await open()
  const words = ['与名册一致', '要看材料', '多人认领']
  for (const word of words) expect(screen.getByText(word)).toBeInTheDocument()
  expect(screen.getByText(/张\*\*：姓名和手机号都对不上。11 月 20 日/)).toBeInTheDocument()
  await tap(document.getElementById('claim-2-1-302') as HTMLElement)
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/community/claim-home/index?unit=2-1-302',
  })
})

test('appeals are for the community office', async () => {
  comeAs('committee')
  await open()
  expect(screen.queryByRole('radio', { name: '申诉' })).toBeNull()
})

test('the community office turns to the appeals', async () => {
  comeAs('community')
  answerTo(bindings.queue, ({ path }) =>
    path.includes('stage=appeals')
      ? { items: [cardWith({ claims: [{ ...claim, status: 'appealed' }] })] }
      : { items: [] },
  )
  await open()
  await tap(screen.getByRole('radio', { name: '申诉' }))
  await settled()
  expect(document.getElementById('claim-1-2-801')).not.toBeNull()
})
