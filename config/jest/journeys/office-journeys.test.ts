// What the community's office does beside the ladder, on the page as served: the window, emergencies, settings, the calendar.
import { describeInBrowser } from '../browser.ts'
import { filed, phonesOf } from './cases.ts'
import { download } from './downloads.ts'
import type { Phone } from './phone.ts'
import { useStreet } from './street.ts'
import { NOTICE } from './tour-settings.ts'

jest.setTimeout(120_000)

describeInBrowser('the office at its window and desk, each person on their own phone', () => {
  const street = useStreet()

  test('the window files for who has no phone; by the paper it becomes theirs, once', async () => {
    const [worker, owner] = await phonesOf(street(), 'community', 'coowner')
    await worker.tap('#window')
    await worker.write('name', '贺大爷')
    await worker.tap('#category')
    await worker.turnWheel(4)
    await worker.write('text', '电梯关门太快，昨天夹了老人的手。')
    await worker.tap('公共区域')
    await worker.write('area', '三栋电梯厅')
    await worker.tap('#file-at-window')
    await worker.reads('投诉回执')
    const paper = await download(worker, '#save-receipt')
    const [number = '', code = ''] = Array.from(
      paper.text.matchAll(/<span class="big">([^<]+)</g),
      ([, words = '']) => words,
    )
    await worker.reads(code)
    await worker.page.emulateMedia({ media: 'print' })
    expect(await worker.see('.code-slip').isVisible()).toBe(true)
    expect(await worker.page.locator('#handed-over').isVisible()).toBe(false)
    await worker.page.emulateMedia({ media: 'screen' })
    await worker.tap('#handed-over')
    await worker.reads('本人没有用手机')
    expect(await worker.says(code)).toBe(false)

    await owner.open('/pages/complaints/index')
    await owner.tap('#go-claim')
    await owner.write('number', number.toLowerCase())
    await owner.write('secret', '34679-ACDEF')
    await owner.tap('#claim')
    await owner.reads('编号或认领码不对，请照回执核对。多次输错，今天就不能再试。')
    await owner.write('secret', code)
    await owner.tap('#claim')
    await owner.page.waitForURL('**/resident/complaint/index*')
    await owner.reads(/物业须在.*前答复，逾期将自动转街道/)
    await owner.reads('社区窗口')
    await worker.open('/community/complaint-window/index')
    await worker.tap('#with-paper')
    await worker.write('number', number)
    await worker.tap('#look-up')
    await worker.reads('本人已经认领，由本人在手机上办。')
  })

  test('an emergency: reported in a breath, told to all at once, worked through, restored, looked back at', async () => {
    const [resident, clerk, officer, worker] = await phonesOf(
      street(),
      'resident',
      'property',
      'street',
      'community',
    )
    await resident.tap('#emergencies')
    await resident.tap('我要上报')
    await resident.tap('#kind-facade')
    await resident.write('detail', '西侧墙面')
    await resident.tap('#report')
    await resident.tap('#report-sure')
    await resident.reads('楼体外立面脱落')
    for (const phone of [clerk, officer, worker]) {
      await phone.open('/resident/inbox/index')
      await phone.reloadsUntil(/楼体外立面脱落/)
    }
    await officer.open('/community/emergency-list/index')
    await officer.page.locator('[id^="emergency-"]').first().tap()
    await officer.reads(/^处置清单/)
    await clerk.open(new URL(officer.page.url()).pathname + new URL(officer.page.url()).search)
    const decide = async (
      phone: Phone,
      act: string,
      said: Readonly<Record<string, string>> = {},
    ) => {
      await phone.tap(`#choose-${act}`)
      for (const [id, text] of Object.entries(said)) await phone.write(id, text)
      await phone.tap(`#send-${act}`)
      await phone.see(`#send-${act}`).waitFor({ state: 'hidden' })
    }
    await decide(clerk, 'confirm')
    await clerk.tap('#step-secure')
    await clerk.reads('处置清单，做了 1 步，共 6 步')
    await decide(clerk, 'handle', { text: '拉警戒线，移走两辆车。' })
    await clerk.tap('#choose-expect')
    await clerk.tap('#until')
    await clerk.turnWheel(0)
    await clerk.tap('#send-expect')
    await clerk.reads(/预计恢复时间：/)
    await decide(clerk, 'restore', { text: '松动瓷砖已清除。' })
    await worker.open(new URL(officer.page.url()).pathname + new URL(officer.page.url()).search)
    await decide(worker, 'review', {
      ...{ cause: '瓷砖空鼓。', done: '当天清除。' },
      changes: '月底前检查全部外墙。',
    })
    await resident.page.reload()
    await resident.reads('月底前检查全部外墙。')
  })

  test('settings: each change is a version with its difference; what is in use goes on when it is removed', async () => {
    const [worker, owner] = await phonesOf(street(), 'community', 'resident')
    const SETTINGS = '/community/complaint-settings'
    const number = await filed(owner, {
      category: 'green',
      text: '北门的树枝压到电线，刮风就冒火花。',
    })
    await worker.open(`${SETTINGS}/index`)
    await worker.tap('#period-street_accept')
    await worker.write('amount', '2')
    await worker.tap('#edited')
    await worker.reads('街道受理：1 个工作日 改为 2 个工作日')
    await worker.tap('#category-green')
    await worker.tap('停用')
    await worker.tap('#edited')
    await worker.reads('类别“绿化”：可以提交 改为 停用')
    await worker.tap('#save-settings')
    await worker.reads(/已存为第 1 版/)
    await worker.open(`${SETTINGS}-versions/index`)
    await worker.reads('第 1 版（现在用的）')
    await worker.reads('类别“绿化”：可以提交 改为 停用')

    await expect(filed(owner, { category: 'green', text: '草坪被车压坏了。' })).rejects.toThrow(
      '这一类投诉已经停用，请重新选择类别。',
    )
    await owner.open(`/resident/complaint/index?number=${number}`)
    await owner.reloadsUntil(/物业须在.*前答复/)
    await owner.reads('绿化')
  })

  test('next year’s days off are read from the notice, seen month by month, and given', async () => {
    const [admin, officer] = await phonesOf(street(), 'admin', 'street')
    await admin.open('/community/calendar-give/index?year=2027')
    await admin.write('notice-text', NOTICE)
    await admin.reads('读出来：休 15 天，班 3 天')
    await admin.tap('#give-table')
    await admin.reads(/已录入 2027 年的放假安排，第 1 版/)
    await officer.open('/community/calendar/index')
    await officer.tap('2027 年')
    await officer.reads('休 15 天，班 3 天')
  })
})
