// The package as it would be uploaded, in a stand-in for WeChat, against the product as served.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sample } from '#functions/photos/samples.fixture.ts'
import { createHost, type Host } from '../weapp-host.cjs'
import { mark } from './trail.ts'
import type { Login } from './phone.ts'
import { startServer, type Server } from './server.ts'

jest.setTimeout(120_000)

const KIB = 1_024
const WAIT_MS = 15_000
const DIST = path.resolve('dist/weapp')
/** WeChat opens no more than ten pages one over another. */
const DEEP = 9
const RUNNING = '使用维修资金更换 1 至 3 幢电梯钢丝绳'

let server: Server
let folder: string
let hosts: Host[] = []

beforeAll(async () => {
  server = await startServer()
  folder = mkdtempSync(path.join(tmpdir(), 'album-'))
  writeFileSync(path.join(folder, 'photo.jpg'), sample('jpeg'))
}, 300_000)

afterEach(() => {
  const opened = hosts
  hosts = []
  for (const { calls, log, setDatas } of opened) {
    expect(calls).toEqual([])
    expect(log.filter(([level]) => level === 'error')).toEqual([])
    expect(setDatas[0]?.bytes).toBeLessThanOrEqual(16 * KIB)
    expect(Math.max(...setDatas.map(({ bytes }) => bytes))).toBeLessThanOrEqual(64 * KIB)
  }
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server.stop()
})

/** The mini-program on the phone of a demo person, whom WeChat logs in. */
async function phoneOf(login: Login): Promise<Host> {
  const host = createHost(DIST, {
    api: server.url,
    loginCode: () => `demo:${login}`,
    photos: [path.join(folder, 'photo.jpg')],
  })
  hosts.push(host)
  host.boot()
  await until(host, '演示小区')
  return host
}

const until = (host: Host, holds: string | (() => unknown)): Promise<void> =>
  host.until(holds, WAIT_MS)

/** Opens the page, on a phone just switched on, until it says so: something is done on the server's own time. */
async function phoneOn(
  login: Login,
  page: string,
  query: Readonly<Record<string, string>>,
  words: string,
): Promise<Host> {
  const end = Date.now() + WAIT_MS
  for (;;) {
    const host = await phoneOf(login)
    host.open(page, query)
    try {
      await host.until(words, 1_500)
      return host
    } catch (err) {
      if (Date.now() > end) throw err
    }
  }
}

async function addPhoto(host: Host): Promise<void> {
  host.tap('add-photo')
  await until(host, '已传上')
}

test('a complaint with a photo is filed, taken on, answered with a photo and confirmed', async () => {
  const resident = await phoneOf('resident')
  resident.open('resident/complaint-file/index')
  await until(resident, '在哪里')
  await addPhoto(resident)
  resident.type('text', '二号电梯关门时有很大的异响。')
  await until(resident, '按您写的自动选的')
  resident.tap('公共区域')
  await until(resident, () => resident.byId('area'))
  resident.type('area', '二栋一单元')
  resident.tap('file')
  await until(resident, '已收到，编号')
  const number = /编号 ([0-9A-Z-]{11})/.exec(resident.text())?.[1]?.replaceAll('-', '') ?? ''

  const clerk = await phoneOn('property', 'property/complaint/index', { number }, '受理')
  clerk.tap('act-accept')
  await until(clerk, '回复居民')
  clerk.tap('more-acts')
  await until(clerk, '请居民确认')
  clerk.tap('act-resolve')
  await until(clerk, '做了什么，结果怎样')
  clerk.type('resolve-text', '已换门机皮带，试了二十次没有异响。')
  await addPhoto(clerk)
  clerk.tap('send-resolve')
  await until(clerk, '等居民确认。')

  const filer = await phoneOn('resident', 'resident/complaint/index', { number }, '已换门机皮带')
  filer.tap('5 分')
  await until(filer, () => !filer.has('请先打分'))
  filer.tap('confirm')
  await until(filer, '已经办结。')
})

test('what was filed in WeChat says who must do what by when, is urged once, and a neighbour joins in', async () => {
  const resident = await phoneOf('resident')
  resident.open('resident/complaint-file/index')
  await until(resident, '在哪里')
  resident.type('text', '地下车库的水管一直在滴水，地上很滑。')
  await until(resident, '按您写的自动选的')
  resident.tap('公共区域')
  await until(resident, () => resident.byId('area'))
  resident.type('area', '地下车库 B 区')
  resident.tap('hide-name')
  await until(resident, '逾期自动转街道')
  resident.tap('file')
  await until(resident, '已收到，编号')
  const number = /编号 ([0-9A-Z-]{11})/.exec(resident.text())?.[1]?.replaceAll('-', '') ?? ''
  const filer = await phoneOn(
    ...(['resident', 'resident/complaint/index', { number }, '逾期将自动转街道'] as const),
  )
  expect(filer.text()).toContain('物业看不到，街道看得到')
  filer.tap('act-urge')
  await until(filer, () => filer.byId('send-urge'))
  filer.tap('send-urge')
  await until(filer, '已催办，办理单位会收到提醒')
  expect(filer.byId('act-urge')).toBeUndefined()

  const neighbour = await phoneOf('coowner')
  neighbour.open('resident/complaint-public/index')
  await until(neighbour, () => neighbour.byId(`public-${number}`))
  neighbour.tap(`public-${number}`)
  await until(neighbour, () => neighbour.byId('join-in'))
  expect(neighbour.text()).not.toContain('滴水')
  neighbour.tap('join-in')
  await until(neighbour, '已经算上')

  const clerk = await phoneOf('property')
  clerk.open('property/complaint-queue/index')
  const unaccepted = (): string | undefined => /待受理 \d+/.exec(clerk.text())?.[0]
  await until(clerk, unaccepted)
  clerk.tap(unaccepted() ?? '')
  await until(clerk, () => clerk.byId(`work-${number}`))
  clerk.tap(`work-${number}`)
  await until(clerk, '已隐去姓名')
})

