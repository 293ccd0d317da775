// The register in the package as it would be uploaded: a file out of a chat, before a real server.
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { createHost, type Host } from '../weapp-host.cjs'
import { startServer, type Server } from './server.ts'

jest.setTimeout(120_000)

const KIB = 1_024
const WAIT_MS = 30_000
const DIST = path.resolve('dist/weapp')

let server: Server
let folder: string
let file: string
let host: Host

beforeAll(async () => {
  server = await startServer()
  folder = mkdtempSync(path.join(tmpdir(), 'chat-'))
  file = path.join(folder, '锦绣花园登记表.xlsx')
  copyFileSync('demo/jinxiu-register.xlsx', file)
}, 300_000)

beforeEach(async () => {
  host = createHost(DIST, {
    api: server.url,
    loginCode: () => 'demo:committee',
    chatFiles: [file],
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

test('a file out of a chat is read; the same one again changes nothing', async () => {
  host.open('committee/register/index')
  await until('现在用的是第')
  host.tap('import-register')
  await until('要什么样的文件')
  host.tap('choose-file')
  await until('和现在的名册一样，不用导入')
  await until('不能导入的 5 行')
  host.tap('to-register')
  await until(() => host.page() === 'committee/register/index')
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
