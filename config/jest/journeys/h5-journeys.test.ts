import { formatNumber } from '#shared/kernel/public-number.ts'
import { describeInBrowser } from '../browser.ts'
import { castBallot } from './cast.ts'
import { OPENED_MS, reloadedUntil, type Phone } from './phone.ts'
import { useStreet } from './street.ts'

jest.setTimeout(120_000)
/** What a result says of an item, and what turnout never says. */
const CHOICE_COUNTED = /(同意|反对|弃权) [\d,.]+ (人|㎡)/

describeInBrowser('the four journeys on the page, each person on their own phone', () => {
  const street = useStreet()

  test('a complaint with a photo is answered with a photo, confirmed and rated', async () => {
    const resident = await street().phoneOf('resident')
    const number = await fileComplaint(resident, '三号电梯关门时有很大的异响，老人不敢坐。')
    const clerk = await street().phoneOf('property')
    await takeOn(clerk, number)
    await answer(clerk, '张师傅今天下午三点已换好门机皮带，试了二十次没有异响。')

    await resident.reloadsUntil('待您确认')
    await resident.reads('张师傅今天下午三点已换好门机皮带')
    await resident.reloadsUntil('经过')
    await expect(shownPhotos(resident)).resolves.toBe(2)
    await resident.see('5 分').tap()
    await resident.tap('#confirm')
    await resident.reads('已经办结。')
    await resident.reads('满意度：5 分（满分 5 分）')

    await clerk.reloadsUntil('已经办结。')
    const { name } = (await resident.ask('/me')) as { name: string }
    expect(name).toMatch(/^.{2,}$/)
    expect(await clerk.says(name)).toBe(false)
  })

  test('a complaint is disputed with a reason, reopened once, and then reviewed', async () => {
    const resident = await street().phoneOf('resident')
    const number = await fileComplaint(resident, '地下车库照明坏了一排，晚上看不清路。')
    const clerk = await street().phoneOf('property')
    await takeOn(clerk, number)
    await answer(clerk, '已经处理。')

    await resident.reloadsUntil('待您确认')
    await resident.tap('#dispute')
    await resident.write('dispute-text', '灯还是不亮，昨晚又有人摔了一跤。')
    await resident.tap('#send-dispute')
    await resident.reads(/居民有异议，物业须在.*前办完/)

    await clerk.reloadsUntil('灯还是不亮')
    await clerk.tap('#act-accept')
    await clerk.reads(/物业须在.*前办完/)
    await answer(clerk, '今天上午十点换了八支灯管，请您晚上再看一下。')
    await resident.reloadsUntil('待您确认')
    await resident.see('#confirm').waitFor()
    await resident.tap('#dispute')
    await resident.write('dispute-text', '只亮了三支，坡道口还是黑的。')
    await resident.tap('#send-dispute')
    await resident.reads(/两名工作人员须在.*前完成复核/)
    expect(await resident.page.locator('#dispute').count()).toBe(0)
  })

  test('a notice is read again, published and locked; a reader is counted once', async () => {
    const chair = await street().phoneOf('committee')
    await lookAs(chair, '业委会')
    await chair.open('/committee/notice-publish/index')
    await chair.tap('业委会公告')
    await chair.write('title', '11 月 28 日上午停水 3 小时')
    await chair.write('text', '因更换 2 号水泵，11 月 28 日 9:00 至 12:00 全小区停水，请提前储水。')
    await chair.tap('7 天')
    await chair.tap('#review')
    await chair.reads('公布后内容不能再改，只能发更正。请再看一遍。')
    await chair.tap('#publish')
    await chair.reads(/^[0-9a-f]{64}$/)
    const at = new URL(chair.page.url())

    const resident = await street().phoneOf('resident')
    await resident.tap('11 月 28 日上午停水 3 小时')
    await resident.reads('全小区停水，请提前储水')
    await resident.reads(/^[0-9a-f]{64}$/)
    await resident.open(at.pathname + at.search)
    // A number that is shown is made anew after 10 s.
    const { server } = street()
    await server.moveTo(new Date((await server.now()).getTime() + 11_000).toISOString())
    await chair.reloadsUntil('2 人') // the chair and the resident, who read it twice
    const { reads } = await notice(resident, at)
    expect(reads).toBe(2)
    await resident.open('/pages/home/index')
    await resident.reads('正在投票')
    expect(await resident.says('11 月 28 日上午停水 3 小时')).toBe(false)
  })

  test('fees: every factor of a bill tells its source, and staff see the collection rate', async () => {
    const owner = await street().phoneOf('resident')
    await owner.tap('#see-bills')
    for (const [factor, source] of [
      ['面积', '房屋登记名册上的建筑面积'],
      ['单价', '物业'],
      ['时间', '年'],
    ] as const) {
      await owner.page
        .getByRole('button', { name: new RegExp(`^${factor} .*看来源$`) })
        .first()
        .tap()
      await owner.reads(new RegExp(`^${factor}：.*${source}`))
    }
    await owner.reads(/四舍五入到分/)
    await owner.reads(/^= ¥[\d,]+\.\d\d$/)

    const manager = await street().phoneOf('manager')
    await manager.tap('#see-collection')
    await manager.reads(/^收费率 \d+\.\d %$/)
    await manager.reads('按账期')
  })

  test('a tenant is told why they cannot vote, and can still read what is voted on', async () => {
    const tenant = await street().phoneOf('tenant')
    await tenant.tap('使用维修资金更换 1 至 3 幢电梯钢丝绳')
    await tenant.reads('租户不能投票，这一户由业主投票。')
    await tenant.reads('使用维修资金更换 6 部电梯的钢丝绳和曳引轮')
    expect(await tenant.page.getByRole('radio').count()).toBe(0)
  })

  test('in the vote that is open an owner casts once, and sees their ballot but no result', async () => {
    const owner = await street().phoneOf('resident')
    await owner.tap('使用维修资金更换 1 至 3 幢电梯钢丝绳')
    await castInTurn(owner, ['同意', '弃权'])
    await owner.open('/pages/home/index')
    await owner.reads('您已投票')
  })
})

