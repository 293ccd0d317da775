// The tour's stops beside a complaint's own page: messages, what is not there yet, forms, and what somebody may not.
import type { Phone } from './phone.ts'
import type { Stop } from './stop.ts'

const PUBLIC = '/resident/complaint-public/index'

async function pause(phone: Phone): Promise<void> {
  await phone.page.getByRole('radio', { name: /^我的/ }).tap()
  await phone.page.locator('[id^="work-"]').first().tap()
  await phone.page.waitForURL(/property\/complaint\/index/)
  // A page that slides in would be measured on its way: it is opened anew.
  await phone.page.reload()
  await phone.tap('#more-acts')
  await phone.tap('#act-pause')
  await phone.reads('在等什么')
}

export const complaintStops = (late: string): readonly Stop[] => [
  { login: 'resident', name: 'inbox', path: '/resident/inbox/index', says: '全部标为已读' },
  {
    ...{ login: 'resident', name: 'complaint-urge', says: '您可以' },
    path: `/resident/complaint/index?number=${late}`,
    act: (phone) => phone.tap('#act-urge'),
  },
  {
    ...{ login: 'resident', name: 'complaint-assisted', says: '您还没有替人提交过投诉' },
    path: '/resident/complaint-assisted/index?community=jinxiu&side=by_me',
  },
  { login: 'tenant', name: 'inbox-empty', path: '/resident/inbox/index', says: '还没有消息' },
  {
    ...{ login: 'tenant', name: 'complaints-none', says: '您还没有投诉' },
    path: '/pages/complaints/index',
  },
  {
    ...{ login: 'tenant', name: 'complaint-joined-none', says: '您还没有点过“我也是”' },
    path: `${PUBLIC}?stage=joined`,
  },
  {
    ...{ login: 'tenant', name: 'work-not-permitted', says: /交办投诉/ },
    path: '/property/complaint-queue/index',
  },
  {
    ...{ login: 'property', name: 'work-pause', says: '选择多件' },
    ...{ path: '/property/complaint-queue/index', act: pause },
  },
  {
    ...{ login: 'manager', name: 'round-empty', says: '还没有选要看的投诉' },
    path: '/property/complaint-round/index',
  },
  {
    ...{ login: 'manager', name: 'settings-not-permitted', says: /修改投诉设置/ },
    path: '/community/complaint-settings-edit/index',
  },
]
