import { describeInBrowser } from '../browser.ts'
import { photograph, stumblesIn } from './look.ts'
import type { Login } from './phone.ts'
import { useStreet } from './street.ts'
import { goTo, isLoaded, stopsOf } from './tour.ts'
import { findIds, type Ids } from './tour-ids.ts'

jest.setTimeout(120_000)
const LOGINS: readonly Login[] = [
  'resident',
  'committee',
  'property',
  'manager',
  'community',
  'street',
  'district',
  'tenant',
  'newcomer',
  'coowner',
  'admin',
]

const SIZES = [
  { mode: 'normal', elder: false },
  { mode: 'elder', elder: true },
] as const
type Size = (typeof SIZES)[number]

describeInBrowser('every page, measured and photographed', () => {
  const street = useStreet()
  let ids: Ids

  beforeAll(async () => {
    const [resident, clerk, chair] = [
      await street().phoneOf('resident'),
      await street().phoneOf('property'),
      await street().phoneOf('committee'),
    ]
    ids = await findIds(resident, clerk, chair)
  })

  test.each(LOGINS)('as %s nothing is cut, too small to hit or not Chinese', async (login) => {
    const phone = await street().phoneOf(login)
    const found: string[] = []
    // To open a page costs more than to measure it: each is opened once, every other one in elder size.
    let sizes: readonly Size[] = SIZES
    for (const stop of stopsOf(ids).filter((one) => one.login === login)) {
      await goTo(phone, stop)
      for (const { mode, elder } of sizes) {
        await phone.comesBack({ elder })
        await isLoaded(phone)
        found.push(...(await stumblesIn(phone)).map((one) => `${stop.name}, ${mode}: ${one}`))
        await photograph(phone, `${stop.name}-${mode}`)
      }
      sizes = sizes.toReversed()
    }
    expect(found).toEqual([])
  })

  test.each(SIZES)('the login and a page that is not there, in $mode size', async (size) => {
    const { mode, elder } = size
    const stranger = await street().phone({ elder })
    await stranger.open('/pages/login/index')
    await stranger.reads('演示：选一个身份进入')
    expect(await stumblesIn(stranger)).toEqual([])
    await photograph(stranger, `login-${mode}`)
    const phone = await street().phoneOf('resident', { elder })
    await phone.open('/resident/notice/index?notice=none')
    await phone.reads('没有找到')
    expect(await stumblesIn(phone)).toEqual([])
    await photograph(phone, `not-found-${mode}`)
  })
})
