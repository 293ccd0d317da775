import { screen } from '@testing-library/react'
import { calendar, type TableVersion } from '#shared/clocks/contract.ts'
import { noticeOf } from '#shared/clocks/table-words.ts'
import { YEAR_TABLES } from '#shared/clocks/years.ts'
import { missingSentence } from '#shared/clocks/giving-a-table.ts'
import { people, type Held } from '#shared/people/contract.ts'
import { MissingTable } from '#miniprogram/features/clocks/missing-table.tsx'
import { tap } from '../../../config/jest/tap.ts'
import { openPage, press, type } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, refuseTo, startServer } from '../../server.fixture.ts'
import CalendarGivePage from '../calendar-give/index.tsx'
import CalendarPage from './index.tsx'

jest.mock('#miniprogram/platform/wait.ts', () => ({ wait: () => Promise.resolve() }))

const versions: readonly TableVersion[] = YEAR_TABLES.map((one) => ({ ...one, version: 0 }))
const of2026 = versions[2] as TableVersion
const missing = { year: 2027, sentence: missingSentence(2027) }

const HELD = {
  ...{ grant: 'g1', role: 'admin', scope: 'platform', of: 'platform', place: '' },
  ...{ from: '2026-01-01T00:00:00.000Z', ground: '任命' },
} as unknown as Held
const comeAsAdmin = () =>
  answerTo(people.me, { person: 'p1', name: '唐丽', memberships: [], held: [HELD] })

const TEXT_2027 = `1月1日（周五）至3日（周日）放假，共3天。
5月1日至5日放假。10月1日至7日放假。2026年12月26日（周六）上班。`

beforeEach(() => startServer())

describe('for staff', () => {
  const open = async (more: object = {}) => {
    comeAs('property')
    const years = versions.map(({ year, version, source, off, worked }) => ({
      ...{ year, version, source, off, worked },
    }))
    answerTo(calendar.read, { years, ...more })
    await openPage(CalendarPage)
  }

  test('this year’s days off and worked, in words, with the notice they rest on', async () => {
    await open()
    expect(screen.getByText(of2026.source)).toBeInTheDocument()
    expect(document.getElementById('month-2026-02')).toHaveTextContent(
      '15 日至 23 日休，14 日（周六）班，28 日（周六）班',
    )
    expect(document.getElementById('give-year')).toBeNull()
  })

  test('a month as a calendar, each day with its word', async () => {
    await open()
    await press('看 10 月')
    expect(screen.getByRole('img', { name: '1 日，周四，休息' })).toHaveTextContent('1休')
    expect(screen.getByRole('img', { name: '10 日，周六，上班' })).toHaveTextContent('10班')
    expect(screen.getByRole('img', { name: '11 日，周日，休息' })).toHaveTextContent('11')
  })

  test('another year', async () => {
    await open()
    await tap(screen.getByRole('radio', { name: '2025 年' }))
    expect(screen.getByText('2025 年的放假安排')).toBeInTheDocument()
  })

  test('the warning, once it is there, also in the workbench', async () => {
    await open({ missing })
    expect(screen.getByRole('alert')).toHaveTextContent('2027 年的放假安排还没有录入')
    const Bench = () => <MissingTable community="c1" />
    await openPage(Bench)
    expect(screen.getAllByRole('alert')).toHaveLength(2)
  })

  test('nobody to whom it says nothing', async () => {
    comeAs('owner')
    await openPage(CalendarPage)
    expect(screen.getByText(/查看工作日历/)).toBeInTheDocument()
  })

  test('without a network it says so', async () => {
    comeAs('street')
    answerTo(calendar.read, () => {
      throw new Error('request:fail')
    })
    await openPage(CalendarPage)
    expect(screen.getByText('没有连上网络')).toBeInTheDocument()
  })
})

