import { formatTime } from '#shared/kernel/calendar.ts'
import type { Persons } from '../people/offers.ts'
import type { PersonalData } from '../privacy/offers.ts'
import { secondFactors } from './second-factor.ts'

/** The logins of a person's phones, and what else shows who is there. Erased first: nobody is to act while the rest is taken apart. */
export const sessionData = (
  ports: Parameters<typeof secondFactors>[0],
  { sessions }: Pick<Persons, 'sessions'>,
): PersonalData => ({
  feature: 'sessions',
  async export(person, now) {
    const held = await sessions.of(person)
    return [
      {
        feature: 'sessions',
        title: '登录过的设备',
        lines: held.map(({ record: { device, openedAt, ended } }) => ({
          label: device ?? '没有说明的设备',
          value: `${formatTime(new Date(openedAt), now)} 登录${ended ? '，已退出' : ''}`,
        })),
        data: held.map(({ record: { device, openedAt, ended } }) => ({ device, openedAt, ended })),
      },
    ]
  },
  async foresee(person) {
    const factor = await secondFactors(ports).find(person)
    return { erased: ['所有设备上的登录', ...(factor ? ['动态验证码'] : [])], frozen: [] }
  },
  async erase(person) {
    for (let left = await sessions.of(person); left.length > 0;) {
      for (const { session } of left) await sessions.close(person, session)
      left = await sessions.of(person)
    }
    await secondFactors(ports).turnOff(person)
  },
})
