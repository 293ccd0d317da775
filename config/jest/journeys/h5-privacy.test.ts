// What a person may decide about their data, on the page as served.
import { describeInBrowser } from '../browser.ts'
import { download } from './downloads.ts'
import { useStreet } from './street.ts'

jest.setTimeout(120_000)
const DAY = 86_400_000

describeInBrowser('privacy on the page', () => {
  const street = useStreet()
  const privacyOf = async (login: Parameters<ReturnType<typeof street>['phoneOf']>[0]) => {
    const phone = await street().phoneOf(login)
    await phone.open('/pages/me/index')
    await phone.tap('#my-privacy')
    await phone.reads('消息提醒')
    return phone
  }

  test('without a login the agreement is read, and the notices of a community', async () => {
    const stranger = await street().phone()
    await stranger.open('/resident/privacy-agreement/index')
    await stranger.reads('核实您与房屋的关系')
    await stranger.reads('随时撤回任何一项同意')
    await stranger.open('/resident/notice-board/index')
    await stranger.tap('锦绣花园')
    await stranger.tap('请还没有投票的业主抓紧时间')
    await stranger.reads(/您的一票很重要/)
    expect(await stranger.says('请先登录')).toBe(false)
  })

  test('a consent is given, refused and taken back, each by itself and never chosen beforehand', async () => {
    const owner = await privacyOf('coowner')
    expect(await owner.page.locator('#consent-phone').innerText()).toContain('还没有决定')
    await owner.tap('#give-notices')
    await owner.see('#withdraw-notices').waitFor()
    expect(await owner.page.locator('#consent-phone').innerText()).toContain('还没有决定')
    await owner.tap('#refuse-contact_sharing')
    await owner.reads('没有同意')
    await owner.tap('#withdraw-notices')
    await owner.reads(/关闭后不再发送微信提醒/)
    await owner.tap('#withdraw-notices-sure')
    await owner.reads('已撤回')
  })

  test('who looked is told by day, role and organisation', async () => {
    const resident = await privacyOf('resident')
    await resident.tap('#sights')
    await resident.reads(/社区 罗秀英$/)
    await resident.reads('查看了您的房屋认领申请')
    await resident.reads(/业委会$/)
  })

  test('everything is exported, to read and to take along', async () => {
    const resident = await privacyOf('resident')
    await resident.tap('#export')
    await resident.reads('我提交的投诉')
    const page = await download(resident, '#save-page')
    expect(page.name).toMatch(/\.html$/)
    expect(page.text).toContain('<h2>姓名、房屋和身份</h2>')
    const data = JSON.parse((await download(resident, '#save-data')).text) as {
      parts: { feature: string; data: unknown }[]
    }
    const features = data.parts.map(({ feature }) => feature)
    expect(features).toEqual(
      expect.arrayContaining(['people', 'sessions', 'privacy', 'complaints']),
    )
  })

  test('a correction is asked for, waits at the office, and its answer comes back', async () => {
    const resident = await privacyOf('resident')
    await resident.tap('#correct')
    await resident.tap('房屋或面积不对')
    await resident.write('text', '面积应为 89.57 平方米，以不动产权证为准。')
    await resident.tap('#ask')
    await resident.reads('等待办理')

    const worker = await street().phoneOf('community')
    await worker.tap('#see-corrections')
    await worker.tap('[id^="correction-"]')
    await worker.reads('面积应为 89.57 平方米，以不动产权证为准。')
    await worker.tap('#choose-done')
    await worker.write('words', '名册上的面积已改为 89.57 平方米。')
    await worker.tap('#answer')
    await worker.reads('已经答复')
    await resident.reloadsUntil('名册上的面积已改为 89.57 平方米。')
    await resident.reads('已更正')
  })

  test('an office holder cannot close the account; a resident can, can think better of it, and is gone in seven days', async () => {
    const chair = await privacyOf('committee')
    await chair.tap('#close')
    await chair.reads(/您还担任业委会/)
    expect(await chair.page.locator('#close-account').count()).toBe(0)

    const tenant = await privacyOf('tenant')
    await tenant.tap('#close')
    await tenant.reads('会删除的')
    await tenant.tap('#close-account')
    await tenant.tap('#close-account-sure')
    await tenant.reads(/在这之前可以随时反悔/)
    await tenant.tap('#keep-account')
    await tenant.see('#close-account').waitFor()
    await tenant.tap('#close-account')
    await tenant.tap('#close-account-sure')
    await tenant.see('#keep-account').waitFor()
    const { server } = street()
    await server.moveTo(new Date((await server.now()).getTime() + 7 * DAY + 60_000).toISOString())
    await tenant.reloadsUntil('演示：选一个身份进入')
  })

  test('with the agreement go the homes, and the notices stay', async () => {
    const owner = await privacyOf('coowner')
    await owner.tap('#withdraw-agreement')
    await owner.reads(/您的房屋认领和手机号一并结束/)
    await owner.tap('#withdraw-agreement-sure')
    const agreement = owner.page.locator('#consent-agreement')
    await agreement.getByText('已撤回', { exact: true }).waitFor()
    await owner.open('/pages/home/index')
    await owner.reads('您还没有绑定房屋')
    await owner.open('/resident/notice-board/index')
    await owner.reads('锦绣花园')
  })
})
