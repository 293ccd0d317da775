// Every page once, each with the person it is for and what it shows when it is there.
import { signOn } from './cast.ts'
import type { Phone } from './phone.ts'
import type { Stop } from './stop.ts'
import { complaintStops } from './tour-complaints.ts'
import { emergencyStops } from './tour-emergencies.ts'
import { deskStops } from './tour-desks.ts'
import type { Ids } from './tour-ids.ts'
import { mandateStops } from './tour-mandates.ts'
import { correctionStops, peopleStops } from './tour-people.ts'
import { votePageStops } from './tour-votes.ts'
import { voteDeskStops } from './tour-vote-desk.ts'
import { windowStops } from './tour-window.ts'

/** The kind follows from the words; all kinds are one tap away. */
async function chooseKind(phone: Phone): Promise<void> {
  const next = phone.page.locator('#step-next').filter({ visible: true })
  if ((await next.count()) > 0) await next.tap()
  await phone.write('text', '三号电梯关门时有异响')
  await phone.tap('#other-kind')
}

const resident = (ids: Ids): readonly Stop[] => {
  const login = 'resident'
  return [
    { login, name: 'home', path: '/pages/home/index', says: '正在投票' },
    { login, name: 'complaints', path: '/pages/complaints/index', says: '我的投诉' },
    {
      login,
      name: 'affairs',
      path: '/pages/affairs/index',
      says: '续聘物业服务企业与地面停车改造',
    },
    { login, name: 'public', path: '/pages/public/index', says: '收支公示' },
    { login, name: 'me', path: '/pages/me/index', says: '房屋' },
    {
      ...{ login, name: 'complaint-file', says: '先拍一张照片' },
      path: '/resident/complaint-file/index',
    },
    {
      ...{ login, name: 'complaint-file-kinds', path: '/resident/complaint-file/index' },
      ...{ says: '先拍一张照片', act: chooseKind },
    },
    {
      // What was just written lies there.
      ...{ login, name: 'complaint-drafts', says: '删除这件草稿' },
      path: '/resident/complaint-drafts/index',
    },
    {
      ...{ login, name: 'complaint', says: '办好了吗？' },
      path: `/resident/complaint/index?number=${ids.resolved}`,
    },
    {
      ...{ login, name: 'complaint-court', says: '您可以' },
      path: `/resident/complaint/index?number=${ids.late}`,
      act: (phone) => phone.tap('#act-to_litigation'),
    },
    {
      ...{ login, name: 'complaint-public', path: '/resident/complaint-public/index' },
      says: '等得最久的在最前面',
    },
    {
      ...{ login, name: 'complaint-neighbour', says: '哪一类' },
      path: `/resident/complaint-neighbour/index?number=${ids.neighbours}`,
    },
    { login, name: 'vote', path: `/resident/vote/index?vote=${ids.open}`, says: /^您的一票/ },
    {
      ...{ login, name: 'vote-review', path: `/resident/vote/index?vote=${ids.open}` },
      ...{ says: /^您的一票/, act: reviewBallot },
    },
    {
      ...{ login, name: 'vote-result', says: '选票指纹' },
      path: `/resident/vote-result/index?vote=${ids.counted}`,
    },
    { login, name: 'notice', path: `/resident/notice/index?notice=${ids.notice}`, says: /更正前/ },
    {
      ...{ login, name: 'bills', path: '/resident/bills/index', says: '已缴' },
      act: (phone) => phone.page.getByRole('button', { name: /^单价/ }).first().tap(),
    },
  ]
}

async function reviewBallot(phone: Phone): Promise<void> {
  for (const group of await phone.page.getByRole('radiogroup').all()) {
    await group.getByRole('radio', { name: '同意' }).tap()
  }
  await phone.tap('#review')
  await phone.reads('请再看一遍')
  await signOn(phone)
}

const committee = (ids: Ids): readonly Stop[] => {
  const who = { login: 'committee', side: '业委会' } as const
  const conduct = `/committee/vote-conduct/index?vote=${ids.draft}`
  return [
    { ...who, name: 'committee-home', path: '/pages/home/index', says: '进行中的表决' },
    { ...who, name: 'committee-affairs', path: '/pages/affairs/index', says: '拟一次表决' },
    { ...who, name: 'vote-draft', path: '/committee/vote-draft/index', says: '再加一项' },
    { ...who, name: 'vote-conduct', path: conduct, says: /下一步/ },
    {
      ...{ ...who, name: 'vote-conduct-publish', path: conduct, says: /下一步/ },
      act: (phone) => phone.tap('#publish'),
    },
    {
      ...{ ...who, name: 'committee-notice', path: '/committee/notice-publish/index' },
      says: '有效多久',
    },
  ]
}

