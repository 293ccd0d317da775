// The register in the package as it would be uploaded: a file out of a chat, before a real server.
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { formatArea } from '#shared/kernel/area.ts'
import { createHost, type Host } from '../weapp-host.cjs'
import { startServer, type Server } from './server.ts'

jest.setTimeout(120_000)

const KIB = 1_024
const WAIT_MS = 30_000
const DIST = path.resolve('dist/weapp')

let server: Server
let folder: string
let files: { readonly jinxiu: string; readonly wuzhong: string }
let chosen: string
let host: Host

beforeAll(async () => {
  server = await startServer()
  folder = mkdtempSync(path.join(tmpdir(), 'chat-'))
  files = {
    jinxiu: path.join(folder, '锦绣花园登记表.xlsx'),
    wuzhong: path.join(folder, '五中家属院.csv'),
  }
  copyFileSync('demo/jinxiu-register.xlsx', files.jinxiu)
  copyFileSync('functions/register/fixtures/wuzhong-register.gb18030.csv', files.wuzhong)
  chosen = files.jinxiu
}, 300_000)

beforeEach(async () => {
  host = createHost(DIST, {
    api: server.url,
    loginCode: () => 'demo:committee',
    chatFiles: [chosen],
  })
  host.boot()
  await until('演示小区')
})

afterEach(() => {
  expect(host.calls).toEqual([])
  expect(host.log.filter(([level]) => level === 'error')).toEqual([])
  expect(Math.max(...host.setDatas.map(({ bytes }) => bytes))).toBeLessThanOrEqual(64 * KIB)
})

afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await server.stop()
})

const until = (holds: string | (() => unknown)): Promise<void> => host.until(holds, WAIT_MS)

interface Expected {
  readonly units: number
  readonly totalAreaCenti: number
  readonly heads: number
  readonly coOwnedUnits: number
  readonly developerUnits: number
}

/** What a right import gives, as the page says it. */
function wordsIn(expected: string): readonly string[] {
  const of = JSON.parse(readFileSync(expected, 'utf8')) as Expected
  return [
    `${of.units.toLocaleString('en-US')} 套`,
    formatArea(of.totalAreaCenti),
    `${of.heads.toLocaleString('en-US')} 人`,
    `${of.coOwnedUnits} 套`,
    `${of.developerUnits} 套`,
  ]
}

async function choose(): Promise<void> {
  host.open('committee/register/index')
  await until('现在用的是第')
  host.tap('import-register')
  await until('要什么样的文件')
  host.tap('choose-file')
}

test('a file out of a chat is read; the same one again changes nothing', async () => {
  await choose()
  await until('和现在的名册一样，不用导入')
  await until('不能导入的 5 行')
  host.tap('to-register')
  await until(() => host.page() === 'committee/register/index')
  const said = host.text()
  for (const words of wordsIn('demo/jinxiu-register.expected.json')) expect(said).toContain(words)
})

describe('another register', () => {
  beforeAll(() => {
    chosen = files.wuzhong
  })
  afterAll(() => {
    chosen = files.jinxiu
  })

  test('in GB18030, out of a chat, is looked at with its figures, confirmed, and undone', async () => {
    await choose()
    await until('核对好了，还没有写进名册')
    const said = host.text()
    const expected = 'functions/register/fixtures/wuzhong-register.expected.json'
    for (const words of wordsIn(expected)) expect(said).toContain(words)
    host.tap('confirm-import')
    await until('已导入，现在是第')
    host.tap('see-version')
    await until('撤销')
    host.tap('undo')
    await until('已经确定了名册的表决不受影响')
    host.type('undo-reason', '导错了小区的名册')
    host.tap('undo-sure')
    await until('已撤销')
  })
})

test('a home is found by its number', async () => {
  host.open('committee/register/index')
  await until('查一户')
  host.type('search-words', '1-1-101')
  host.tap('search')
  await until('找到')
  host.tap('unit-1-1-101')
  await until('名册里的改动')
  expect(host.text()).toMatch(/来源：/)
})

test('the register is made under a reason, opened, and sent on', async () => {
  host.open('committee/register-export/index')
  await until('为什么导出')
  host.type('export-reason', '给街道备案用')
  await until(() => !host.has('请写明为什么导出'))
  host.tap('export')
  await until('已生成')
  host.tap('open-file')
  await until(() => host.told.some(({ name }) => name === 'openDocument'))
  host.tap('share-file')
  await until(() => host.told.some(({ name }) => name === 'shareFileMessage'))
})
