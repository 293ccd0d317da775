import { silentLog } from '../platform/log/log.ts'
import { openTemporaryTable } from '../platform/table/open-tables.fixture.ts'
import { openTestApp, type TestApp } from '../platform/test-app.fixture.ts'
import { importUpload } from './import-upload.ts'
import { registerDirectory } from './offers.ts'

const HEADER = '房号,建筑面积(㎡),业主姓名'
const CSV = `${HEADER}\n1-1-101,89.57,张小明\n1-1-102,无,李芳\n`

let world: TestApp
let close: () => Promise<void>
const files = new Map<string, Uint8Array>()
beforeEach(async () => {
  files.clear()
  const opened = await openTemporaryTable()
  ;({ close } = opened)
  world = await openTestApp(opened.table)
})
afterEach(() => close())

/** As the bucket announces it; `text` undefined where it is gone again. */
async function upload(key: string, text: string | undefined, bytes = text?.length ?? 0) {
  if (text !== undefined) files.set(key, Buffer.from(text))
  const blobs = {
    get: (name: string) => Promise.resolve(files.get(name)),
    put(name: string, content: Uint8Array) {
      files.set(name, content)
      return Promise.resolve()
    },
  }
  const { ports } = world
  await importUpload(
    { ...ports, log: silentLog, blobs: { ...ports.blobs, ...blobs } },
    { key, bytes },
  )
}
const reportAt = (key: string): unknown => {
  const report = files.get(key)
  return report && JSON.parse(Buffer.from(report).toString())
}
const versionOf = async (community: string) =>
  (await registerDirectory(world.ports).state(community))?.version

test('a file becomes the register; what was not taken stands in the report, by row and reason', async () => {
  await upload('registers/jinxiu/march', CSV)
  expect(await versionOf('jinxiu')).toBe(1)
  expect(reportAt('register-reports/jinxiu/march')).toMatchObject({
    file: 'registers/jinxiu/march',
    at: '2026-11-24T02:00:00.000Z',
    changed: true,
    version: 1,
    summary: { units: 1 },
    problems: [{ row: 3, problem: 'area_not_a_number', reason: '面积没有填写，或不是数字' }],
  })
})

test('announced twice, it is imported once', async () => {
  await upload('registers/jinxiu/march', CSV)
  await upload('registers/jinxiu/march', CSV)
  expect(await versionOf('jinxiu')).toBe(1)
  expect(reportAt('register-reports/jinxiu/march')).toMatchObject({ changed: false, version: 1 })
})

test.each([
  ['a community there is not', 'registers/nowhere/march', CSV, undefined, 'scope.not_found'],
  ['too large a file', 'registers/jinxiu/march', CSV, 20_000_001, 'register.file_too_large'],
  ['a file that is gone', 'registers/jinxiu/march', undefined, 10, 'register.file_empty'],
  [
    'a file without a header',
    'registers/jinxiu/march',
    '你好\n',
    undefined,
    'register.header_not_found',
  ],
])('%s is refused in the report, and nothing is written', async (_, key, text, bytes, refused) => {
  await upload(key, text, bytes)
  const report = reportAt(key.replace('registers', 'register-reports'))
  expect(report).toMatchObject({ refused })
  expect((report as { detail: string }).detail).toMatch(/^[^{}]+[。！]$/)
  expect(await versionOf('jinxiu')).toBeUndefined()
})

test.each([
  ['no community', 'registers/march'],
  ['a folder too many', 'registers/jinxiu/2026/march'],
  ['a dot in its name', 'registers/jinxiu/march.xlsx'],
  ['another place', 'incoming/jinxiu/march'],
])('a file with %s is left alone', async (_, key) => {
  await upload(key, CSV)
  expect([...files.keys()]).toEqual([key])
  expect(await versionOf('jinxiu')).toBeUndefined()
})

test('a store that does not answer is no refusal: the event comes again', async () => {
  const table = { ...world.ports.table, get: () => Promise.reject(new Error('no store')) }
  world = { ...world, ports: { ...world.ports, table } }
  await expect(upload('registers/jinxiu/march', CSV)).rejects.toThrow('no store')
  expect(files.has('register-reports/jinxiu/march')).toBe(false)
})