async function chooseOneOfAll(phone: Phone): Promise<void> {
  await phone.page.getByRole('radio', { name: /^全部/ }).tap()
  await phone.page.locator('[id^="work-"]').first().waitFor()
  await phone.tap('#choose-several')
  await phone.page.locator('[id^="work-"]').first().tap()
  await phone.reads('已选 1 件')
}

const staff = (ids: Ids): readonly Stop[] => [
  { login: 'property', name: 'property-home', path: '/pages/home/index', says: /要办的投诉/ },
  { login: 'property', name: 'queue', path: '/pages/complaints/index', says: '按等待时间排列' },
  {
    ...{ login: 'property', name: 'handle', says: '加入今日要看' },
    path: `/property/complaint/index?number=${ids.waiting}`,
  },
  {
    ...{ login: 'property', name: 'work-queue', says: '选择多件' },
    path: '/property/complaint-queue/index',
    act: chooseOneOfAll,
  },
  {
    ...{ login: 'property', name: 'work-assign', says: '选择多件' },
    path: '/property/complaint-queue/index',
    act: async (phone) => {
      await chooseOneOfAll(phone)
      await phone.tap('#assign-several')
      await phone.reads('交给这位同事')
    },
  },
  {
    ...{ login: 'property', name: 'work-round', says: '选择多件' },
    path: '/property/complaint-queue/index',
    act: async (phone) => {
      await chooseOneOfAll(phone)
      await phone.tap('#add-to-round')
      await phone.reads(/已存到手机上/)
      await phone.open('/property/complaint-round/index')
      await phone.tap('拍照、记一笔')
      await phone.reads('现场记录')
    },
  },
  { login: 'manager', name: 'collection', path: '/property/collection/index', says: '按账期' },
  {
    ...{ login: 'manager', name: 'property-notice', says: '有效多久' },
    path: '/property/notice-publish/index',
  },
  { login: 'community', name: 'office-home', path: '/pages/home/index', says: /物业在办的投诉/ },
  { login: 'street', name: 'street-queue', path: '/pages/complaints/index', says: /投诉|排列/ },
  {
    ...{ login: 'tenant', name: 'tenant-vote', says: /租户不能投票/ },
    path: `/resident/vote/index?vote=${ids.open}`,
  },
  {
    ...{ login: 'tenant', name: 'not-permitted', says: /看不到/ },
    path: '/committee/vote-draft/index',
  },
]

const REGISTER = '/committee/register'

const register: readonly Stop[] = [
  {
    ...{ login: 'manager', name: 'register', path: `${REGISTER}/index`, says: '历次版本' },
    act: async (phone) => {
      await phone.write('search-words', '1-1-101')
      await phone.tap('#search')
      await phone.reads(/^找到/)
    },
  },
  {
    ...{ login: 'manager', name: 'register-import', says: '要什么样的文件' },
    path: `${REGISTER}-import/index`,
  },
  {
    ...{ login: 'manager', name: 'register-version', says: '第一份名册' },
    path: `${REGISTER}-version/index?version=1`,
    act: async (phone) => {
      await phone.tap('#see-added')
      await phone.reads('1-1-1001')
    },
  },
  {
    ...{ login: 'manager', name: 'register-unit', says: '名册里的改动' },
    path: `${REGISTER}-unit/index?unit=1-1-101`,
  },
  {
    ...{ login: 'manager', name: 'register-transfer', says: '为什么换业主' },
    path: `${REGISTER}-transfer/index?unit=1-1-101`,
  },
  {
    ...{ login: 'manager', name: 'register-export', says: '为什么导出' },
    path: `${REGISTER}-export/index`,
  },
]

export const stopsOf = (ids: Ids): readonly Stop[] => [
  ...resident(ids),
  ...committee(ids),
  ...staff(ids),
  ...register,
  ...complaintStops(ids.late),
  ...deskStops,
  ...peopleStops,
  ...correctionStops(ids.correction),
  ...emergencyStops(ids.emergencies),
  ...windowStops,
  ...mandateStops(ids),
  ...votePageStops(ids),
  ...voteDeskStops(ids),
]

/** Waits until the page has everything it asked for. */
export async function goTo(phone: Phone, { path, says, side, act }: Stop): Promise<void> {
  if (side !== undefined) {
    await phone.open('/pages/me/index')
    await phone.page.getByRole('radio', { name: side }).tap()
  }
  await phone.open(path)
  await phone.reads(says)
  await isLoaded(phone)
  await act?.(phone)
}

export const isLoaded = (phone: Phone) =>
  phone.page.waitForFunction(() => !document.querySelector('[aria-label="正在加载"]'))
