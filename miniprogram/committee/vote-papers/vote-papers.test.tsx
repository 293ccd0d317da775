import { fireEvent, render, screen } from '@testing-library/react'
import { votes } from '#shared/votes/contract.ts'
import type { PaperLine } from '#shared/votes/papers/terms.ts'
import { saveText } from '#miniprogram/platform/save-text.ts'
import { tap } from '../../../config/jest/tap.ts'
import { openWith } from '../../../config/jest/taro.ts'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import { votesByState } from '../../votes.fixture.ts'
import VotePapersPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))
jest.mock('#miniprogram/platform/save-text.ts', () => ({ saveText: jest.fn() }))

const printed: PaperLine = {
  ...{ place: 1, serial: '1-1', units: ['1-1-101', '2-1-201'], areaCenti: 18_957 },
  state: 'printed',
}
const lines: PaperLine[] = [
  printed,
  { place: 2, units: ['1-1-102'], areaCenti: 8_957 },
  {
    ...{ place: 3, serial: '3-1', units: ['1-1-103'], areaCenti: 8_957, state: 'returned' },
    ...{ returned: { at: '2026-11-20T02:00:00.000Z', late: false }, entry: 'differs' },
    ...{ photos: 2, photosOpen: true },
  },
]

async function start() {
  answerTo(votes.get, { ...votesByState.noticed, mode: 'paper_assisted', paper: true })
  answerTo(votes.papers, { lines, buildings: [{ building: '1', heads: 3, first: 1 }] })
  openWith({ vote: 'v1' })
  render(<VotePapersPage />)
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
  jest.mocked(saveText).mockReset()
  startServer()
  comeAs('committee')
})

test('a file after the other, until everything is printed; where to hand in stands on each', async () => {
  await start()
  expect(screen.getAllByText('先填交票地点')).toHaveLength(2)
  type('hand-in', '社区窗口')
  answerTo(votes.printSheets, { html: '<one>', pages: 100, skipped: 0, next: 101 })
  await press('print-sheets')
  expect(saveText).toHaveBeenCalledWith('表决票-1.html', '<one>')
  expect(screen.getByText('已存 100 张，还有下一份。')).toBeInTheDocument()
  answerTo(votes.printSheets, { html: '<two>', pages: 20, skipped: 3 })
  await press('print-sheets')
  expect(saveText).toHaveBeenLastCalledWith('表决票-2.html', '<two>')
  expect(callsOf(votes.printSheets).map(({ body }) => body)).toMatchObject([
    { handIn: '社区窗口', from: 1 },
    { from: 101 },
  ])
  const keys = callsOf(votes.printSheets).map(({ key }) => key)
  expect(new Set(keys).size).toBe(2)
})

test('a building: who has which sheet, and how far each is', async () => {
  await start()
  await press('building-1')
  expect(screen.getByText(/1-1-101、2-1-201/)).toBeInTheDocument()
  expect(screen.getByText('还没有印')).toBeInTheDocument()
  // In the place of what became of the sheet: it is what is left to do.
  expect(screen.getByText('两次录入不一致')).toBeInTheDocument()
  expect(screen.queryByText('已收回')).toBeNull()
  type('hand-in', '社区窗口')
  answerTo(votes.printNotices, { html: '<notice>', pages: 3, skipped: 0 })
  await press('print-notices')
  expect(saveText).toHaveBeenCalledWith('表决公告-1栋-1.html', '<notice>')
})

test('the photos of a sheet that two people entered, opened by a tap', async () => {
  await start()
  await press('building-1')
  await press('line-3')
  expect(screen.getByText(/有 2 张。谁看过都记在案/)).toBeInTheDocument()
  answerTo(votes.sheetPhotos, {
    ...{ serial: '3-1', takenAt: '2026-11-20T02:00:00.000Z' },
    photos: [{ url: '/blobs/x', sha256: 'a'.repeat(64) }],
  })
  await press('see-photos')
  expect(callsOf(votes.sheetPhotos)).toMatchObject([{ body: { serial: '3-1' } }])
  expect(document.querySelectorAll('img')).toHaveLength(1)
})

test('handed out, then lost: each with what was said of it', async () => {
  await start()
  await press('building-1')
  await press('line-1')
  expect(screen.getByText('请选怎么发出的')).toBeInTheDocument()
  await tap(screen.getByRole('radio', { name: '上门送达' }))
  type('to', '本人')
  const issued: PaperLine = {
    ...{ ...printed, state: 'issued' },
    issued: { at: '2026-11-21T02:00:00.000Z', way: 'door', to: '本人' },
  }
  answerTo(votes.issueSheets, { lines: [issued] })
  await press('issue')
  expect(callsOf(votes.issueSheets)).toMatchObject([
    { body: { serials: ['1-1'], way: 'door', to: '本人' } },
  ])
  expect(screen.getByText('已发出')).toBeInTheDocument()
  type('strike-reason', '业主说找不到了')
  refuseTo(votes.strikeSheet, 'votes.sheet_returned', { serial: '1-1' })
  await press('missing')
  expect(screen.getByText(/1-1 号表决票已经收回/)).toBeInTheDocument()
  expect(document.getElementById('strike-reason')).toHaveValue('业主说找不到了')
})

test('a whole building handed out: only what is printed and not handed out yet', async () => {
  await start()
  await press('building-1')
  expect(screen.getByText('上面列出的 1 张都已发出')).toBeInTheDocument()
  await tap(screen.getByRole('radio', { name: '到办理点领取' }))
  answerTo(votes.issueSheets, { lines: [] })
  await press('issue-all')
  expect(callsOf(votes.issueSheets)).toMatchObject([{ body: { serials: ['1-1'], way: 'desk' } }])
})

test('printed anew: the file, and back to the list', async () => {
  await start()
  await press('building-1')
  await press('line-1')
  type('reprint-hand-in', '社区窗口')
  type('reprint-reason', '打印坏了')
  answerTo(votes.reprintSheet, { html: '<again>', pages: 1, skipped: 0 })
  await press('reprint')
  expect(saveText).toHaveBeenCalledWith('表决票-补印-1-1.html', '<again>')
  await settled()
  expect(document.getElementById('line-1')).toBeInTheDocument()
})

test('what was returned is final: nothing can be done with it here', async () => {
  await start()
  await press('building-1')
  await press('line-3')
  for (const id of ['issue', 'void', 'missing', 'reprint']) {
    expect(document.getElementById(id)).toBeNull()
  }
})

test('property staff are told that it is not theirs', async () => {
  comeAs('property')
  openWith({ vote: 'v1' })
  render(<VotePapersPage />)
  await settled()
  expect(screen.getByText('这里您现在看不到')).toBeInTheDocument()
})
