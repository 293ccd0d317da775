import { describeInBrowser } from '../browser.ts'
import { castBallot } from './cast.ts'
import { acceptHelp, claimHome, type Claimed } from './claims.ts'
import type { Phone } from './phone.ts'
import { useStreet } from './street.ts'

jest.setTimeout(180_000)

// The demo's newcomer, and three shops that nobody of the demo is bound to.
const NEWCOMER: Claimed = { unit: '2', room: '702', name: '陆娜航', phone: '15100000103' }
const BY_CODE = { unit: '1', room: '104', name: '马桂' }
const HELPED = { unit: '1', room: '104' }
const BY_TWO = { unit: '1', room: '101', name: '杜娜' }

describeInBrowser('a person and a home: claimed, confirmed, refused, appealed', () => {
  const street = useStreet()

  test('a newcomer claims by name and phone, an officer confirms, and the newcomer votes', async () => {
    const newcomer = await street().phoneOf('newcomer')
    await newcomer.reads('您还没有绑定房屋')
    await newcomer.tap('#claim-home')
    await newcomer.reads('先看一下我们怎样处理您的信息')
    await claimHome(newcomer, NEWCOMER)
    await newcomer.reads('已收到您的绑定申请。')
    await newcomer.reads(/姓名和手机号与名册一致，已先绑定/)
    await newcomer.open('/pages/home/index')
    await openRunningVote(newcomer)
    await newcomer.reads(/只有已核实的业主能投票/)
    expect(await newcomer.page.getByRole('radio').count()).toBe(0)

    const chair = await street().phoneOf('committee')
    await openClaim(chair, '1-2-702')
    await chair.reads('姓名和手机号都一致')
    await decide(chair, 'confirm', ['姓名和手机号与名册一致'])
    await chair.reads('已核实')

    await newcomer.reloadsUntil('您的一票')
    expect(await newcomer.says('只有已核实的业主能投票')).toBe(false)
    await castBallot(newcomer, ['同意', '同意'])
  })

  test('without a phone number a code on paper does; it works once', async () => {
    const worker = await street().phoneOf('community')
    await worker.open('/community/paper-code/index')
    await worker.tap('#building')
    await worker.turnWheel(0)
    await worker.write('unit', BY_CODE.unit)
    await worker.write('room', BY_CODE.room)
    await worker.tap('#choose-home')
    await worker.tap('业主')
    await worker.page.getByRole('radiogroup', { name: '哪一位业主' }).getByRole('radio').tap()
    await worker.tap('#issue')
    await worker.reads('验证码只显示这一次')
    const secret = await secretOn(worker)
    await worker.tap('#handed-over')
    expect(await worker.says(secret)).toBe(false)

    const owner = await street().phoneOf('tenant')
    await claimHome(owner, { ...BY_CODE, secret })
    await owner.reads('使用验证码')
    await owner.reads('待核实')

    const other = await street().phoneOf('property')
    await claimHome(other, { ...BY_CODE, secret })
    await other.reads(/您填写的内容还在，可以返回修改/)
  })

  test('somebody without a phone is helped: named at the office, accepted, a complaint in their name', async () => {
    const worker = await street().phoneOf('community')
    await worker.open('/community/paper-code/index')
    await worker.tap('#building')
    await worker.turnWheel(0)
    await worker.write('unit', HELPED.unit)
    await worker.write('room', HELPED.room)
    await worker.tap('#choose-home')
    await worker.page.getByRole('radio', { name: '代办人' }).tap()
    const owners = worker.page.getByRole('radiogroup', { name: '哪一位业主' })
    await owners.getByRole('radio').first().tap()
    await worker.write('helper-name', '林晓')
    await worker.tap('志愿者')
    await worker.tap('书面同意')
    await worker.tap('#issue')
    const secret = await secretOn(worker)

    const helper = await street().phoneOf('newcomer')
    await acceptHelp(helper, { ...HELPED, name: '林晓', secret })
    await helper.reads(/您可以替本人提交投诉/)
    await helper.tap('#file-for')
    await helper.reads('投诉算他本人的，会写明由您代为提交。是否办好，由他自己确认。')
    await helper.write('text', '楼道灯坏了一周，老人晚上不敢下楼。')
    await helper.tap('他家')
    await helper.tap('#file')
    await helper.reads(/提交，由代办人（志愿者） 林\* 代为提交/)
    expect(await helper.says('办好了吗？')).toBe(false)
  })

  test('an heir is refused, appeals, and another officer confirms by the papers', async () => {
    const heir = await street().phoneOf('manager')
    await claimHome(heir, { unit: '1', room: '102', name: '夏小明', ground: '继承' })
    await heir.reads('等待核实')
    await heir.reads('带证件到社区办理')
    const place = new URL(heir.page.url())

    const chair = await street().phoneOf('committee')
    await openClaim(chair, '1-1-102')
    await chair.reads('名册上找不到对应的业主')
    await chair.page.locator('[id^="reject-"]').first().tap()
    await chair.tap('缺少证明材料')
    await chair.write('words', '请带继承公证书到社区。')
    await chair.tap('#reject')
    await chair.reads('没有通过')

    await heir.open(place.pathname + place.search)
    await heir.reads('原因：缺少证明材料')
    await heir.write('appeal-words', '公证书在我手里，可以带到社区。')
    await heir.tap('#appeal')
    await heir.reads('申诉中')

    const worker = await street().phoneOf('community')
    await worker.open('/community/claims/index')
    await worker.tap('申诉')
    await worker.tap('[id="claim-1-1-102"]')
    await decide(worker, 'confirm', ['夏国', '继承公证书'])
    await worker.reads('已核实')
    await heir.open(place.pathname + place.search)
    await heir.reads('这套房的其他人')
    await heir.reads('共有人和产权代表')
  })

  test('two who claim one home are seen side by side; one is confirmed, the other told why not', async () => {
    const owner = await street().phoneOf('coowner')
    await claimHome(owner, { ...BY_TWO, phone: '13300000000' })
    await owner.reads('待核实')
    const other = await street().phoneOf('property')
    await claimHome(other, { ...BY_TWO, ground: '我是登记的业主，但换了手机号' })
    await other.reads(/还有别人也说这套房是他的/)
    const place = new URL(other.page.url())

    const worker = await street().phoneOf('community')
    await worker.open('/community/claims/index')
    await worker.reads('多人认领')
    await worker.tap('[id="claim-1-1-101"]')
    await worker.reads('不止一个人说这是他的房')
    const cards = worker.page.locator('[id^="claim-"]').filter({ visible: true })
    const theOwner = cards.filter({ hasText: '13300000000' })
    await theOwner.locator('[id^="confirm-"]').tap()
    await worker.tap('不动产权证书')
    await worker.tap('#confirm')
    await worker.reads('已核实')
    await worker.page.locator('[id^="reject-"]').filter({ visible: true }).tap()
    await worker.tap('这套房已由登记的业主绑定')
    await worker.write('words', '登记的业主已带产权证核实。')
    await worker.tap('#reject')
    await worker.reads('没有通过')

    await other.open(place.pathname + place.search)
    await other.reads('原因：这套房已由登记的业主绑定')
  })
})

const openRunningVote = (phone: Phone): Promise<void> =>
  phone.tap('使用维修资金更换 1 至 3 幢电梯钢丝绳')

async function openClaim(officer: Phone, unit: string): Promise<void> {
  await officer.open('/community/claims/index')
  await officer.tap(`[id="claim-${unit}"]`)
  await officer.reads('系统会记下来，本人能看到是谁看的')
}

/** Opens the decision of the only claim that waits, chooses by the words given, and makes it. */
async function decide(officer: Phone, act: string, chosen: readonly string[]): Promise<void> {
  await officer.page.locator(`[id^="${act}-"]`).filter({ visible: true }).first().tap()
  for (const name of chosen) await officer.page.getByRole('radio', { name }).tap()
  await officer.tap(`#${act}`)
}

/** The code on the slip, as it is read aloud. */
async function secretOn({ page }: Phone): Promise<string> {
  const slip = page.getByRole('img', { name: /^验证码：/ })
  const label = await slip.getAttribute('aria-label')
  return (label ?? '').replace(/^验证码：|\s/g, '')
}
