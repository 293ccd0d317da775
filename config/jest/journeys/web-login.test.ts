// A login on a computer, outside the demo: the page as served in a browser, the package as uploaded in a stand-in for WeChat.
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { describeInBrowser, openBrowser } from '../browser.ts'
import { createHost, type Host } from '../weapp-host.cjs'
import { photograph, stumblesIn } from './look.ts'
import { openPhone, type Phone, type PhoneOptions } from './phone.ts'
import { readQrCode } from './qr-reader.ts'
import { startProduction } from './server.ts'

const WAIT_MS = 15_000

describeInBrowser('a login in a browser, outside the demo', () => {
  let server: Awaited<ReturnType<typeof startProduction>>
  let browser: Browser
  const computers: Phone[] = []

  beforeAll(async () => {
    server = await startProduction()
    browser = await openBrowser()
  }, 120_000)
  afterEach(async () => {
    const faults = computers.flatMap((one) => one.faults)
    await Promise.all(computers.splice(0).map((one) => one.hangUp()))
    expect(faults).toEqual([])
  })
  afterAll(async () => {
    await browser.close()
    await server.stop()
  }, 30_000)

  /** The login page, and what its picture says to a camera. */
  async function askToEnter(options?: PhoneOptions) {
    const computer = await openPhone(browser, server.url, options)
    computers.push(computer)
    await computer.open('/pages/login/index')
    return { computer, shown: await readQrCode(computer, '#web-qr') }
  }

  const until = (host: Host, holds: string): Promise<void> => host.until(holds, WAIT_MS)

  /** The person's phone, on the page that scans; `seen` is what the camera sees. */
  async function openScanner(seen: () => string): Promise<Host> {
    const scanCode = (call: { success: (told: object) => void }) =>
      setTimeout(() => call.success({ errMsg: 'scanCode:ok', result: seen() }), 0)
    const host = createHost(path.resolve('dist/weapp'), {
      ...{ api: server.url, loginCode: () => 'an-owner' },
      wx: { scanCode },
    })
    host.boot('pages/me/index')
    await until(host, '扫码登录网页')
    host.tap('scan-web-login')
    await host.until(() => host.byId('scan-web-code'), WAIT_MS)
    return host
  }

  async function scan(shown: string): Promise<Host> {
    const phone = await openScanner(() => shown)
    phone.tap('scan-web-code')
    await until(phone, '是我，同意登录')
    return phone
  }

  test('the picture is scanned, the phone is told what asks, agrees, and the browser is in', async () => {
    const { computer, shown } = await askToEnter()
    expect(await stumblesIn(computer)).toEqual([])
    await photograph(computer, 'login-web-normal')
    const code = await shortCode(computer)
    expect(shown).toBe(
      `${server.url}/resident/devices-web/index?scene=jiayuan-login:${code.replace(' ', '')}`,
    )
    const phone = await scan(shown)
    expect(phone.has('Chrome 浏览器')).toBe(true)
    expect(phone.has(code)).toBe(true)
    expect(phone.has('不是您自己刚刚打开的网页，不要同意。')).toBe(true)
    phone.tap('allow-web')
    await until(phone, '已同意登录')
    await computer.page.waitForURL('**/pages/home/index*')
    await computer.open('/resident/devices/index')
    await computer.reads('这台设备')

    const again = await openScanner(() => shown)
    again.tap('scan-web-code')
    await until(again, '这个登录码已经用过了。')
  })

  test('a refusal is told on the page; the next code is another, and does as well typed', async () => {
    const { computer, shown } = await askToEnter()
    const phone = await scan(shown)
    phone.tap('refuse-web')
    await until(phone, '已拒绝')
    await computer.reads(/点了“不是我，拒绝”/)
    expect(await stumblesIn(computer)).toEqual([])
    await photograph(computer, 'login-refused-normal')
    await computer.tap('#new-web-login')
    expect(await readQrCode(computer, '#web-qr')).not.toBe(shown)

    phone.tap('再登录一个网页')
    await phone.until(() => phone.byId('web-code'))
    phone.type('web-code', (await shortCode(computer)).toLowerCase())
    await phone.until(() => !phone.has('请填写 6 位短码'))
    phone.tap('look-web-code')
    await until(phone, '是我，同意登录')
    phone.tap('allow-web')
    await computer.page.waitForURL('**/pages/home/index*')
  })

  test('another QR code is told to be another, and nothing is asked of the server', async () => {
    const phone = await openScanner(() => 'https://pay.example/KM7XR4')
    phone.tap('scan-web-code')
    await until(phone, '扫到的不是“家园”网页的登录码。')
    // What else the phone asks as it starts (who am I, what is unread) may still be under way.
    expect(phone.requests.filter(({ url }) => url.includes('/web-logins'))).toEqual([])
  })

  test('WeChat’s own scanner opens the mini-program at what asks; another browser is sent there', async () => {
    const { computer, shown } = await askToEnter({ elder: true })
    expect(await stumblesIn(computer)).toEqual([])
    await photograph(computer, 'login-web-elder')
    const phone = createHost(path.resolve('dist/weapp'), {
      ...{ api: server.url, loginCode: () => 'an-owner' },
    })
    phone.boot('resident/devices-web/index', { q: encodeURIComponent(shown) })
    await until(phone, '是我，同意登录')
    await computer.open(shown.replace(server.url, ''))
    await computer.reads('请用“家园”小程序扫')
    expect(await stumblesIn(computer)).toEqual([])
    await photograph(computer, 'login-elsewhere-elder')
  })
})

/** As the page groups it. */
async function shortCode(computer: Phone): Promise<string> {
  const said = await computer.see('#web-code').innerText()
  return /[A-Z0-9]{3} [A-Z0-9]{3}/.exec(said)?.[0] ?? 'no code'
}
