import { describeInBrowser } from '../browser.ts'
import { castBallot } from './cast.ts'
import type { Phone } from './phone.ts'
import { DEMO_NOW } from './server.ts'
import { useStreet } from './street.ts'

const DAY = 86_400_000
const JINXIU = '/communities/jinxiu/votes'
jest.setTimeout(240_000)

interface Told {
  readonly vote: string
  readonly opensAt: string
  readonly closesAt: string
}

const day = (time: string | number | Date): string => new Date(time).toISOString().slice(0, 10)
const later = (time: string, ms: number): string => new Date(Date.parse(time) + ms).toISOString()

describeInBrowser('a vote by tap from its draft to its published result', () => {
  const street = useStreet()
  const chairman = async () => {
    const chair = await street().phoneOf('committee')
    await chair.open('/pages/me/index')
    await chair.page.getByRole('radio', { name: '业委会' }).tap()
    return chair
  }

  test('roll, objection, notice, signed ballots, two looks at the count, result', async () => {
    const { server } = street()
    const chair = await chairman()
    const vote = await draft(chair)
    const conduct = `/committee/vote-conduct/index?vote=${vote}`
    await chair.tap('#publish')
    await chair.tap('#publish-sure')
    await chair.reads('名册公示')

    const owner = await street().phoneOf('resident')
    await owner.open(`/resident/vote/index?vote=${vote}`)
    await owner.tap('#see-roll')
    await owner.reads(/法释〔2009〕7号第九条/)
    await owner.tap('#object')
    await owner.write('objection', '我家的面积少写了 10 ㎡，请核对。')
    await owner.tap('#object-sure')
    await owner.reads('我提的')

    await chair.open(`/committee/vote-answers/index?vote=${vote}&about=roll`)
    await chair.reads(/还有 1 件没有答复/)
    await chair.tap('异议不成立')
    await chair.page.locator('[id^="answer-"] textarea, textarea[id^="answer-"]').fill(ANSWER)
    await chair.tap('答复这件异议')
    await chair.reads('每件都答复了。')
    await owner.reloadsUntil(new RegExp(ANSWER))

    await server.moveTo(later(DEMO_NOW, 9 * DAY))
    const later9 = await chairman()
    await later9.open(conduct)
    await later9.tap('#freeze')
    await later9.tap('#freeze-sure')
    await later9.reads('名册已定')
    await recordGate(later9, vote)
    await later9.open(conduct)
    await later9.tap('#notice')
    await later9.tap('#notice-sure')
    await later9.reads('已公告')
    const told = (await later9.ask(`${JINXIU}/${vote}`)) as Told
    expect(Date.parse(told.opensAt) - Date.parse(DEMO_NOW)).toBeGreaterThan(24 * DAY)

    await server.moveTo(told.opensAt)
    const voter = await street().phoneOf('resident')
    await voter.open(`/resident/vote/index?vote=${vote}`)
    await voter.reloadsUntil('您的一票')
    await castBallot(voter, ['同意', '反对'])
    await voter.tap('看我的签名')
    await voter.page.getByRole('img', { name: '我的签名，一共 2 笔' }).waitFor()
    const coowner = await street().phoneOf('coowner')
    await coowner.open(`/resident/vote/index?vote=${vote}`)
    await coowner.reads(/这一户的共有人已推选.*代表投票，您不能另投/)
    expect(await coowner.page.getByRole('radio').count()).toBe(0)

    await server.moveTo(later(told.closesAt, 61_000))
    const counted = await chairman()
    await counted.open(conduct)
    await counted.reloadsUntil('业委会还没有核对并确认计票结果。')
    await counted.tap('#confirm')
    await counted.tap('#confirm-sure')
    await counted.reads('业委会已经确认，等社区核对')

    const worker = await street().phoneOf('community')
    await worker.open(`/community/vote/index?vote=${vote}`)
    await worker.tap('#confirm')
    await worker.reads('选票指纹（两方看到的要一样）')
    await worker.tap('#confirm-sure')
    await worker.reads(/计票已经核对，等待公布/)

    await counted.open(conduct)
    await counted.tap('#result')
    await counted.tap('#publish-result-sure')
    await counted.reads('没有形成决定')

    const reader = await street().phoneOf('tenant')
    await reader.open(`/resident/vote-result/index?vote=${vote}`)
    await reader.reads('参与够不够')
    for (const axis of ['人数', '面积']) {
      const bars = reader.page.getByRole('img', { name: new RegExp(`^${axis}：`) })
      expect(await bars.count()).toBe(4) // taking part and agreeing, of two items
    }
    await reader.reads(/(同意|反对|弃权) [\d,.]+ (人|㎡)/)
    await reader.reads('参与不够，无效')
  })
})

const ANSWER = '不动产登记是 89.57 ㎡，没有少写。'

async function draft(chair: Phone): Promise<string> {
  await chair.open('/committee/vote-draft/index')
  await chair.write('title', '更换保安公司和门禁')
  await chair.tap('本小区电子表决')
  await chair.tap('#add-item')
  for (const item of [1, 2]) {
    await chair.tap(`#matter-${item}`)
    await chair.turnWheel(item === 1 ? 3 : 5)
    await chair.write(`title-${item}`, `第 ${item} 件事的议题`)
    await chair.write(`text-${item}`, '做什么、花多少钱、多长时间，都写在这里。')
  }
  await chair.tap('#save')
  await chair.see('#publish').waitFor()
  return new URL(chair.page.url()).searchParams.get('vote') ?? ''
}

/** What comes before a decision, done in the eight days before. */
async function recordGate(chair: Phone, vote: string): Promise<void> {
  const done = day(later(DEMO_NOW, 9 * DAY))
  const receipts = [
    { step: 'consultation', from: day(DEMO_NOW), day: day(later(DEMO_NOW, 8 * DAY)) },
    ...['summary', 'party', 'residents'].map((step) => ({ step, day: done })),
  ]
  for (const receipt of receipts) {
    const answer = await chair.ask(`${JINXIU}/${vote}/gate`, { ...receipt, document: '小区公告栏' })
    expect(answer).toMatchObject({ vote })
  }
}