/** Files it with a photo in a common area; the number that the page shows. */
async function fileComplaint(phone: Phone, text: string): Promise<string> {
  await phone.open('/pages/complaints/index')
  await phone.tap('#go-file')
  await phone.takePhoto()
  await phone.write('text', text)
  await phone.tap('公共区域')
  await phone.write('area', '三栋一单元')
  // The kind follows from the words.
  const kind = await phone.page
    .getByRole('radiogroup', { name: '哪一类问题' })
    .getByRole('radio', { checked: true })
    .innerText()
  await phone.tap('#file')
  await phone.page.waitForURL('**/resident/complaint/index?*')
  const number = new URL(phone.page.url()).searchParams.get('number') ?? ''
  await phone.reads(`已收到，编号 ${formatNumber(number)}。`)
  await phone.reads(kind.trim())
  return number
}

/** The clerk finds it in the queue once it was checked, and accepts it. */
async function takeOn(clerk: Phone, number: string): Promise<void> {
  await clerk.open('/pages/complaints/index')
  const row = clerk.see(`#complaint-${number}`)
  await clerk.reads('按等待时间排列')
  for (let turn = 0; turn < 20 && (await row.count()) === 0; turn += 1) {
    const more = clerk.see('看更多')
    if ((await more.count()) > 0) await more.tap()
    else await clerk.page.reload()
    await clerk.reads('按等待时间排列')
  }
  await row.tap()
  await clerk.tap('#act-accept')
  await clerk.reads(/物业须在.*前答复，逾期将自动转街道/)
}

async function answer(clerk: Phone, text: string): Promise<void> {
  await clerk.tap('#more-acts')
  await clerk.tap('#act-resolve')
  await clerk.write('resolve-text', text)
  await clerk.takePhoto()
  await clerk.tap('#send-resolve')
  await clerk.reads('等居民确认。')
}

const shownPhotos = async (phone: Phone): Promise<number> => {
  const photos = phone.page.locator('img[src*="/files"]').filter({ visible: true })
  // A photo is shown once the server has read it anew.
  await reloadedUntil(phone.page, photos.nth(1), OPENED_MS)
  const drawn = await photos.evaluateAll((all) =>
    (all as HTMLImageElement[]).map((one) => one.complete && one.naturalWidth > 0),
  )
  return drawn.filter(Boolean).length
}

async function lookAs(phone: Phone, side: string): Promise<void> {
  await phone.open('/pages/me/index')
  await phone.page.getByRole('radio', { name: side }).tap()
}

const notice = (phone: Phone, at: URL): Promise<{ reads: number }> =>
  phone.ask(`/communities/jinxiu/notices/${at.searchParams.get('notice') ?? ''}`) as Promise<{
    reads: number
  }>

/** Chooses one by one; only then can the ballot be read again, signed, and cast. */
async function castInTurn(owner: Phone, choices: readonly string[]): Promise<void> {
  await expect(owner.see('#review').getAttribute('disabled')).resolves.not.toBeNull()
  await castBallot(owner, choices)
  await owner.reads('参与情况')
  const all = await owner.page.locator('body').innerText()
  expect(all).not.toMatch(CHOICE_COUNTED)
}
