// What residents and the property do with a complaint, told as they would tell it, each on their own phone.
import type { SettingsVersion } from '#shared/complaints/settings.ts'
import { formatNumber } from '#shared/kernel/public-number.ts'
import { describeInBrowser } from '../browser.ts'
import { begin, caseOf, comesUp, filed, phonesOf, refusalOf, went } from './cases.ts'
import type { Phone } from './phone.ts'
import { useStreet } from './street.ts'

jest.setTimeout(120_000)
const HOUR = 3_600_000
const JINXIU = '/communities/jinxiu'
const WORKBENCH = '/property/complaint-queue/index'
const ROUND = '/property/complaint-round/index'

const openMine = (phone: Phone, number: string) =>
  phone.open(`/resident/complaint/index?number=${number}`)
const openAtProperty = async (phone: Phone, number: string): Promise<void> => {
  await phone.open(`/property/complaint/index?number=${number}`)
  await phone.reads('经过')
}
const wordsOn = (phone: Phone): Promise<string> => phone.page.locator('body').innerText()
const nameOf = async (phone: Phone) => ((await phone.ask('/me')) as { name: string }).name

describeInBrowser(
  'a complaint between a home and the property, each person on their own phone',
  () => {
    const street = useStreet()
    const later = async (ms: number): Promise<void> => {
      const { server } = street()
      await server.moveTo(new Date((await server.now()).getTime() + ms).toISOString())
    }

    test('photo first, the kind from the words, the name hidden; one urges, a neighbour joins in', async () => {
      const [owner, again, neighbour, clerk] = await phonesOf(
        ...([street(), 'resident', 'resident', 'coowner', 'property'] as const),
      )
      await owner.open('/pages/complaints/index')
      await owner.tap('#go-file')
      await owner.takePhoto()
      await owner.write('text', '三栋电梯下行时抖得厉害，昨天夹了一位老人的手。')
      await owner.reads('按您写的自动选的，不对可以换')
      expect(await owner.see('#category [aria-checked=true]').innerText()).toContain('电梯')
      await owner.tap('公共区域')
      await owner.write('area', '三栋一单元')
      await owner.tap('#hide-name')
      await owner.reads('物业须在 24 小时内答复、5 个工作日内办完，逾期自动转街道。')
      await owner.tap('#file')
      await owner.reads(/^已收到，编号/)
      const number = new URL(owner.page.url()).searchParams.get('number') ?? ''
      await owner.reloadsUntil(/^物业须在 11 月 22 日（周日）1\d:\d\d 前答复，逾期将自动转街道。$/)
      await owner.reads('物业看不到，街道看得到')

      // On two phones at once: the second is refused, and what was typed there stays.
      for (const phone of [owner, again]) {
        await openMine(phone, number)
        await phone.tap('#act-urge')
        await phone.write('urge-text', '老人都不敢坐了，请快一点。')
      }
      await owner.tap('#send-urge')
      await owner.reads(/^已催办，办理单位会收到提醒/)
      await owner.reads(/^今天已催过一次（.+）。明天还没有回音可以再催。$/)
      await again.tap('#send-urge')
      await again.reads(/^今天已经催过一次，明天还没有回音可以再催。写的内容还在。$/)
      expect(await again.see('#urge-text textarea').inputValue()).toBe('老人都不敢坐了，请快一点。')

      await neighbour.open('/pages/complaints/index')
      await neighbour.tap('#go-public')
      await comesUp(neighbour, `#public-${number}`)
      for (const secret of [await nameOf(owner), '夹了一位老人', '三栋一单元']) {
        expect(await wordsOn(neighbour)).not.toContain(secret)
      }
      await neighbour.tap(`#public-${number}`)
      await neighbour.reads('还没有别的住户加入')
      await neighbour.tap('#join-in')
      await neighbour.reads(/^您家（.+）已经算上。$/)
      await went(number, [neighbour, 'cosign'])
      await later(11_000)
      await neighbour.reloadsUntil('另有 1 户也有同样问题')
      await neighbour.open('/resident/complaint-public/index?stage=joined')
      await neighbour.see(`#public-${number}`).waitFor()

      await openAtProperty(clerk, number)
      await clerk.reads('居民 已隐去姓名')
      await clerk.reads('1 户')
      const owned = await nameOf(owner)
      expect(await wordsOn(clerk)).not.toContain(owned.slice(0, 1) + '*')
      const known = await Promise.all(
        [`complaints/${number}`, 'complaints/queue?limit=50', 'complaint-work?queue=open'].map(
          async (path) => JSON.stringify(await clerk.ask(`${JINXIU}/${path}`)),
        ),
      )
      expect(known.every((answer) => answer.includes(number))).toBe(true)
      expect(known.filter((answer) => answer.includes(owned))).toEqual([])
    })

    test('done is disputed and done again; only the filer ends it, and each change is in their messages', async () => {
      const [owner, clerk] = await phonesOf(street(), 'resident', 'property')
      const number = await filed(owner, {
        category: 'repair',
        text: '地下车库照明坏了一排，看不清路。',
      })
      await openMine(owner, number)
      await went(number, [clerk, 'accept'], [clerk, 'resolve', { text: '已经换了灯管。' }])
      await owner.reloadsUntil('待您确认')
      await owner.tap('#dispute')
      await owner.write('dispute-text', '灯还是不亮，昨晚又有人摔了一跤。')
      await owner.tap('#send-dispute')
      await owner.reads('已提出异议，物业会重新办理。')
      await owner.reads(/^居民有异议，物业须在.*前办完/)
      await went(number, [clerk, 'accept'], [clerk, 'resolve', { text: '换了八支，已试亮。' }])
      await owner.reloadsUntil('待您确认')
      expect(await refusalOf(clerk, number, 'confirm', { rating: 5 })).toBe('auth.not_permitted')
      await owner.see('4 分').tap()
      await owner.tap('#confirm')
      await owner.reads('已确认办结，谢谢您的评价。')
      await owner.reads('满意度：4 分（满分 5 分）')

      await owner.open('/pages/me/index')
      await owner.tap('#my-messages')
      await owner.reloadsUntil(`投诉 ${formatNumber(number)}：办完`)
      await owner.reads(`投诉 ${formatNumber(number)}：受理`)
      await owner.page
        .getByText(`投诉 ${formatNumber(number)}：办完`)
        .first()
        .tap()
      await owner.page.waitForURL(`**/resident/complaint/index?*${number}*`)
      await owner.reads('已经办结。')
    })

    test('without a network it is kept, said so, and sent with its photo when the network is back', async () => {
      const [owner, other] = await phonesOf(street(), 'tenant', 'tenant')
      const count = async () => {
        const { items } = (await other.ask(`${JINXIU}/complaints/mine?limit=50`)) as {
          items: object[]
        }
        return items.length
      }
      await owner.open('/resident/complaint-file/index')
      await owner.reads('先拍一张照片')
      await owner.page.context().setOffline(true)
      await owner.snap('#add-photo')
      await owner.reads('等网络恢复后传')
      await owner.write('text', '楼道里的声控灯坏了，晚上看不见台阶。')
      await owner.tap('#file')
      await owner.reads(/^还没有提交：等网络恢复后发送。内容存在这部手机上/)
      expect(await count()).toBe(0)
      await owner.page.context().setOffline(false)
      await owner.reads(/^已收到，编号/)
      expect(await count()).toBe(1)
      const number = new URL(owner.page.url()).searchParams.get('number') ?? ''
      expect((await caseOf(other, number)).photos).toHaveLength(1)
    })

    test('a clerk takes one from the workbench, answers by a template, waits for material, and shows it done', async () => {
      const [owner, clerk] = await phonesOf(street(), 'resident', 'property')
      const number = await filed(owner, {
        category: 'green',
        text: '北门的冬青长到一人高，挡住了路灯。',
      })
      await clerk.open('/pages/complaints/index')
      await clerk.tap('#go-work')
      await clerk.page.getByRole('radio', { name: /^待受理 \d+$/ }).tap()
      await comesUp(clerk, `#work-${number}`)
      await clerk.tap(`#work-${number}`)
      await clerk.tap('#act-accept')
      await clerk.tap('#act-reply')
      await clerk.page.getByRole('button', { name: '用常用语：已安排人员' }).tap()
      await clerk.tap('#send-reply')
      await clerk.reads('您好，已安排人员今天到现场查看，看过后在这里告诉您结果。')
      await begin(clerk, 'pause')
      await clerk.tap('等材料')
      await clerk.write('pause-text', '高枝剪已下单，11 月 25 日到货。')
      await clerk.tap('#send-pause')
      await clerk.reads(/^物业在等材料到货，期限暂停；原定 .+。$/)
      await openMine(owner, number)
      await owner.reads(/^物业在等材料到货，期限暂停；原定 .+。$/)
      await owner.reads('高枝剪已下单，11 月 25 日到货。')
      await clerk.tap('#act-resume')
      await clerk.tap('#act-resolve')
      await clerk.write('resolve-text', '已修剪到 80 厘米。')
      await clerk.takePhoto()
      await clerk.tap('#send-resolve')
      await clerk.reads('物业说已经办完，等居民确认。')
      await owner.reloadsUntil('已修剪到 80 厘米。')
      await comesUp(owner, '[src*="/files"]')
    })

    test('a colleague was faster: it is said who did what, and what was typed stays', async () => {
      const [owner, clerk, manager] = await phonesOf(street(), 'resident', 'property', 'manager')
      const number = await filed(owner, {
        category: 'security',
        text: '单元门禁坏了三天，谁都能进。',
      })
      await went(number, [clerk, 'accept'])
      await openAtProperty(clerk, number)
      await clerk.tap('#act-reply')
      await clerk.write('reply-text', '王师傅今天下午 3 点上门检查。')
      await went(number, [manager, 'resolve', { text: '主板已更换。' }])
      await clerk.tap('#send-reply')
      await clerk.reads(/^物业经理 彭\*\*刚刚“办完”，请看过再办。您填写的内容还在。$/)
      await clerk.tap('刷新')
      await clerk.reads(/^您打开以后有变化：物业经理 彭\*\*办完。$/)
      await clerk.reads('现在不能做这一步了，写的内容还在')
      expect(await clerk.see('#reply-text textarea').inputValue()).toBe(
        '王师傅今天下午 3 点上门检查。',
      )
      expect((await caseOf(manager, number)).timeline.map(({ kind }) => kind)).not.toContain(
        'replied',
      )
    })

    test('on the round nothing needs a network: what was written down below goes once one is above', async () => {
      const [owner, clerk] = await phonesOf(street(), 'resident', 'property')
      const text = '地下二层水泵房漏水，地上积了一层水。'
      const number = await filed(owner, { category: 'repair', text })
      await openAtProperty(clerk, number)
      await clerk.tap('#add-to-round')
      await clerk.reads(/^已存到手机上/)
      await clerk.open(ROUND)
      await clerk.reads(text)
      await clerk.page.context().setOffline(true)
      await clerk.tap(`#write-${number}`)
      await clerk.snap('#round-photo')
      await clerk.write('round-text', '法兰垫片老化，先关了进水阀。')
      await clerk.tap('#round-send')
      await clerk.reads('有 1 条记录存在手机上，有网络后自动发出，请不要删除小程序。')
      await clerk.page.context().setOffline(false)
      await clerk.reads('已发出')
      const note = (await caseOf(clerk, number)).timeline.find(({ kind }) => kind === 'noted')
      expect(note).toMatchObject({
        text: '法兰垫片老化，先关了进水阀。',
        photos: [expect.anything()],
      })
      expect((await caseOf(owner, number)).timeline.map(({ kind }) => kind)).not.toContain('noted')
    })

    test('a manager shares out the work; what is late is told, and goes to the street by itself', async () => {
      const [owner, manager, clerk, office] = await phonesOf(
        ...([street(), 'resident', 'manager', 'property', 'community'] as const),
      )
      await letBeLate(office, 'cleaning')
      // Settings are remembered for ten seconds.
      await later(11_000)
      const [late, gone] = [
        await filed(owner, { category: 'cleaning', text: '三号楼前的垃圾桶满了两天没有收。' }),
        await filed(owner, { category: 'parking', text: '东门外的车位被石墩占了。' }),
      ]
      await manager.open(WORKBENCH)
      await manager.page.getByRole('radio', { name: /^全部/ }).tap()
      await comesUp(manager, `#work-${gone}`)
      await manager.tap('#choose-several')
      for (const number of [late, gone]) await manager.tap(`#work-${number}`)
      await manager.tap('交给同事（2 件）')
      await manager.tap('周敏')
      await manager.tap('交给这位同事（2 件）')
      await manager.see('#choose-several').waitFor()
      await clerk.open(WORKBENCH)
      await clerk.page.getByRole('radio', { name: /^我的/ }).tap()
      for (const number of [late, gone]) await clerk.see(`#work-${number}`).waitFor()

      await manager.open('/community/complaint-settings-edit/index')
      await manager.reads(/^您的身份（物业经理）不能做这件事：修改投诉设置。/)

      await later(25 * HOUR)
      await openMine(owner, gone)
      await owner.reloadsUntil('待街道受理')
      await owner.reads(/逾期，自动转到街道/)
      await manager.open(WORKBENCH)
      await manager.page.getByRole('radio', { name: /^已超期/ }).tap()
      await manager.see(`#work-${late}`).waitFor()
      expect(await manager.see(`#work-${late}`).innerText()).toContain('已超期')
      expect(await manager.page.locator(`#work-${gone}`).count()).toBe(0)
      await openAtProperty(manager, late)
      await manager.reloadsUntil(/^物业须在 .+ 前答复，已经逾期，即将转街道。$/)
      await owner.open('/resident/inbox/index')
      await owner.reloadsUntil(`投诉 ${formatNumber(gone)}：逾期自动转街道`)
    })
  },
)

/** The community gives the property two days after a period has run out, for this kind. */
async function letBeLate(office: Phone, kind: string): Promise<void> {
  const at = `${JINXIU}/complaint-settings`
  const { version, settings } = (await office.ask(at)) as SettingsVersion
  const { first_reply } = settings.periods
  const categories = settings.categories.map((one) =>
    one.category === kind
      ? { ...one, periods: { first_reply: { ...first_reply, escalatesAfterHours: 48 } } }
      : one,
  )
  const said = { version, settings: { ...settings, categories } }
  expect(await office.ask(at, said)).toMatchObject({ version: version + 1 })
}
