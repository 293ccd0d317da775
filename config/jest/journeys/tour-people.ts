// The tour's stops for homes, roles, the audit trail, privacy and devices.
import { answerUpTo } from './claims.ts'
import type { Phone } from './phone.ts'
import type { Stop } from './stop.ts'
import { settingsStops } from './tour-settings.ts'

const HOME = '/resident/home'

const homes: readonly Stop[] = [
  { login: 'newcomer', name: 'newcomer', path: '/pages/home/index', says: '您还没有绑定房屋' },
  {
    ...{ login: 'newcomer', name: 'agreement-gate', path: `${HOME}-claim/index` },
    says: '先看一下我们怎样处理您的信息',
  },
  {
    ...{ login: 'newcomer', name: 'no-homes', path: `${HOME}-list/index` },
    says: '您还没有绑定房屋',
  },
  { login: 'resident', name: 'home-list', path: `${HOME}-list/index`, says: '再绑定一套房' },
  {
    ...{ login: 'resident', name: 'home-claim', path: `${HOME}-claim/index` },
    says: '您和这套房是什么关系',
  },
  {
    ...{ login: 'resident', name: 'home-claim-way', path: `${HOME}-claim/index` },
    says: '您和这套房是什么关系',
    act: askedForPhone,
  },
  ...['继承', '新购买，名册还没更新'].map((ground, i) => ({
    ...{ login: 'resident' as const, name: `home-claim-${i === 0 ? 'heir' : 'bought'}` },
    ...{ path: `${HOME}-claim/index`, says: '您和这套房是什么关系' },
    act: (phone: Phone) => saidOf(phone, ground),
  })),
  {
    ...{ login: 'resident', name: 'home-claim-review', path: `${HOME}-claim/index` },
    says: '您和这套房是什么关系',
    act: async (phone) => {
      await saidOf(phone, '继承')
      await phone.tap('#next')
      await phone.reads('请再看一遍')
    },
  },
  {
    ...{ login: 'resident', name: 'home-standing', path: `${HOME}-list/index` },
    ...{ says: '再绑定一套房', act: openHome },
  },
  {
    ...{ login: 'coowner', name: 'home-representative', path: `${HOME}-list/index` },
    ...{ says: '再绑定一套房', act: (phone) => openOfHome(phone, '共有人和产权代表') },
  },
  {
    ...{ login: 'coowner', name: 'home-people', path: `${HOME}-list/index` },
    ...{ says: '再绑定一套房', act: (phone) => openOfHome(phone, '租户、家人和代办人') },
  },
]

async function askedForPhone(phone: Phone): Promise<void> {
  await phone.tap('我是业主')
  await phone.tap('#next')
  await phone.reads('我有纸质验证码')
  await phone.see('#give-phone').waitFor()
}

/** Up to what an heir or a buyer is asked, who has only papers to show. */
async function saidOf(phone: Phone, ground: string): Promise<void> {
  await answerUpTo(phone, { unit: '1', room: '102', name: '夏小明' })
  await phone.tap(ground)
}

async function openHome(phone: Phone): Promise<void> {
  await phone.tap('[id^="home-"]')
  await arrivedAt(phone, /home-standing/)
  await phone.reads('这套房的其他人')
}

async function openOfHome(phone: Phone, row: string): Promise<void> {
  await openHome(phone)
  await phone.tap(row)
  await arrivedAt(phone, /home-(people|representative)/)
}

/** A page that slides in would be measured on its way: it is opened anew. */
async function arrivedAt(phone: Phone, address: RegExp): Promise<void> {
  await phone.page.waitForURL(address)
  await phone.page.reload()
  await phone.reads(/^\d+-\d+-\d+$/)
}

const offices: readonly Stop[] = [
  {
    ...{ login: 'community', name: 'claims', path: '/community/claims/index' },
    says: '等得最久的在最前',
  },
  {
    ...{ login: 'community', name: 'claim-home', says: /不止一个人说这是他的房/ },
    path: '/community/claim-home/index?unit=1-2-1001',
    act: (phone) => phone.page.locator('[id^="confirm-"]').first().tap(),
  },
  {
    ...{ login: 'community', name: 'paper-code', path: '/community/paper-code/index' },
    says: '给哪一套房',
  },
  {
    ...{ login: 'community', name: 'paper-code-home', says: /开一个验证码/ },
    path: '/community/paper-code/index?unit=1-1-101',
    act: (phone) => phone.tap('租户'),
  },
  {
    ...{ login: 'community', name: 'roles', says: '看别的地方' },
    path: '/community/roles/index?scope=community&of=jinxiu',
  },
  {
    ...{ login: 'community', name: 'role-give', says: '邀请谁' },
    path: '/community/role-give/index?scope=community&of=jinxiu',
  },
  { login: 'community', name: 'audit', path: '/community/audit/index', says: '谁改了什么' },
  { login: 'admin', name: 'places', path: '/community/roles/index', says: '檀木林街道' },
]

const self: readonly Stop[] = [
  { name: 'privacy', path: '/resident/privacy/index', says: '消息提醒' },
  { name: 'privacy-agreement', path: '/resident/privacy-agreement/index', says: '您的权利' },
  { name: 'privacy-sights', path: '/resident/privacy-sights/index', says: /看过|查看/ },
  {
    name: 'privacy-export',
    path: '/resident/privacy-export/index',
    says: '保存为网页（方便阅读）',
  },
  { name: 'privacy-correct', path: '/resident/privacy-correct/index', says: '姓名写错了' },
  { name: 'privacy-close', path: '/resident/privacy-close/index', says: '会删除的' },
  { name: 'devices', path: '/resident/devices/index', says: '更安全地登录' },
  { name: 'devices-factor', path: '/resident/devices-factor/index', says: '多一道确认' },
  {
    ...{ name: 'devices-factor-set-up', path: '/resident/devices-factor/index' },
    ...{ says: '多一道确认', act: setUpFactor },
  },
  { name: 'devices-web', path: '/resident/devices-web/index', says: '网页上的 6 位短码' },
  {
    ...{ name: 'devices-web-confirm', path: '/resident/devices-web/index' },
    ...{ says: '网页上的 6 位短码', act: lookAtWebLogin },
  },
  { name: 'role-join', path: '/resident/role-join/index', says: '您收到的邀请码' },
  { name: 'notice-board', path: '/resident/notice-board/index', says: '锦绣花园' },
].map((stop) => ({ ...stop, login: 'resident' }) as const)

async function setUpFactor(phone: Phone): Promise<void> {
  await phone.tap('#start-factor')
  await phone.see('#factor-qr').waitFor()
}

async function lookAtWebLogin(phone: Phone): Promise<void> {
  const { code } = (await phone.ask('/sessions/web-logins', {
    device: 'Edge 浏览器，Windows 电脑',
  })) as { code: string }
  await phone.write('web-code', code)
  await phone.tap('#look-web-code')
  await phone.reads('有一台电脑要用您的账号登录')
}

/** What a resident asked to have corrected, as the office sees it. */
export const correctionStops = (correction: string): readonly Stop[] => [
  {
    ...{ login: 'community', name: 'corrections', path: '/community/corrections/index' },
    says: '等得最久的在最前',
  },
  {
    ...{ login: 'community', name: 'correction', says: '先查一查' },
    path: `/community/correction/index?correction=${correction}`,
  },
  {
    ...{ login: 'community', name: 'correction-answer', says: '先查一查' },
    path: `/community/correction/index?correction=${correction}`,
    act: (phone) => phone.tap('#choose-declined'),
  },
]

export const peopleStops: readonly Stop[] = [...homes, ...offices, ...self, ...settingsStops]
