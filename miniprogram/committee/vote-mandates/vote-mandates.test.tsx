import { fireEvent, render, screen } from '@testing-library/react'
import { photos } from '#shared/photos/contract.ts'
import { votes } from '#shared/votes/contract.ts'
import type { Mandate } from '#shared/votes/mandates/mandate.ts'
import { choosePhotos, sendPhoto } from '#miniprogram/platform/upload.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import { votesByState } from '../../votes.fixture.ts'
import VoteMandatesPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))
jest.mock('#miniprogram/platform/upload.ts', () => ({
  choosePhotos: jest.fn(),
  sendPhoto: jest.fn(),
}))

const recorded: Mandate = {
  ...{ mandate: 'm1', head: 'h1', units: ['1-1-102'], areaCenti: 8_957 },
  ...{ state: 'recorded', way: 'paper', principal: '王**', agent: '李*' },
  ...{ givenAt: '2026-11-20T02:00:00.000Z', recordedBy: '陈**' },
}

async function start(...items: Mandate[]) {
  answerTo(votes.get, votesByState.open)
  answerTo(votes.mandates, { items })
  openWith({ vote: 'v1' })
  render(<VoteMandatesPage />)
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

test('a paper comes in: the home, who signed, for whom, and its photo', async () => {
  await start()
  expect(screen.getByText('还没有委托')).toBeInTheDocument()
  await press('record')
  answerTo(votes.servingUnits, { units: [] })
  type('unit', '9-9-999')
  await press('look')
  expect(screen.getByText(/冻结的名册里没有这一户/)).toBeInTheDocument()
  answerTo(votes.servingUnits, {
    units: [{ unit: '1-1-102', owners: ['王**', '李**'], served: false, ways: [] }],
  })
  type('unit', ' 1-1-102')
  await press('look')
  expect(callsOf(votes.servingUnits).at(-1)?.path).toContain('/serving/units')
  expect(screen.getByText('请选签名的业主')).toBeInTheDocument()
  await tap(screen.getByRole('radio', { name: '李**' }))
  type('agent', '张三')
  type('phone', '1380013800')
  expect(screen.getByText('请填写 11 位手机号')).toBeInTheDocument()
  type('phone', '13800138000')
  await press('add-photo')
  const [first] = screen.getAllByRole('radio', { name: '反对' })
  await tap(first as HTMLElement)
  refuseTo(votes.recordMandate, 'votes.owner_may_not_give')
  await press('save')
  expect(screen.getByText(/委托书要由代表本人出具/)).toBeInTheDocument()
  expect(document.getElementById('agent')).toHaveValue('张三')
  answerTo(votes.recordMandate, { mandate: recorded })
  answerTo(votes.mandates, { items: [recorded] })
  await press('save')
  await settled()
  expect(callsOf(votes.recordMandate)[1]?.body).toMatchObject({
    ...{ unit: '1-1-102', owner: 2, agent: '张三', agentPhone: '13800138000', photos: ['ph1'] },
    choices: [{ item: 1, choice: 'against' }],
  })
  expect(screen.getByText('待核对')).toBeInTheDocument()
})

test('the second person looks at it, and the agent is handed a code', async () => {
  answerTo(votes.confirmMandate, {
    mandate: { ...recorded, state: 'offered' },
    secret: '34679-ACDEF',
  })
  await start(recorded)
  await press('confirm-m1')
  expect(screen.getByText('委托码 34679-ACDEF')).toBeInTheDocument()
  answerTo(votes.mandates, { items: [{ ...recorded, state: 'offered', confirmedBy: '郑*' }] })
  await press('handed-over')
  await settled()
  expect(screen.getByText(/核对人：郑\*/)).toBeInTheDocument()
})

test('who took it in cannot be the second', async () => {
  refuseTo(votes.confirmMandate, 'votes.mandate_confirmed_by_recorder')
  await start(recorded)
  await press('confirm-m1')
  expect(screen.getByText(/请另一位工作人员核对/)).toBeInTheDocument()
})

test('the owner takes it back at the desk, after a second question', async () => {
  answerTo(votes.endPaperMandate, { ...recorded, state: 'ended' })
  await start(recorded)
  await press('end-m1')
  expect(callsOf(votes.endPaperMandate)).toEqual([])
  await press('end-m1-sure')
  expect(callsOf(votes.endPaperMandate)).toMatchObject([{ body: { head: 'h1' } }])
})

test('what was given in the app is only shown', async () => {
  await start({ ...recorded, way: 'app', state: 'accepted' })
  expect(screen.getByText('业主在手机上办理。')).toBeInTheDocument()
  expect(document.getElementById('confirm-m1')).toBeNull()
  expect(document.getElementById('end-m1')).toBeNull()
})
