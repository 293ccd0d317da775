import { render, screen } from '@testing-library/react'
import Taro from '@tarojs/taro'
import { communities } from '#shared/communities/contract.ts'
import { complaints } from '#shared/complaints/contract.ts'
import type { PublicComplaint } from '#shared/complaints/lists-contract.ts'
import { DEFAULT_SETTINGS } from '#shared/complaints/settings.ts'
import { tap } from '../../../config/jest/tap.ts'
import { NUMBER } from '../../complaints.fixture.ts'
import { openPage, press } from '../../page.fixture.tsx'
import { answerTo, callsOf, comeAs, refuseTo, settled, startServer } from '../../server.fixture.ts'
import { community } from '../../votes.fixture.ts'
import ComplaintPublicPage from './index.tsx'

const cardWith = (facts: Partial<PublicComplaint> = {}): PublicComplaint => ({
  ...{ number: NUMBER, category: 'lift', building: '3幢', state: 'accepted', cosigns: 0 },
  ...{ filedAt: '2026-11-19T02:00:00.000Z', days: 2, ...facts },
})
const asked = () =>
  new URL(callsOf(complaints.publicList).at(-1)?.path ?? '', 'http://x').searchParams
const open = async (query: Record<string, string> = {}) => openPage(ComplaintPublicPage, query)

beforeEach(() => {
  startServer()
  comeAs('owner')
  answerTo(communities.get, community)
  answerTo(complaints.settings, { version: 0, settings: DEFAULT_SETTINGS })
  answerTo(complaints.publicList, { items: [] })
})

test.each<[Partial<PublicComplaint>, string, string]>([
  [{ cosigns: 12 }, '电梯，3幢', '已等 2 天，另有 12 户'],
  [{ building: '1栋' }, '电梯，1幢', '已等 2 天'],
  [{ building: undefined, days: 0 }, '电梯，公共区域', '提交不到一天'],
  [{ state: 'confirmed', outcome: 'confirmed', days: 5 }, '电梯，3幢', '用了 5 天，居民确认办好了'],
  [{ state: 'merged', outcome: 'merged', days: 0 }, '电梯，3幢', '当天结束，并入更早的一件'],
])(
  '%j is told without persons: what, where, how long, how it ended',
  async (facts, title, note) => {
    answerTo(complaints.publicList, { items: [cardWith(facts)] })
    await open()
    expect(screen.getByText(title)).toBeInTheDocument()
    expect(screen.getByText(note)).toBeInTheDocument()
    expect(screen.getByText(/没有姓名，也没有投诉的内容/)).toBeInTheDocument()
  },
)

test('a card leads to its own page', async () => {
  answerTo(complaints.publicList, { items: [cardWith()] })
  await open()
  await tap(screen.getByText('电梯，3幢'))
  expect(Taro.navigateTo).toHaveBeenCalledWith({
    url: `/resident/complaint-neighbour/index?number=${NUMBER}&community=c1`,
  })
})

test('three stages, each asked for anew, and by kind and building', async () => {
  await open()
  expect(asked().get('stage')).toBe('open')
  await tap(screen.getByRole('radio', { name: '街道以上在办' }))
  await settled()
  expect(asked().get('stage')).toBe('up')
  await press('全部类别')
  await press('电梯')
  await press('确定')
  await settled()
  expect(asked().get('category')).toBe('lift')
  await press('全部楼栋')
  await press('公共区域')
  await press('确定')
  await settled()
  expect(Object.fromEntries(asked())).toMatchObject({ category: 'lift', building: 'common' })
  expect(screen.getByText('这一类或这栋楼没有')).toBeInTheDocument()
})

test('categories are called as this community calls them', async () => {
  const categories = DEFAULT_SETTINGS.categories.map((one) =>
    one.category === 'lift' ? { ...one, name: '升降梯' } : one,
  )
  answerTo(complaints.settings, { version: 1, settings: { ...DEFAULT_SETTINGS, categories } })
  answerTo(complaints.publicList, { items: [cardWith()] })
  await open()
  expect(screen.getByText('升降梯，3幢')).toBeInTheDocument()
})

test('goes on page by page, also where a page held nothing that fits', async () => {
  answerTo(complaints.publicList, ({ path }) =>
    path.includes('cursor=')
      ? { items: [cardWith({ building: '5幢' })] }
      : { items: [], cursor: 'next' },
  )
  await open()
  expect(screen.getByText('前面的里没有找到')).toBeInTheDocument()
  await press('看更多')
  expect(screen.getByText('电梯，5幢')).toBeInTheDocument()
  expect(screen.queryByRole('button', { name: '看更多' })).toBeNull()
})

test('where the community keeps it to itself, it says so, and where one’s own are', async () => {
  refuseTo(complaints.publicList, 'complaints.list_not_public')
  answerTo(complaints.cosigned, { items: [cardWith()] })
  await open()
  expect(screen.getByText('本小区没有公开投诉目录')).toBeInTheDocument()
  await tap(screen.getByRole('radio', { name: '我家也有的' }))
  await settled()
  expect(screen.getByText('电梯，3幢')).toBeInTheDocument()
})

test('what I joined is found again; who has no home here is not asked for it', async () => {
  answerTo(complaints.cosigned, { items: [] })
  const page = await open({ stage: 'joined' })
  expect(screen.getByText('您还没有点过“我也是”')).toBeInTheDocument()
  page.unmount()
  comeAs('committee')
  render(<ComplaintPublicPage />)
  await settled()
  expect(screen.queryByRole('radio', { name: '我家也有的' })).toBeNull()
})
