// The tour's stops for whoever works on complaints above the property.
import { begin } from './cases.ts'
import type { Phone } from './phone.ts'
import type { Stop } from './stop.ts'

const DESK = '/community/street-desk/index'

export const deskStops: readonly Stop[] = [
  { login: 'street', name: 'street-desk', path: DESK, says: '先办这些' },
  {
    ...{ login: 'street', name: 'street-pile', says: '等得最久的在前' },
    path: `${DESK}?group=to_accept`,
  },
  {
    ...{ login: 'street', name: 'street-agenda', says: /电梯/ },
    path: '/community/street-agenda/index',
    act: async (phone) => {
      await phone.page.getByRole('checkbox').first().tap()
      await phone.reads('议程')
    },
  },
  {
    ...{ login: 'street', name: 'street-complaint', says: '等得最久的在前' },
    ...{ path: `${DESK}?group=in_hand`, act: openFirst },
  },
  {
    ...{ login: 'street', name: 'street-onsite', says: '等得最久的在前' },
    path: `${DESK}?group=to_visit`,
    act: async (phone) => {
      await openFirst(phone)
      await phone.tap('#act-record_onsite')
      await phone.reads('看到了什么')
    },
  },
  {
    ...{ login: 'street', name: 'street-refer', says: '等得最久的在前' },
    path: `${DESK}?group=in_hand`,
    act: async (phone) => {
      await openFirst(phone)
      await begin(phone, 'refer')
      await phone.reads('这一类投诉常转这里')
    },
  },
  {
    ...{ login: 'street', name: 'street-review', says: '等得最久的在前' },
    path: `${DESK}?group=in_review`,
    act: async (phone) => {
      await openFirst(phone)
      await phone.tap('#act-review')
      await phone.reads('您的意见')
    },
  },
  {
    ...{ login: 'district', name: 'district-agenda', says: '先勾选要上会的' },
    path: '/community/street-agenda/index?scope=district',
  },
  {
    ...{ login: 'community', name: 'frozen-complaint', says: '为什么要看' },
    path: '/community/complaint-frozen/index',
  },
  { login: 'district', name: 'district-home', path: '/pages/home/index', says: '区县工作台' },
  {
    ...{ login: 'district', name: 'district-desk', says: /街道逾期没办的/ },
    path: '/community/district-desk/index',
  },
]

/** A page that slides in would be measured on its way: it is opened anew. */
async function openFirst(phone: Phone): Promise<void> {
  await phone.page.locator('[id^="complaint-"]').first().tap()
  await phone.page.waitForURL(/community\/complaint\/index/)
  await phone.page.reload()
  await phone.reads('经过')
}