describe('who gives a year’s table', () => {
  beforeEach(() => {
    comeAsAdmin()
    answerTo(calendar.list, { versions: [...versions], missing })
  })
  const given = () => callsOf(calendar.give).map(({ body }) => body)
  const made = { ...of2026, year: 2027, version: 1 }

  test('sees every version, and the way to the next year', async () => {
    await openPage(CalendarPage)
    expect(screen.getByText('随程序带的（现在用的）')).toBeInTheDocument()
    expect(screen.getByText('录入 2027 年的放假安排')).toBeInTheDocument()
  })

  test('pastes the notice, sees what was understood and what it moves, and gives it', async () => {
    answerTo(calendar.give, made)
    await openPage(CalendarGivePage, { year: '2027' })
    type('通知正文', TEXT_2027)
    expect(screen.getByText('读出来：休 15 天，班 1 天')).toBeInTheDocument()
    expect(screen.getByText('26 日（周六）班')).toBeInTheDocument()
    expect(screen.getByText(/暂按周一至周五计算的期限会在一天内自动重算/)).toHaveTextContent(
      '2026 年 12 月 28 日 10:00 开始的 5 个工作日，由 2027 年 1 月 4 日（周一）24:00 改为 2027 年 1 月 5 日（周二）24:00',
    )
    await press('录入 2027 年的放假安排')
    expect(given()).toMatchObject([{ year: 2027, worked: ['2026-12-26'], confidence: 'full_text' }])
    expect(given()[0]).not.toHaveProperty('replaces')
    expect(screen.getByText(/已录入 2027 年的放假安排，第 1 版/)).toBeInTheDocument()
  })

  test.each([
    ['another year’s notice', '1月1日（周四）放假。', '1 月 1 日是周五，通知里写的是周四'],
    ['a holiday by law left out', '1月1日放假。', '放假日里没有 2027年5月1日，这一天是法定节假日'],
    ['work on a weekday', `${TEXT_2027}2月22日上班。`, '2027年2月22日 不是周六或周日'],
    ['no date at all', '2月30日放假。', '“2月30日”不是一个日期'],
  ])('%s is said before it is sent', async (_, text, words) => {
    await openPage(CalendarGivePage, { year: '2027' })
    type('通知正文', text)
    expect(screen.getAllByText(new RegExp(words)).length).toBeGreaterThan(0)
    await press('录入 2027 年的放假安排')
    expect(given()).toEqual([])
  })

  test('an amended notice: what differs, and which version it takes the place of', async () => {
    answerTo(calendar.give, { ...of2026, version: 1 })
    await openPage(CalendarGivePage, { year: '2026' })
    type('通知正文', `${noticeOf(of2026)}\n2026年12月31日放假。`)
    expect(screen.getByText('12 月 31 日：改为休')).toBeInTheDocument()
    expect(screen.getByText(/已经按随程序带的安排算定的期限不变/)).toBeInTheDocument()
    await press('存为 2026 年的第 1 版')
    expect(given()).toMatchObject([{ year: 2026, replaces: 0 }])
  })

  test('somebody else gave it meanwhile: said, and what was typed stays', async () => {
    refuseTo(calendar.give, 'clocks.table_changed', { year: 2027, version: 1 })
    await openPage(CalendarGivePage, { year: '2027' })
    type('通知正文', TEXT_2027)
    answerTo(calendar.list, { versions: [...versions, made] })
    await press('录入 2027 年的放假安排')
    expect(screen.getByText(/刚被别人更新（第 1 版）/)).toBeInTheDocument()
    expect(screen.getByText('存为 2027 年的第 2 版')).toBeInTheDocument()
    expect(screen.getByText('跟现在用的（第 1 版）比')).toBeInTheDocument()
    expect(screen.getByText('读出来：休 15 天，班 1 天')).toBeInTheDocument()
  })

  test('an address without a year', async () => {
    await openPage(CalendarGivePage)
    expect(screen.getByText('没有说是哪一年')).toBeInTheDocument()
  })
})

test('nobody else gives one', async () => {
  comeAs('street')
  await openPage(CalendarGivePage, { year: '2027' })
  expect(screen.getByText(/由平台管理员对照国务院办公厅的通知录入/)).toBeInTheDocument()
})
