import { fireEvent, render, screen } from '@testing-library/react'
import { votes } from '#shared/votes/contract.ts'
import { photos } from '#shared/photos/contract.ts'
import type { Served, ServingUnit } from '#shared/votes/serving/serving.ts'
import { choosePhotos, sendPhoto } from '#miniprogram/platform/upload.ts'
import { saveText } from '#miniprogram/platform/save-text.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import { votesByState } from '../../votes.fixture.ts'
import VoteServingPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))
jest.mock('#miniprogram/platform/save-text.ts', () => ({ saveText: jest.fn() }))
jest.mock('#miniprogram/platform/upload.ts', () => ({
  choosePhotos: jest.fn(),
  sendPhoto: jest.fn(),
}))

const open: ServingUnit = { unit: '1-1-102', owners: ['王**'], served: false, ways: [] }
const read: ServingUnit = { unit: '1-1-101', owners: ['张*'], served: true, ways: ['read'] }
const proof: Served = {
  ...{ evidence: 'e1', unit: '1-1-101', way: 'read', on: '2026-11-20', counts: true },
  recordedAt: '2026-11-20T02:00:00.000Z',
}

async function start() {
  answerTo(votes.get, { ...votesByState.noticed, noticedAt: '2026-11-20T02:00:00.000Z' })
  answerTo(votes.servingState, {
    ...{ round: 0, accepted: ['read', 'paper', 'post'] },
    ...{ units: { total: 3, served: 1 }, heads: { total: 2, served: 1 } },
    areaCenti: { total: 26_871, served: 8_957 },
    buildings: [
      { building: '1', units: 2, served: 1 },
      { building: '', units: 1, served: 0 },
    ],
  })
  answerTo(votes.servingUnits, { units: [open, read] })
  openWith({ vote: 'v1' })
  render(<VoteServingPage />)
  await settled()
  await settled()
}
const press = async (id: string) => {
  await tap(document.getElementById(id) as HTMLElement)
  await settled()
}
const type = (id: string, value: string) =>
  fireEvent.change(document.getElementById(id) as HTMLElement, { target: { value } })

beforeEach(() => {
  startServer()
  comeAs('committee')
  answerTo(photos.add, { photo: 'ph1', maxBytes: 10, form: { url: '/files/x', fields: {} } })
  jest.mocked(choosePhotos).mockResolvedValue([{ path: 'wx://a.jpg', bytes: 10 }])
  jest.mocked(sendPhoto).mockResolvedValue(undefined)
})

test('by building, both axes, and those not yet served first', async () => {
  await start()
  expect(screen.getByText('1 / 3 户')).toBeInTheDocument()
  expect(screen.getByText('89.57 ㎡ / 268.71 ㎡')).toBeInTheDocument()
  expect(screen.getByText('不在楼栋内')).toBeInTheDocument()
  await press('building-1')
  expect(callsOf(votes.servingUnits)[0]?.path).toContain('/serving/units')
  expect(screen.getByText('没有送达')).toBeInTheDocument()
  answerTo(votes.servingSheet, { html: '<!doctype html>' })
  await press('print')
  expect(saveText).toHaveBeenCalledWith('送达清单-1 栋.html', '<!doctype html>')
})

test('at the door: whose hands, a photo, two witnesses, who stay for the next door', async () => {
  answerTo(votes.recordServing, { ...proof, way: 'paper' })
  await start()
  await press('building-1')
  await press('unit-1-1-102')
  expect(screen.getByText('请选交给了谁')).toBeInTheDocument()
  await tap(screen.getByRole('radio', { name: '没有人接，贴在门上' }))
  expect(screen.getByText('请拍一张照片')).toBeInTheDocument()
  await press('add-photo')
  type('witness-0', '陈主任')
  type('witness-1', '李委员')
  for (const radio of screen.getAllByRole('radio', { name: '业委会' })) await tap(radio)
  expect(screen.getByText(/至少一位不是业委会的人/)).toBeInTheDocument()
  const [, second] = screen.getAllByRole('radio', { name: '楼栋长' })
  await tap(second as HTMLElement)
  await press('save')
  expect(callsOf(votes.recordServing)).toMatchObject([
    {
      body: {
        ...{ unit: '1-1-102', on: '2026-11-21' },
        proof: {
          ...{ way: 'paper', handedTo: 'door', photos: ['ph1'] },
          witnesses: [
            { name: '陈主任', office: 'committee' },
            { name: '李委员', office: 'building' },
          ],
        },
      },
    },
  ])
  await press('unit-1-1-102')
  expect(screen.getByText('陈主任')).toBeInTheDocument()
  expect(document.getElementById('witness-0')).toBeNull()
  await press('other-witnesses')
  expect(document.getElementById('witness-0')).toHaveValue('陈主任')
})

test('by post, and a refusal keeps what was typed', async () => {
  refuseTo(votes.recordServing, 'votes.serving_over')
  await start()
  await press('building-1')
  await press('unit-1-1-102')
  await tap(screen.getByRole('radio', { name: '邮寄' }))
  type('carrier', '中国邮政')
  type('tracking', 'XA12345678901')
  await press('save')
  expect(screen.getByText(/已经计票，不能再登记送达/)).toBeInTheDocument()
  expect(document.getElementById('tracking')).toHaveValue('XA12345678901')
})

test('a wrong proof is struck out with its reason', async () => {
  answerTo(votes.servingProofs, { items: [proof] })
  await start()
  await press('building-1')
  await press('unit-1-1-101')
  expect(screen.getByText('算送达')).toBeInTheDocument()
  expect(screen.getByText('系统自动记录')).toBeInTheDocument()
  const struck = { at: '2026-11-21T02:00:00.000Z', by: '陈**', reason: '认错了房号' }
  answerTo(votes.strikeServing, { ...proof, counts: false, struck })
  await press('strike-e1')
  type('reason', '认错了房号')
  answerTo(votes.servingProofs, { items: [{ ...proof, counts: false, struck }] })
  await press('strike')
  await settled()
  expect(callsOf(votes.strikeServing)).toMatchObject([
    { body: { unit: '1-1-101', reason: '认错了房号' } },
  ])
  expect(screen.getByText(/划掉：认错了房号/)).toBeInTheDocument()
})

test('who has no desk is told so', async () => {
  comeAs('owner')
  openWith({ vote: 'v1' })
  render(<VoteServingPage />)
  await settled()
  expect(screen.getByText('这里您现在看不到')).toBeInTheDocument()
})
