import { describeInBrowser } from '../browser.ts'
import type { Phone } from './phone.ts'
import { useStreet } from './street.ts'

jest.setTimeout(120_000)
const FILE = '/resident/complaint-file/index'
const TEXT = '地下车库 B 区的水管一直在滴水，地上很滑。'
const ENDED_BY_YOU = /^您在另一台设备上退出了这里的登录/

describeInBrowser('what goes wrong on the way loses nothing', () => {
  const street = useStreet()

  test('Chinese is drawn in a Chinese font', async () => {
    const phone = await street().phone()
    await phone.open('/pages/login/index')
    await phone.reads('投诉有人管')
    expect(await fontsOf(phone, '[id="demo:resident"] taro-text-core')).toEqual([
      expect.stringContaining('Noto Sans SC'),
    ])
  })

  test('a form goes on after a reload and after the way back, and can be given up', async () => {
    const phone = await street().phoneOf('resident')
    await phone.open('/pages/complaints/index')
    await phone.tap('#go-file')
    await phone.takePhoto()
    await writeComplaint(phone)
    await phone.page.reload()
    await phone.reads(/没写完/)
    expect(await written(phone)).toBe(TEXT)
    await phone.reads(/已传上/)

    await phone.page.goBack()
    await phone.reads('没有提交的（只在这部手机上）')
    await phone.reads(TEXT)
    await phone.tap('#go-file')
    await phone.tap('#restart')
    await phone.tap('#restart-sure')
    await phone.reads('0 / 2,000 字')
    expect(await written(phone)).toBe('')
  })

  test('two taps on submit file one complaint', async () => {
    const phone = await street().phoneOf('resident')
    const before = await mine(phone)
    await phone.open(FILE)
    await writeComplaint(phone)
    const button = phone.see('#file')
    await button.evaluate((element: HTMLElement) => {
      element.click()
      element.click()
    })
    await phone.reads(/^已收到，编号/)
    await expect(mine(phone)).resolves.toBe(before + 1)
  })

  test('a link sent by somebody opens that page, and the way back leads home', async () => {
    const phone = await street().phoneOf('resident')
    const { items } = (await phone.ask('/communities/jinxiu/notices?limit=1')) as {
      items: readonly { notice: string; title: string }[]
    }
    const { notice = '', title = '' } = items[0] ?? {}
    const friend = await street().phone()
    await friend.open(`/resident/notice/index?notice=${notice}`)
    await friend.tap('[id="demo:tenant"]')
    await friend.reads(title)
    await friend.page.getByRole('button', { name: '返回' }).filter({ visible: true }).last().tap()
    await friend.page.waitForURL('**/pages/home/index*')
  })

  test('while the server is gone the page says so and keeps what was typed; then it is sent', async () => {
    const phone = await street().phoneOf('resident')
    const before = await mine(phone)
    await phone.open(FILE)
    await writeComplaint(phone)
    await street().server.goAway()
    await phone.tap('#file')
    await phone.reads(/没有连上网络。.*不会变成两件。.*内容还在/)
    expect(await written(phone)).toBe(TEXT)

    await street().server.comeBack()
    // By a tap, or by itself before it.
    await phone
      .see('#file')
      .tap({ timeout: 3_000 })
      .catch(() => undefined)
    await phone.reads(/^已收到，编号/)
    await expect(mine(phone)).resolves.toBe(before + 1)
  })

  test('what was seen stays while the server is gone, and says that it is old', async () => {
    const phone = await street().phoneOf('resident')
    await phone.tap('议事')
    await phone.reads('续聘物业服务企业与地面停车改造')
    await phone.tap('首页')
    await phone.reads('正在投票')
    await street().server.goAway()
    await phone.tap('议事')
    await phone.reads('续聘物业服务企业与地面停车改造')
    await phone.reads(/^刚才没有刷新成功，下面是/)
    await street().server.comeBack()
    const old = phone.page.getByText(/^刚才没有刷新成功/).filter({ visible: true })
    for (let left = await old.count(); left > 0; left = await old.count()) {
      await phone.page.getByText('再试', { exact: true }).filter({ visible: true }).first().tap()
      await old.nth(left - 1).waitFor({ state: 'detached' })
    }
    await phone.reads('续聘物业服务企业与地面停车改造')
  })

  test('a page that cannot be fetched says so, and opens once the server is back', async () => {
    const phone = await street().phoneOf('resident')
    await phone.reads('正在投票')
    await street().server.goAway()
    await phone.tap('公开')
    await phone.reads('没有连上网络，页面打不开。联网后再点一次。')
    await street().server.comeBack()
    await phone.tap('公开')
    await phone.reads('收支公示')
  })

  test('a login ended from another phone leads to the login, says why, and back to what was typed', async () => {
    const phone = await street().phoneOf('resident')
    await phone.open(FILE)
    // Once typing pauses the page asks for similar ones: asked after the end, it would be at the login before the tap.
    const similar = phone.page.waitForResponse(
      (answer) =>
        answer.url().endsWith('/complaints/similar') &&
        answer.request().postData()?.includes('"place"') === false,
    )
    await writeComplaint(phone)
    await similar
    const other = await street().phoneOf('resident')
    await other.open('/resident/devices/index')
    await other.tap('#end-all')
    await other.tap('#end-all-sure')
    await other.reads('演示：选一个身份进入')
    await phone.tap('#file')
    await phone.reads(ENDED_BY_YOU)
    await phone.tap('[id="demo:resident"]')
    await phone.see('#file').waitFor()
    expect(await written(phone)).toBe(TEXT)
    await phone.tap('#file')
    await phone.reads(/^已收到，编号/)
  })

  // The last: it moves the clock.
  test('a phone that lay in a drawer for eight days goes on without a login', async () => {
    const phone = await street().phoneOf('resident')
    await phone.open(FILE)
    await writeComplaint(phone)
    const later = (await street().server.now()).getTime() + 8 * 86_400_000
    await street().server.moveTo(new Date(later).toISOString())
    await phone.tap('#file')
    await phone.reads(/^已收到，编号/)
  })
})

async function writeComplaint(phone: Phone): Promise<void> {
  await phone.write('text', TEXT)
  await phone.tap('公共区域')
  await phone.write('area', '地下车库 B 区')
}

const written = (phone: Phone): Promise<string> => phone.see('#text textarea').inputValue()

const mine = async (phone: Phone): Promise<number> => {
  const { items } = (await phone.ask('/communities/jinxiu/complaints/mine?limit=100')) as {
    items: readonly unknown[]
  }
  return items.length
}

async function fontsOf(phone: Phone, selector: string): Promise<readonly string[]> {
  // The demo's persons come after the page.
  await phone.see(selector).first().waitFor()
  const devtools = await phone.page.context().newCDPSession(phone.page)
  await devtools.send('DOM.enable')
  await devtools.send('CSS.enable')
  const { root } = await devtools.send('DOM.getDocument')
  const { nodeId } = await devtools.send('DOM.querySelector', { nodeId: root.nodeId, selector })
  const { fonts } = await devtools.send('CSS.getPlatformFontsForNode', { nodeId })
  return fonts.map(({ familyName }) => familyName)
}