test('a notice is read again, published, and read by a resident', async () => {
  const chair = await phoneOf('committee')
  chair.open('committee/notice-publish/index')
  await until(chair, '有效多久')
  chair.tap('业委会公告')
  chair.type('title', '11 月 28 日停水 3 小时')
  chair.type('text', '更换 2 号水泵，9:00 至 12:00 全小区停水。')
  await until(chair, () => !/请选择|请填写/.test(chair.text()))
  chair.tap('review')
  await until(chair, '请再看一遍')
  chair.tap('publish')
  await until(chair, () => /[0-9a-f]{64}/.test(chair.text()))

  const resident = await phoneOf('resident')
  await until(resident, '11 月 28 日停水 3 小时')
  resident.tap('11 月 28 日停水 3 小时')
  await until(resident, '更换 2 号水泵，9:00 至 12:00 全小区停水。')
})

/** A name across the pad, which the host has 390 px wide and 40 px high. */
function sign(owner: Host): void {
  owner.draw('signature-canvas', [
    [80, 140, 200, 260, 320].map((x) => [x, 20] as const),
    [4, 12, 20, 28, 36].map((y) => [200, y] as const),
  ])
}

/** Chooses on both items, signs and casts. */
async function castOnBoth(voter: Host, first: string, second: string): Promise<void> {
  mark(voter, 'item-1', first)
  await until(voter, () => voter.has('第 2 项还没有选'))
  mark(voter, 'item-2', second)
  await until(voter, () => !voter.has('还没有选'))
  voter.tap('review')
  await until(voter, '请再看一遍')
  await until(voter, '还没有签名')
  await until(voter, () => {
    sign(voter)
    return !voter.has('还没有签名')
  })
  voter.tap('cast')
  await until(voter, '我的选票')
}

test('in the vote that is open an owner signs and casts on every item, and sees their ballot', async () => {
  const owner = await phoneOf('resident')
  await until(owner, RUNNING)
  owner.tap(RUNNING)
  await until(owner, '您的一票')
  await castOnBoth(owner, '同意', '弃权')
  expect(owner.text()).not.toMatch(/(同意|反对|弃权) [\d,.]+ (人|㎡)/)
})

test('an owner has a neighbour cast, who takes the mandate on by its code, signs and casts', async () => {
  const owner = await phoneOf('committee')
  const vote = await runningFor(owner)
  owner.open('resident/vote-mandate/index', { vote })
  await until(owner, '委托别人投这一票')
  owner.tap('委托别人投这一票')
  await until(owner, () => owner.byId('agent'))
  owner.type('agent', '廖小燕')
  await until(owner, () => !owner.has('请写受托人姓名'))
  owner.tap('give')
  const code = /[0-9A-Z]{5}-[0-9A-Z]{5}/
  await until(owner, () => code.test(owner.text()))

  const agent = await phoneOf('tenant')
  agent.open('resident/vote-mandate/index', { vote })
  await until(agent, () => agent.byId('secret'))
  agent.type('secret', code.exec(owner.text())?.[0] ?? '')
  await until(agent, () => !agent.has('请输入 10 位委托码'))
  agent.tap('accept')
  await until(agent, '去投这一票')
  agent.tap('去投这一票')
  await until(agent, '的业主书面委托您投这一票。')
  await castOnBoth(agent, '反对', '同意')
})

test('fees: an owner sees how an amount came about, staff the collection rate', async () => {
  const owner = await phoneOf('resident')
  owner.open('resident/bills/index')
  await until(owner, '待缴合计')
  owner.tap('3 个月')
  await until(owner, '时间：2026 年')
  const manager = await phoneOf('manager')
  manager.open('property/collection/index')
  await until(manager, '按账期')
})

/** The vote that is open, as the phone of whoever opens it asks for it. */
async function runningFor(owner: Host): Promise<string> {
  const asked = /votes\/([^/?]+)$/
  const voteOf = () => owner.requests.flatMap(({ url }) => asked.exec(url)?.[1] ?? [])[0]
  await until(owner, RUNNING)
  owner.tap(RUNNING)
  await until(owner, voteOf)
  return voteOf() ?? ''
}

test('every page of the package opens on the real server', async () => {
  const { pages } = createHost(DIST)
  const owner = await phoneOf('resident')
  const query = { vote: await runningFor(owner) }
  for (let first = 0; first < pages.length; first += DEEP) {
    const chair = await phoneOf('committee')
    for (const page of pages.slice(first, first + DEEP)) {
      if (chair.page() !== page) chair.open(page, query)
      await until(chair, () => /[\u4e00-\u9fff]{2}/.test(chair.text()))
      expect(chair.text()).not.toMatch(/undefined|NaN|\[object/)
    }
  }
})
