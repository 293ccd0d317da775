import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Hono } from 'hono'
import { communityDirectory } from '../communities/offers.ts'
import type { Ports } from '../platform/ports.ts'
import { packWorkbook } from '../register/reading/workbook.fixture.ts'
import { registerDirectory } from '../register/offers.ts'
import { openDataFolder } from './data-folder.ts'
import { importCommand } from './import-command.ts'
import { openMachine } from './machine.ts'
import { runErrand } from './run-errand.ts'
import { serveOneMachine, type Serving } from './serve.ts'
import { settingsFrom } from './settings.ts'

const WUZHONG = path.resolve('functions/register/fixtures/wuzhong-register.gb18030.csv')
const JINXIU = path.resolve('demo/jinxiu-register.xlsx')
const FIGURES = { units: 132, parking: 0, totalAreaCenti: 1355109, heads: 114, problems: [] }

let folder: string
let printed: string
let complained: string[]
const files = new Map<string, Uint8Array>()
const data = () => path.join(folder, 'data')
const around = {
  say: () => undefined,
  log: () => undefined,
  random: Math.random,
  buildSite: () => Promise.resolve(),
}
const PRODUCTION = {
  MODE: 'production',
  PUBLIC_URL: 'https://example.invalid',
  WX_APPID: 'wx1',
  WX_SECRET: 's'.repeat(32),
  WX_PUSH_TOKEN: 't',
  WX_PUSH_KEY: 'k'.repeat(43),
}
const settings = () =>
  settingsFrom({ ...PRODUCTION, DATA_DIR: data(), LOG: 'off', PORT: '0' }, () => new Date())

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'jiayuan-import-'))
  printed = ''
  complained = []
  files.clear()
})
afterEach(() => rmSync(folder, { recursive: true }))

const run = (...args: string[]): Promise<number> =>
  importCommand(args, {
    readFile: (file) => Promise.resolve(files.get(file) ?? readFile(file)),
    print: (text) => void (printed += text),
    complain: (line) => void complained.push(line),
    runErrand: (query, body, onPiece) =>
      runErrand(settings(), around, 'import', { query, body }, onPiece),
  })
const document = (): unknown => JSON.parse(printed)

async function stored<T>(look: (ports: Ports) => Promise<T>): Promise<T> {
  const machine = await openMachine(settings(), openDataFolder(data()), around, new Hono())
  try {
    return await look(machine.ports)
  } finally {
    await machine.store.close()
  }
}

describe('a dry run', () => {
  test.each([
    [WUZHONG, 'functions/register/fixtures/wuzhong-register.expected.json'],
    [JINXIU, 'demo/jinxiu-register.expected.json'],
  ])(
    'of %s prints its expected figures as one document, and writes nothing',
    async (file, expected) => {
      expect(await run(file, '--community', '梧中苑', '--dry-run', '--json')).toBe(0)
      const { problems, ...figures } = JSON.parse(readFileSync(path.resolve(expected), 'utf8')) as {
        problems: readonly object[]
      }
      expect(document()).toMatchObject({
        ...figures,
        problems: problems.map((problem): unknown => expect.objectContaining(problem)),
        sameNames: [],
        certain: true,
      })
      expect(readdirSync(folder)).toEqual([])
    },
  )

  test('names each row that was not taken, with sheet, row and reason', async () => {
    await run(JINXIU, '--dry-run', '--json')
    expect(document()).toMatchObject({
      problems: [
        {
          sheet: '房屋明细',
          row: 105,
          problem: 'duplicate_unit',
          unit: '1-2-801',
          reason: '与前面的行是同一户',
        },
        ...Array.from({ length: 4 }, (): unknown => expect.objectContaining({ sheet: '房屋明细' })),
      ],
      sheets: [
        { name: '房屋明细', taken: 1440, skipped: 10 },
        { name: '车位', taken: 120 },
      ],
    })
  })

  test('for a person says the same in sentences', async () => {
    await run(JINXIU, '--dry-run')
    expect(printed).toContain('房屋 1440 套，车位 120 个')
    expect(printed).toContain('“房屋明细”第 105 行（1-2-801）：与前面的行是同一户')
  })

  test('columns without names are guessed, and said to be a guess', async () => {
    const rows = Array.from({ length: 9 }, (_, i) => [
      `3-1-${101 + i}`,
      89.57,
      `张小${'明红兰'[i % 3]}`,
    ])
    files.set('x.xlsx', packWorkbook([{ name: 'S', rows: [['甲', '乙', '丙'], ...rows] }]))
    expect(await run('x.xlsx', '--dry-run', '--json')).toBe(0)
    expect(document()).toMatchObject({ units: 9, certain: false })
    expect(complained.join()).toContain('--columns')
    expect(await run('x.xlsx', '--community', 'c')).toBe(1)
    expect(complained.at(-1)).toContain('register.columns_uncertain')
    printed = ''
    await run('x.xlsx', '--dry-run', '--json', '--columns', '房号=A,面积=b,业主=C')
    expect(document()).toMatchObject({ units: 9, certain: true })
  })
})

