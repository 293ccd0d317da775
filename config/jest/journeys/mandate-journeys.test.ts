// A vote in which somebody has another cast for them, and co-owners have one of them vote for both.
import { purposeOf } from '#shared/privacy/purposes.ts'
import { describeInBrowser } from '../browser.ts'
import { castBallot } from './cast.ts'
import { phonesOf } from './cases.ts'
import type { Phone } from './phone.ts'
import { useStreet } from './street.ts'
import { counted, moveOn, noticed, told } from './votes-told.ts'

jest.setTimeout(240_000)

const JINXIU = '/communities/jinxiu'
const MINUTE = 60_000
const AGENT = '廖小燕'
const DRAFT = {
  title: '大门门岗改为人脸识别和刷卡两用',
  mode: 'local_electronic',
  items: [
    {
      matter: 4,
      title: '门岗由现物业改造，费用由物业承担',
      text: '东门、南门门岗改为人脸识别和刷卡两用，业主可以只用门卡，费用由物业承担。',
    },
  ],
}
/** A shop that two own, and that nobody of the demo is bound to. */
const SHARED = '1-1-102'

describeInBrowser('who casts for somebody else', () => {
  const street = useStreet()

  test('an agent with a written mandate, an owner who casts after all, one of two co-owners', async () => {
    const { server } = street()
    const [chair, worker, first, second] = await phonesOf(
      ...([street(), 'committee', 'community', 'newcomer', 'coowner'] as const),
    )
    await bind(worker, first, '夏国', '18700000001')
    await bind(worker, second, '孟国洋', '19300000002')
    await agreeOnOne(first, second)
    const vote = await noticed(chair, server, DRAFT)
    await moveOn(server, 16)
    const [principal, agent] = await phonesOf(street(), 'resident', 'tenant')
    const page = `/resident/vote/index?vote=${vote}`

    // Whoever logged in a while ago shows again who they are, to give a mandate as to cast.
    const secret = await give(principal, page, () =>
      server
        .now()
        .then((now) => server.moveTo(new Date(now.getTime() + 11 * MINUTE).toISOString())),
    )
    await agent.open(page)
    await agent.reads(/租户不能投票/)
    await agent.tap('#mandates')
    await agent.write('secret', secret.toLowerCase())
    await agent.tap('#accept')
    await agent.reads('第 1 项反对。请照业主的意见投')
    await agent.tap('去投这一票')
    await agent.reads(/的业主书面委托您投这一票。/)
    await agent.reads('照此投出，不能改选')
    await castBallot(agent, [])

    // The chair has the same neighbour cast, and does not come themselves.
    await chair.logIn('committee')
    const at = `${JINXIU}/votes/${vote}`
    const { heads } = (await told(chair, at)) as { heads: readonly { head: string }[] }
    const other = { head: heads[0]?.head ?? '', agent: AGENT }
    const given = (await told(chair, `${at}/mandates`, other)) as { secret: string }
    await told(agent, `${at}/mandates/acceptance`, { secret: given.secret })
    await agent.page.reload()
    await castBallot(agent, ['反对'])
    await agent.page.getByText('我的选票').nth(1).waitFor()

    await principal.open(page)
    await principal.tap('#mandates')
    await principal.reads(/已经替您投票。您还可以本人投/)
    await principal.open(page)
    await castBallot(principal, ['同意'])
    await agent.page.reload()
    await agent.reads(/业主本人已经投票/)

    await Promise.all([first.logIn('newcomer'), second.logIn('coowner')])
    await second.open(page)
    await second.reads(/已推选夏.代表投票，您不能另投/)
    expect(await second.says('您的一票：1 人，98.89 ㎡')).toBe(false)
    await first.open(page)
    await first.reads(/由您和其他共有人一共 2 人共有，合起来算一票/)
    await castBallot(first, ['弃权'])

    await moveOn(server, 6)
    await Promise.all([chair.logIn('committee'), worker.logIn('community')])
    const { items } = await counted(chair, worker, vote)
    expect(items[0]).toMatchObject({ forHeads: 1, againstHeads: 1, participatingHeads: 3 })
  })
})

/** An owner by the register, as an officer sees. */
async function bind(officer: Phone, owner: Phone, name: string, number: string): Promise<void> {
  const { id: purpose, version } = purposeOf('agreement')
  await told(owner, '/consents', { purpose, version })
  await told(owner, '/bindings/phone', { code: `demo-phone:${number}` })
  const where = { community: 'jinxiu', building: '1栋', unit: '1单元', room: '102' }
  const claimed = (await told(owner, '/bindings/claims', { ...where, name })) as Claimed
  const at = `${JINXIU}/bindings`
  const { owners } = (await told(officer, `${at}/homes/${SHARED}`)) as HomeInFull
  const member = owners.find((one) => one.name === name)?.member
  const evidence = { kind: 'register_match' }
  await told(officer, `${at}/${claimed.binding}/confirm`, { unit: SHARED, member, evidence })
}

/** One proposes themselves, the other consents. */
async function agreeOnOne(first: Phone, second: Phone): Promise<void> {
  const page = `/resident/home-representative/index?community=jinxiu&unit=${SHARED}`
  await first.open(page)
  await first.page.getByRole('radio', { name: '（我）' }).tap()
  await first.tap('#propose')
  await first.reads(/还差 1 位共有人同意/)
  await second.open(page)
  await second.tap('#consent')
  await second.reads(/代表所有共有人投票/)
}

interface Claimed {
  readonly binding: string
}

interface HomeInFull {
  readonly owners: readonly { readonly member: string; readonly name: string }[]
}

/** The mandate as its principal writes it; what the agent is told. */
async function give(principal: Phone, page: string, later: () => Promise<void>): Promise<string> {
  await principal.open(page)
  await principal.tap('#mandates')
  await principal.page.locator('[id^="give-"]').first().tap()
  await principal.write('agent', AGENT)
  await principal.page.getByRole('radio', { name: '反对' }).tap()
  await later()
  await principal.tap('#give')
  await principal.tap('#presence-confirm')
  const shown = principal.see('#secret-shown')
  await shown.waitFor()
  const secret = /[0-9A-Z]{5}-[0-9A-Z]{5}/.exec(await shown.innerText())?.[0] ?? ''
  await principal.tap('#told')
  await principal.reads(/等对方输入委托码接受/)
  return secret
}
