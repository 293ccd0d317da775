import { screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { votes } from '#shared/votes/contract.ts'
import type { Roll, RollLine } from '#shared/votes/life-contract.ts'
import { openPage, press, type } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, refuseTo, startServer } from '../../server.fixture.ts'
import VoteRollPage from './index.tsx'

const line = (unit: string, facts: Partial<RollLine> = {}): RollLine => ({
  ...{ units: [unit], owners: ['张**'], areaCenti: 8_957 },
  rule: '一套房屋一人（法释〔2009〕7号第九条）；面积按不动产登记',
  ...facts,
})
const roll = (lines: RollLine[], next?: number): Roll => ({
  ...{ registerVersion: 3, heads: 1_249, areaCenti: 13_456_789, units: 1_440, lines },
  ...(next !== undefined && { next }),
})
const open = () => openPage(VoteRollPage, { vote: 'v1' })

beforeEach(() => {
  startServer()
  comeAs('owner')
})

test('shows who counts how much, masked, each with the rule it counts by', async () => {
  const couple = { owners: ['李**', '王**'], representative: '李**' }
  answerTo(votes.roll, roll([line('1-1-101'), line('1-1-102', couple)]))
  await open()
  expect(screen.getByText('1,249 人')).toBeInTheDocument()
  expect(screen.getByText(/按产权清册第 3 版.*姓名只显示姓/)).toBeInTheDocument()
  expect(screen.getByText('张**：1 人，89.57 ㎡')).toBeInTheDocument()
  expect(screen.getByText('由 李** 代表投票')).toBeInTheDocument()
  expect(screen.getAllByText(/法释〔2009〕7号第九条/)).toHaveLength(2)
})

test('a home is looked for by its number; none found says what to do', async () => {
  answerTo(votes.roll, ({ path }) => (path.includes('unit=') ? roll([]) : roll([line('1-1-101')])))
  await open()
  type('找一套房', ' 9-9 ')
  await press('查找')
  expect(callsOf(votes.roll).at(-1)?.path).toContain('unit=9-9')
  expect(screen.getByText('名册里没有“9-9”')).toBeInTheDocument()
  type('找一套房', '')
  await press('看全部')
  expect(screen.getByText('1-1-101')).toBeInTheDocument()
})

test('the rest comes page by page', async () => {
  answerTo(votes.roll, ({ path }) =>
    path.includes('from=50') ? roll([line('9-1-901')]) : roll([line('1-1-101')], 50),
  )
  await open()
  await press('看更多')
  expect(screen.getByText('9-1-901')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '看更多' })).toBeNull()
})

test('of a developer with many homes some are named, and how many there are', async () => {
  const units = Array.from({ length: 40 }, (_, n) => `1-1-${n + 101}`)
  answerTo(votes.roll, roll([line('', { units, owners: ['建设单位'] })]))
  await open()
  expect(screen.getByText(/1-1-112 等，一共 40 套$/)).toBeInTheDocument()
})

test('leads to objecting', async () => {
  answerTo(votes.roll, roll([line('1-1-101')]))
  await open()
  await press('名册有错？看异议和答复')
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: '/resident/vote-objections/index?vote=v1&about=roll',
  })
})

test.each(['votes.no_roll_yet', 'votes.records_gone'] as const)('%s is said', async (code) => {
  refuseTo(votes.roll, code)
  await open()
  expect(screen.getByText(/名册/, { selector: '.note' })).toBeInTheDocument()
})

test('who has nothing to do with votes is told so', async () => {
  comeAs('utility')
  await open()
  expect(callsOf(votes.roll)).toEqual([])
  expect(screen.getByText(/查看表决/)).toBeInTheDocument()
})