test('without a server it writes one version; the same file again changes nothing', async () => {
  expect(
    await run(WUZHONG, '--community', '梧中苑', '--json', '--street', 's1', '--code', 'MM'),
  ).toBe(0)
  expect(document()).toMatchObject({ ...FIGURES, changed: true, made: true, version: 1 })
  expect(complained).toContain('读取 reading …')
  expect(complained.at(-1)).toMatch(/^写入 writing … (\d+)\/\1$/)
  const { community } = document() as { community: string }
  printed = ''
  expect(await run(WUZHONG, '--community', '梧中苑', '--json')).toBe(0)
  expect(document()).toMatchObject({ community, changed: false, made: false, version: 1 })
  await stored(async (ports) => {
    expect(await communityDirectory(ports).community(community)).toMatchObject({
      name: '梧中苑',
      code: 'MM',
      street: 's1',
      profile: { id: 'national', fictitious: false },
    })
    expect((await registerDirectory(ports).state(community))?.units).toBe(132)
  })
  expect(statSync(path.join(data(), 'store')).isDirectory()).toBe(true)
})

describe('while a server holds the data', () => {
  let server: Serving
  beforeEach(async () => {
    server = await serveOneMachine(settings(), around)
  })
  afterEach(() => server.stop())

  test('the server writes, and tells how far it is', async () => {
    expect(await run(WUZHONG, '--community', 'wuzhong', '--json')).toBe(0)
    expect(document()).toMatchObject({
      ...FIGURES,
      community: 'wuzhong',
      changed: true,
      version: 1,
    })
    expect(complained.at(-1)).toMatch(/^写入 writing/)
    printed = ''
    await run(WUZHONG, '--community', 'wuzhong')
    expect(printed).toMatch(/^名册没有变化，仍是第 1 版/)
  })

  test('its refusal is told in one line', async () => {
    files.set('x.csv', Buffer.from('你好\n'))
    expect(await run('x.csv', '--community', 'wuzhong')).toBe(1)
    expect(complained.at(-1)).toMatch(/^没有导入 not imported: .+\(register\.header_not_found\)$/)
  })
})

test('a file that is not taken makes no community', async () => {
  files.set('x.csv', Buffer.from('房号,面积,业主\n'))
  expect(await run('x.csv', '--community', '梧中苑')).toBe(1)
  await stored(async (ports) => {
    expect((await communityDirectory(ports).list('community', { limit: 9 })).items).toEqual([])
  })
})

test('a code that another community has is refused', async () => {
  await run(WUZHONG, '--community', 'a', '--code', 'MM')
  expect(await run(WUZHONG, '--community', 'b', '--code', 'MM')).toBe(1)
  expect(complained.at(-1)).toContain('--code')
})

test.each([
  ['no file', ['--community', 'c']],
  ['two files', ['a', 'b', '--community', 'c']],
  ['no community', [WUZHONG]],
  ['an option there is not', [WUZHONG, '--community', 'c', '--force']],
  ['columns nobody understands', [WUZHONG, '--dry-run', '--columns', '房号=1']],
  ['a header row that is none', [WUZHONG, '--dry-run', '--columns', '房号=A', '--header-row', 'x']],
])('%s is wrong usage', async (_, args) => {
  expect(await run(...args)).toBe(2)
  expect(complained.at(-1)).toMatch(/；npm run import -- --help$/)
  expect(printed).toBe('')
})

test('a file that is not there is told in one line', async () => {
  expect(await run(path.join(folder, 'no.xlsx'), '--dry-run')).toBe(1)
  expect(complained.at(-1)).toMatch(/^没有导入 not imported: 读不了 .*ENOENT/)
  expect(existsSync(data())).toBe(false)
})

test('help says how a community is made', async () => {
  expect(await run('--help')).toBe(0)
  expect(printed).toContain('还没有这个小区时会新建')
})
