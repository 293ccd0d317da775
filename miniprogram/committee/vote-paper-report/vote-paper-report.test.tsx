import { fireEvent, render, screen } from '@testing-library/react'
import { votes } from '#shared/votes/contract.ts'
import type { PaperFigures, PaperReport } from '#shared/votes/papers/terms.ts'
import { saveText } from '#miniprogram/platform/save-text.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import { votesByState } from '../../votes.fixture.ts'
import VotePaperReportPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))
jest.mock('#miniprogram/platform/save-text.ts', () => ({ saveText: jest.fn() }))

const total: PaperFigures = {
  ...{ heads: 10, unprinted: 0, printed: 11, kept: 0, out: 2, returned: 7, void: 1, missing: 1 },
  ...{ issued: 11, late: 0, unissued: 0, entered: 7, waiting: 0, conflicts: 0 },
}
const report: PaperReport = {
  ...{ total, buildings: [{ building: '1', ...total }], serials: '1-1 至 10-1、3-2' },
  differences: [
    { kind: 'out', count: 2 },
    { kind: 'missing', count: 1 },
  ],
  ...{ voidSerials: '3-1', open: [], sha256: 'a'.repeat(64), declarations: [], html: '<report>' },
}

async function start(facts: Partial<PaperReport> = {}, state: 'open' | 'closed' = 'closed') {
  answerTo(votes.get, { ...votesByState[state], mode: 'paper_assisted', paper: true })
  answerTo(votes.paperReport, { ...report, ...facts })
  openWith({ vote: 'v1' })
  render(<VotePaperReportPage />)
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
})

test('every difference has its words before anybody declares; a refusal keeps them', async () => {
  await start()
  expect(screen.getByText('1-1 至 10-1、3-2')).toBeInTheDocument()
  expect(screen.getByText('请把每一项不相符的原因写清楚')).toBeInTheDocument()
  type('note-out', '两户业主外出没有交回。')
  type('note-missing', '业主说找不到，已补印。')
  refuseTo(votes.finishIntake, 'votes.papers_changed')
  await press('declare')
  expect(screen.getByText(/核对表再确认。您写的说明还在/)).toBeInTheDocument()
  expect(document.getElementById('note-out')).toHaveValue('两户业主外出没有交回。')
  answerTo(votes.finishIntake, votesByState.closed)
  await press('declare')
  expect(callsOf(votes.finishIntake).at(-1)?.body).toMatchObject({
    sha256: 'a'.repeat(64),
    notes: [
      { kind: 'out', text: '两户业主外出没有交回。' },
      { kind: 'missing', text: '业主说找不到，已补印。' },
    ],
  })
})

test('what waits is listed, and nothing is declared before', async () => {
  const line = { place: 3, serial: '3-1', units: ['1-1-103'], areaCenti: 8_957 }
  const waiting = { ...total, waiting: 1, conflicts: 1 }
  await start({ total: waiting, open: [{ ...line, state: 'returned', entry: 'differs' }] })
  expect(screen.getByText('还没有录完：1 张')).toBeInTheDocument()
  expect(screen.getByText('两次录入不一致')).toBeInTheDocument()
  expect(screen.getByText('还有 1 张没有由两人录入一致')).toBeInTheDocument()
})

test('before the close there is nothing to declare, and the report can be saved', async () => {
  await start({}, 'open')
  expect(screen.getByText('截止一分钟以后才能确认')).toBeInTheDocument()
  await press('save-report')
  expect(saveText).toHaveBeenCalledWith('表决票核对表.html', '<report>')
})

test('who has declared stands there; with both it is over', async () => {
  const declared = {
    ...{ office: 'committee' as const, by: '陈**', at: '2026-11-21T02:00:00.000Z' },
    notes: [{ kind: 'out' as const, text: '外出。' }],
  }
  await start({ declarations: [declared], finishedAt: '2026-11-21T02:00:00.000Z' })
  expect(screen.getByText('业委会 陈**')).toBeInTheDocument()
  expect(screen.getByText(/已经核对完毕，开始计票/)).toBeInTheDocument()
  expect(document.getElementById('declare')).toBeNull()
})
