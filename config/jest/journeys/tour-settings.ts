// The tour's stops for what a community decides about complaints, and for the working calendar.
import type { Phone } from './phone.ts'
import type { Stop } from './stop.ts'

const SETTINGS = '/community/complaint-settings'
const GIVE = '/community/calendar-give/index?year=2027'

const editOf = (name: string, query: string, says: string): Stop => ({
  ...{ login: 'street', name: `settings-${name}`, says },
  path: `${SETTINGS}-edit/index?${query}`,
})

const settings: readonly Stop[] = [
  editOf('category', 'part=category&id=lift', '居民看到的名称'),
  editOf('period', 'part=period&id=first_reply', '提前提醒'),
  {
    ...editOf('departments', 'part=departments', '加一个部门'),
    act: (phone) => phone.tap('#entry-0'),
  },
  { ...editOf('templates', 'part=templates', '加一条'), act: (phone) => phone.tap('#entry-1') },
  editOf('hours', 'part=hours', '设办公时间'),
  {
    ...{ login: 'street', name: 'complaint-settings', path: `${SETTINGS}/index` },
    says: '全小区的期限',
  },
  {
    ...{
      login: 'street',
      name: 'settings-changed',
      path: `${SETTINGS}-edit/index?part=period&id=first_reply`,
    },
    ...{ says: '提前提醒', act: changedPeriod },
  },
  {
    ...{ login: 'street', name: 'settings-versions', path: `${SETTINGS}-versions/index` },
    says: '还没有人改过',
  },
]

/** Left on the phone, not saved: the next person finds the demo as it was. */
async function changedPeriod(phone: Phone): Promise<void> {
  await phone.write('amount', '12')
  await phone.open(`${SETTINGS}/index`)
  await phone.reads('还没有保存的改动')
}

/** As it is published: the days in sentences. */
export const NOTICE = `一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。5月8日（周六）上班。
三、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。`

const calendars: readonly Stop[] = [
  { login: 'property', name: 'calendar', path: '/community/calendar/index', says: '依据' },
  {
    ...{ login: 'admin', name: 'calendar-admin', path: '/community/calendar/index' },
    says: '这一年的历次录入',
  },
  {
    ...{ login: 'admin', name: 'calendar-give', path: GIVE, says: '放假和调休' },
    act: async (phone) => {
      await phone.write('notice-text', NOTICE)
      await phone.reads(/^读出来/)
    },
  },
]

export const settingsStops: readonly Stop[] = [...settings, ...calendars]
