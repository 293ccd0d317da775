// A whole vote on signed paper, as a committee and a community worker hold it: from the sheets to the result.
import { describeInBrowser } from '../browser.ts'
import { phonesOf } from './cases.ts'
import { download } from './downloads.ts'
import { look } from './look.ts'
import type { Phone } from './phone.ts'
import { useStreet } from './street.ts'
import { counted, moveOn, noticed } from './votes-told.ts'

jest.setTimeout(240_000)

const SCOPE = [{ building: '1', entrance: '1' }]
const DRAFT = {
  title: '更换一单元的单元门',
  mode: 'paper_assisted',
  scope: SCOPE,
  items: [
    {
      matter: 5,
      title: '使用维修资金更换单元门',
      text: '一栋一单元的单元门更换为平移门，使用维修资金 1.2 万元，工期两天。',
    },
  ],
}

describeInBrowser('a vote on paper, each officer on their own phone', () => {
  const street = useStreet()

  test('printed, handed in, entered by two people, reconciled, counted', async () => {
    const { server } = street()
    const [chair, worker] = await phonesOf(street(), 'committee', 'community')
    const vote = await noticed(chair, server, DRAFT)

    await chair.open(`/committee/vote-papers/index?vote=${vote}`)
    await chair.write('hand-in', '社区居委会一楼窗口')
    await look(chair, 'vote-papers')
    const { name, text } = await download(chair, '#print-sheets')
    expect(name).toBe('表决票-1.html')
    const codes = [...text.matchAll(/<b>(\d+-\d+ [^<]+)<\/b>/g)].map(([, code = '']) => code)
    expect(codes.length).toBeGreaterThan(5)
    await chair.tap('#building-1')
    await look(chair, 'vote-papers-building')
    await chair.tap('#line-1')
    await chair.tap('上门送达')
    await look(chair, 'vote-papers-sheet')
    await chair.tap('#issue')
    await chair.reads('已发出')

    await moveOn(server, 16)
    await Promise.all([chair.logIn('committee'), worker.logIn('community')])
    const [first = '', second = ''] = codes
    await takeIn(worker, vote, first)
    await takeIn(worker, vote, second)
    await pictureOf(worker)
    await enter(worker, vote, first, '同意')
    await worker.reads(/请由另一个人再录一次/)
    await enter(chair, vote, first, '同意')
    await chair.reads(/两人录入一致/)
    // The worker misread the second, and takes it up again with the sheet in hand.
    await enter(chair, vote, second, '反对')
    await enter(worker, vote, second, '弃权')
    await worker.reads(/两次录入不一致/)
    await look(worker, 'vote-paper-desk-differs')
    // Both have entered it: now the picture tells the one who was wrong, and the look is on record.
    await findSheet(chair, vote, second)
    await chair.tap('#see-photos')
    await chair.reads(/和原件不一样的，以原件为准/)
    await look(chair, 'vote-paper-desk-photo')
    await enter(worker, vote, second, '反对')
    await enter(chair, vote, second, '反对')
    await chair.reads(/两人录入一致/)

    await moveOn(server, 8)
    await Promise.all([chair.logIn('committee'), worker.logIn('community')])
    for (const phone of [chair, worker]) {
      await phone.open(`/committee/vote-paper-report/index?vote=${vote}`)
      await phone.reads(/^印了没有发出的表决票/)
      for (const field of await phone.page
        .locator('[id^="note-"] textarea')
        .filter({ visible: true })
        .all()) {
        await field.fill('逐户核对，业主外出没有交回。')
      }
      await look(phone, 'vote-paper-report')
      await phone.tap('#declare')
      await phone.reads('已经确认')
    }
    await worker.reads(/已经核对完毕，开始计票/)
    const result = await counted(chair, worker, vote)
    expect(result.items[0]).toMatchObject({ forHeads: 1, againstHeads: 1, participatingHeads: 2 })
    expect(result.papers).toMatchObject({ printed: codes.length, returned: 2, entered: 2 })
    for (const phone of [chair, worker]) expect(phone.faults).toEqual([])
  })
})

async function findSheet(phone: Phone, vote: string, code: string): Promise<void> {
  await phone.open(`/committee/vote-paper-desk/index?vote=${vote}`)
  await phone.write('code', code.toLowerCase())
  await phone.tap('#look')
  await phone.reads(`票号 ${code.split(' ')[0] ?? ''}`)
}

async function takeIn(phone: Phone, vote: string, code: string): Promise<void> {
  await findSheet(phone, vote, code)
  await look(phone, 'vote-paper-desk')
  await phone.tap('#take-back')
  await phone.reads('等第一人录入')
}

async function pictureOf(phone: Phone): Promise<void> {
  await phone.takePhoto()
  await phone.reads(/照片 1/)
  await look(phone, 'vote-paper-desk-camera')
  await phone.tap('#keep-photos')
  await phone.reads(/已存 1 张。两个人都录入以后才能看/)
}

async function enter(phone: Phone, vote: string, code: string, choice: string): Promise<void> {
  await findSheet(phone, vote, code)
  await phone.tap(choice)
  // Of co-owners their representative, in whatever order they stand.
  const shown = (text: string | RegExp) => phone.page.getByText(text).filter({ visible: true })
  const chosen = shown('共有人推选的代表')
  await ((await chosen.count()) > 0 ? chosen : shown(/^有签名/)).first().tap()
  await look(phone, 'vote-paper-desk-entry')
  await phone.tap('#enter')
}
