// What the offices above the property do, on the page as served: community, street, district, platform.
import { createHash } from 'node:crypto'
import { formatNumber } from '#shared/kernel/public-number.ts'
import { describeInBrowser } from '../browser.ts'
import { begin, caseOf, comesUp, filed, openAtOffice, phonesOf, refusalOf, went } from './cases.ts'
import { download } from './downloads.ts'
import { useStreet } from './street.ts'

jest.setTimeout(120_000)
const HOUR = 3_600_000
const DAY = 24 * HOUR
const DESK = '/community/street-desk/index'

describeInBrowser('the ladder above the property, each person on their own phone', () => {
  const street = useStreet()
  const later = async (ms: number): Promise<void> => {
    const { server } = street()
    await server.moveTo(new Date((await server.now()).getTime() + ms).toISOString())
  }
  test('what nobody answered the clock brings to the street, which looks on the spot and calls a meeting', async () => {
    const [owner] = await phonesOf(street(), 'resident')
    const number = await filed(owner, {
      ...{ category: 'security', text: '东门道闸坏了一个月，外来车随便进。' },
    })
    await later(25 * HOUR)
    const [officer] = await phonesOf(street(), 'street')
    await officer.tap('#street-desk')
    await officer.tap('#pile-to_accept')
    await comesUp(officer, `#complaint-${number}`)
    await officer.tap(`#complaint-${number}`)
    await officer.reads(/逾期，自动转到街道/)
    await officer.reads(/^答复期限：11 月 22 日/)
    await officer.reads(/^转街道时：过期/)
    await officer.tap('#act-accept_at_street')
    await officer.reads(/街道须在.*前到现场核实/)
    await officer.tap('#act-record_onsite')
    await officer.takePhoto()
    await officer.write('onsite-text', '道闸杆脱落，岗亭没有人值守。')
    await officer.tap('#send-onsite')
    await officer.reads('道闸杆脱落，岗亭没有人值守。')
    await officer.reads(/^到场的人：街道 曾建国/)
    await officer.page.locator('img[src*="/files"]').first().waitFor()
    await officer.tap('#act-handle')
    await officer.tap('#send-handle')
    await officer.reads(/街道须在.*前办理完/)
    await begin(officer, 'find')
    await officer.tap('本级确实无法解决')
    await officer.write('find-text', '更换道闸要动用公共收益，须业主表决。')
    await officer.write('find-approver', '王主任')
    await officer.tap('#send-find')
    await officer.reads('结论：属于本级职责，但确实无法解决')
    await officer.open('/community/street-agenda/index')
    await officer.tap(`#tick-${number}`)
    await officer.reads(new RegExp(`· ${formatNumber(number)} 东门道闸坏了一个月，外来车随便进。`))
    await openAtOffice(officer, number)
    await officer.tap('#act-escalate')
    await officer.tap('#send-escalate')
    await officer.reads(/街道须在.*前召开联席会议/)
    await owner.open(`/resident/complaint/index?number=${number}`)
    await owner.reads(/街道须在.*前召开联席会议/)
  })

  test('a price goes past the property to the department of the table; in mediation no clock runs', async () => {
    const [officer, owner] = await phonesOf(street(), 'street', 'coowner')
    const price = await filed(owner, {
      category: 'fees',
      text: '地下车位费涨了三成，没有公示过依据。',
    })
    const noise = await filed(owner, {
      ...{ category: 'noise', text: '广场舞音响每天放到夜里十点半。', direct: true },
    })
    await openAtOffice(officer, price)
    await officer.reads(/街道须在.*前受理/)
    await officer.tap('#act-accept_at_street')
    await begin(officer, 'refer')
    const departments = officer.page.getByRole('radiogroup', { name: '转给谁' }).getByRole('radio')
    await departments.first().waitFor()
    expect(await departments.first().innerText()).toMatch(/^市场监管\s+这一类投诉常转这里$/)
    await departments.first().tap()
    await officer.write('refer-text', '请查车位费是否明码标价。')
    await officer.tap('#send-refer')
    await officer.reads(/转给有关部门：市场监管/)
    await owner.open(`/resident/complaint/index?number=${price}`)
    await owner.reads(/转给有关部门：市场监管/)

    await openAtOffice(officer, noise)
    await officer.tap('#act-accept_at_street')
    await officer.reads(/街道须在.*前到现场核实/)
    await begin(officer, 'to_mediation')
    await officer.write('toMediation-body', '檀木林街道人民调解委员会')
    await officer.tap('#send-toMediation')
    await officer.reads('正在调解，期限停止计算，案卷仍可查看。')
    expect(await caseOf(officer, noise)).toMatchObject({ state: 'mediation', clocks: [] })
    await officer.open(`${DESK}?group=elsewhere`)
    await comesUp(officer, `#complaint-${noise}`)
    expect(await officer.see(`#complaint-${noise}`).innerText()).toContain('期限停止计算')
  })

  test('a duplicate goes into the earlier one, and who filed it keeps their thread', async () => {
    const [worker, first, second] = await phonesOf(street(), 'community', 'resident', 'coowner')
    const earlier = await filed(first, {
      category: 'parking',
      text: '消防通道停满了车，救护车进不来。',
    })
    const again = await filed(second, {
      category: 'parking',
      text: '消防通道又停了四辆车，请挪走。',
    })
    await openAtOffice(worker, again)
    await begin(worker, 'merge')
    await worker.write('merge-into', formatNumber(earlier))
    await worker.tap('#send-merge')
    await worker.reads(/已并入更早的一件/)
    await worker.tap('#go-merged')
    await worker.reads('消防通道停满了车，救护车进不来。')
    await second.open(`/resident/complaint/index?number=${again}`)
    await second.reloadsUntil(`已并入更早的一件（${formatNumber(earlier)}），一起办理。`)
    await second.reads('消防通道又停了四辆车，请挪走。')
    expect(await refusalOf(second, again, 'messages', { text: '还在停' })).toBe('complaints.merged')
  })

  test('a second dispute is for two officers, each once', async () => {
    const [owner, clerk, worker, officer] = await phonesOf(
      street(),
      'resident',
      'property',
      'community',
      'street',
    )
    const number = await filed(owner, {
      category: 'cleaning',
      text: '垃圾房三天没有清运，臭味到了楼道。',
    })
    await openAtOffice(worker, number)
    const round = (text: string) =>
      [
        [clerk, 'accept'],
        [clerk, 'resolve', { text: '已清运。' }],
        [owner, 'dispute', { text }],
      ] as const
    await went(number, ...round('只清了一半，还在外面堆着。'), ...round('又堆满了，没有人管。'))
    for (const [reviewer, text] of [
      [worker, '现场看过，垃圾房已经清空。'],
      [officer, '调了三天的清运记录，属实。'],
    ] as const) {
      await openAtOffice(reviewer, number)
      await reviewer.tap('#act-review')
      await reviewer.tap('已经办好')
      await reviewer.write('review-text', text)
      await reviewer.tap('#send-review')
      await reviewer.reads(text)
      expect((await caseOf(reviewer, number)).acts).not.toContain('review')
    }
    await officer.reads('未确认结案')
    await owner.open(`/resident/complaint/index?number=${number}`)
    await owner.reads(/没有得到确认，已按记录的决定结案，不计为满意/)
  })

  test('the file is a page of its own, with what was attached and a hash that can be checked', async () => {
    const [resident] = await phonesOf(street(), 'resident')
    const { items } = (await resident.ask('/communities/jinxiu/complaints/mine?limit=50')) as {
      items: readonly { readonly number: string; readonly summary: string }[]
    }
    const number = items.find(({ summary }) => summary.startsWith('东门道闸'))?.number ?? ''
    const [officer] = await phonesOf(street(), 'street')
    await openAtOffice(officer, number)
    const { name, text } = await download(officer, '#evidence')
    expect(name).toBe(`投诉案卷-${formatNumber(number)}.html`)
    const main = /<main>[^]*<\/main>/.exec(text)?.[0] ?? ''
    const hash = createHash('sha256').update(main).digest('hex')
    await officer.reads(`案卷已存好，校验值开头是 ${hash.slice(0, 8)}。`)
    await officer.tap('#open-check')
    await officer.write('hash', hash)
    await officer.tap('#check')
    await officer.reads(/^这份案卷由街道 .+ 导出。$/)

    const reader = await street().phone()
    await reader.page.setContent(text)
    await reader.reads('六、附件')
    await reader.reads(/逾期，自动转到街道/)
    const photos = await reader.page
      .locator('img')
      .evaluateAll((all) =>
        (all as HTMLImageElement[]).map(
          ({ naturalWidth, src }) => naturalWidth > 0 && src.startsWith('data:'),
        ),
      )
    expect(photos).toEqual([true])
  })

  test('after 15 silent days and two reminders the community closes it, on record, and never as satisfied', async () => {
    const [owner, clerk, worker] = await phonesOf(street(), 'resident', 'property', 'community')
    const number = await filed(owner, { category: 'repair', text: '二单元门禁坏了，谁都能进。' })
    await openAtOffice(worker, number)
    await went(number, [clerk, 'accept'], [clerk, 'resolve', { text: '门禁已换新。' }])
    const early = await refusalOf(worker, number, 'close-unanswered', { text: '没有回音。' })
    expect(early).toBe('complaints.not_unanswered')
    await later(11 * DAY)
    await openAtOffice(worker, number)
    await worker.reloadsUntil(/提醒提出人确认是否办好/)
    await later(5 * DAY)
    await worker.reloadsUntil(/一直没有答复，社区可以记录后结案/)
    await worker.tap('#act-close_unanswered')
    await worker.write('closeUnanswered-text', '两次提醒、一次上门都没有回音。')
    await worker.tap('#send-closeUnanswered')
    await worker.reads('未确认结案')
    await worker.reads('两次提醒、一次上门都没有回音。')
    await owner.open(`/resident/complaint/index?number=${number}`)
    await owner.reads(/没有得到确认，已按记录的决定结案，不计为满意/)
  })

  test('what a street let pass stands on the district’s desk; a frozen file opens on a ground', async () => {
    const [tenant, district, officer] = await phonesOf(street(), 'tenant', 'district', 'street')
    const number = await filed(tenant, {
      ...{ category: 'committee', text: '筹备组的公告又被撕了，请街道来看。' },
    })
    await openAtOffice(officer, number)
    await tenant.open('/resident/privacy-close/index')
    await tenant.tap('#close-account')
    await tenant.tap('#close-account-sure')
    await tenant.reads(/在这之前可以随时反悔/)
    await later(5 * DAY)
    await district.tap('#district-desk')
    await comesUp(district, `#complaint-${number}`)
    await district.tap(`#complaint-${number}`)
    await district.reads(/街道须在.*前受理，已经逾期，区县可以看到/)
    await later(3 * DAY)
    await officer.open(`/community/complaint/index?community=jinxiu&number=${number}`)
    await officer.reloadsUntil('这件投诉已封存')
    await officer.tap('说明理由后调阅')
    await officer.tap('诉讼')
    await officer.write('frozen-reason', '自流井区人民法院来函调取，2026 年第 12 号。')
    await officer.tap('#open-frozen')
    await officer.reads('筹备组的公告又被撕了，请街道来看。')
    await officer.reads(/这件投诉封存到/)
  })
})
