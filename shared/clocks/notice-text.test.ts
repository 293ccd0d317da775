import { daysOfNotice } from './notice-text.ts'
import { monthsIn, noticeOf, weekdayOf, weeksOf } from './table-words.ts'
import { YEAR_TABLES } from './years.ts'

// 国办发明电〔2025〕7 号, as published.
const NOTICE_2026 = `一、元旦：1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。
二、春节：2月15日（农历腊月二十八、周日）至23日（农历正月初七、周一）放假调休，共9天。2月14日（周六）、2月28日（周六）上班。
三、清明节：4月4日（周六）至6日（周一）放假，共3天。
四、劳动节：5月1日（周五）至5日（周二）放假调休，共5天。5月9日（周六）上班。
五、端午节：6月19日（周五）至21日（周日）放假，共3天。
六、中秋节：9月25日（周五）至27日（周日）放假，共3天。
七、国庆节：10月1日（周四）至7日（周三）放假调休，共7天。9月20日（周日）、10月10日（周六）上班。`

const of2026 = YEAR_TABLES.find(({ year }) => year === 2026)

test('a pasted notice gives its year’s table', () => {
  expect(daysOfNotice(NOTICE_2026, 2026)).toEqual({
    off: of2026?.off,
    worked: of2026?.worked,
    problems: [],
  })
})

test('the notice of another year gives itself away by its weekdays', () => {
  const { problems } = daysOfNotice(NOTICE_2026, 2027)
  expect(problems[0]).toBe('1 月 1 日是周五，通知里写的是周四，请核对是不是这一年的通知。')
})

test.each<[string, string, readonly string[], readonly string[]]>([
  ['one day', '1月1日放假。', ['2027-01-01'], []],
  ['over a month’s end', '4月30日至5月2日放假', ['2027-04-30', '2027-05-01', '2027-05-02'], []],
  [
    'over a year’s end',
    '2026年12月31日至2027年1月2日放假',
    ['2026-12-31', '2027-01-01', '2027-01-02'],
    [],
  ],
  ['a working day of the year before', '2026年12月26日（周六）上班', [], ['2026-12-26']],
  ['several', '2月6日、2月20日上班', [], ['2027-02-06', '2027-02-20']],
  ['twice the same', '1月1日放假。1月1日放假。', ['2027-01-01'], []],
  ['nothing', '', [], []],
])('%s', (_, text, off, worked) => {
  expect(daysOfNotice(text, 2027)).toEqual({ off, worked, problems: [] })
})

test.each<[string, string, string]>([
  ['no such day', '2月30日放假', '“2月30日”不是一个日期，请改正。'],
  ['no month', '7日放假', '“7日”不是一个日期，请改正。'],
  ['an end before the start', '5月5日至1日放假', '“5月5日至1日”从哪天到哪天不对，请改正。'],
  ['half a year', '1月1日至6月1日放假', '“1月1日至6月1日”从哪天到哪天不对，请改正。'],
  ['neither off nor worked', '元旦：1月1日', '“元旦：1月1日”没有说是放假还是上班，请写明。'],
])('%s is asked back', (_, text, problem) => {
  expect(daysOfNotice(text, 2027)).toEqual({ off: [], worked: [], problems: [problem] })
})

test('months in words, as a notice says them', () => {
  const months = monthsIn(of2026 ?? { off: [], worked: [] })
  expect(months.map(({ month, words }) => [month, words.join('，')])).toEqual([
    ['2026-01', '1 日至 3 日休，4 日（周日）班'],
    ['2026-02', '15 日至 23 日休，14 日（周六）班，28 日（周六）班'],
    ['2026-04', '4 日至 6 日休'],
    ['2026-05', '1 日至 5 日休，9 日（周六）班'],
    ['2026-06', '19 日至 21 日休'],
    ['2026-09', '25 日至 27 日休，20 日（周日）班'],
    ['2026-10', '1 日至 7 日休，10 日（周六）班'],
  ])
})

test('a month by weeks from Monday: days off, days worked, and what the notice says of them', () => {
  const weeks = weeksOf('2026-02', of2026 ?? { off: [], worked: [] })
  expect(weeks.map((week) => week.length)).toEqual([7, 7, 7, 7, 7])
  expect(weeks[0]?.slice(5)).toEqual([
    undefined,
    { day: '2026-02-01', isWorked: false, mark: undefined },
  ])
  expect(weeks[1]?.map((one) => one?.day.slice(8))).toEqual([
    '02',
    '03',
    '04',
    '05',
    '06',
    '07',
    '08',
  ])
  expect(weeks[2]?.slice(5)).toEqual([
    { day: '2026-02-14', isWorked: true, mark: '班' },
    { day: '2026-02-15', isWorked: false, mark: '休' },
  ])
  expect(weeks[4]?.[5]).toEqual({ day: '2026-02-28', isWorked: true, mark: '班' })
})

test('the weekday of a day', () => {
  expect(['2026-11-22', '2027-01-01'].map(weekdayOf)).toEqual(['周日', '周五'])
})

test.each(YEAR_TABLES.map((table) => [table.year, table] as const))(
  'the table of %i written down reads as itself',
  (year, { off, worked }) => {
    const read = daysOfNotice(noticeOf({ off, worked }), year)
    expect(read).toEqual({ off, worked, problems: [] })
  },
)
