// The register on the page: files as offices keep them, let in by both doors, before a real server.
import { readFileSync } from 'node:fs'
import { describeInBrowser } from '../browser.ts'
import { photograph, stumblesIn } from './look.ts'
import type { Phone } from './phone.ts'
import { useStreet } from './street.ts'

jest.setTimeout(180_000)

interface TableFile {
  readonly name: string
  readonly mimeType: string
  readonly buffer: Buffer
}

const XLSX: TableFile = {
  name: '锦绣花园房屋及业主登记表.xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  buffer: readFileSync('demo/jinxiu-register.xlsx'),
}
const CSV: TableFile = {
  name: '五中家属院.csv',
  mimeType: 'text/csv',
  buffer: readFileSync('functions/register/fixtures/wuzhong-register.gb18030.csv'),
}
interface Expected {
  readonly units: number
  readonly problems: readonly object[]
}
const expectedIn = (file: string): Expected => JSON.parse(readFileSync(file, 'utf8')) as Expected
const JINXIU = expectedIn('demo/jinxiu-register.expected.json')
const WUZHONG = expectedIn('functions/register/fixtures/wuzhong-register.expected.json')
const figuresOf = (expected: Expected): object =>
  Object.fromEntries(Object.entries(expected).filter(([name]) => name !== 'problems'))

const grouped = (n: number): string => n.toLocaleString('en-US')

interface Current {
  readonly version: number
  readonly figures: object
}

const currentOf = async (phone: Phone): Promise<Current> =>
  ((await phone.ask('/communities/jinxiu/register')) as { current: Current }).current

async function choose(phone: Phone, file: TableFile): Promise<void> {
  const [chooser] = await Promise.all([
    phone.page.waitForEvent('filechooser'),
    phone.tap('#choose-file'),
  ])
  await chooser.setFiles(file)
}

/** A file is held over the page, and let go. */
async function drop(phone: Phone, { name, mimeType, buffer }: TableFile): Promise<void> {
  const dataTransfer = await phone.page.evaluateHandle(
    ({ base64, name: called, type }) => {
      const bytes = Uint8Array.from(atob(base64), (one) => one.charCodeAt(0))
      const transfer = new DataTransfer()
      transfer.items.add(new File([bytes], called, { type }))
      return transfer
    },
    { base64: buffer.toString('base64'), name, type: mimeType },
  )
  await phone.page.dispatchEvent('body', 'dragover', { dataTransfer })
  await phone.reads('松开手，就上传这个文件')
  await phone.page.dispatchEvent('body', 'drop', { dataTransfer })
}

/** Nothing is cut, too small to hit or not Chinese; and a picture of it. */
async function looksRight(phone: Phone, name: string): Promise<void> {
  await phone.page.waitForFunction(() => !document.querySelector('[aria-label="正在加载"]'))
  expect(await stumblesIn(phone)).toEqual([])
  await photograph(phone, name)
}

describeInBrowser('the register, on the page', () => {
  const street = useStreet()

  test('the same workbook again changes nothing, dropped onto the page or come back to', async () => {
    const clerk = await street().phoneOf('property')
    await clerk.tap('#see-register')
    await clerk.reads(/^现在用的是第 \d+ 版$/)
    await clerk.reads('1,440 套')
    await clerk.tap('#import-register')
    await clerk.reads('要什么样的文件')
    await drop(clerk, XLSX)
    await clerk.reads('和现在的名册一样，不用导入')
    await clerk.reads(`不能导入的 ${JINXIU.problems.length} 行`)
    expect((await currentOf(clerk)).figures).toMatchObject(figuresOf(JINXIU))
    await clerk.reads('面积没有填写，或不是数字')
    await looksRight(clerk, 'register-same-normal')
    await clerk.open('/pages/home/index')
    await clerk.open('/committee/register-import/index')
    await clerk.reads('和现在的名册一样，不用导入')
    expect(await clerk.page.locator('#confirm-import').count()).toBe(0)
    await clerk.tap('#other-file')
    await clerk.reads('要什么样的文件')
  })

  test('another register dropped onto the page is looked through, confirmed, and undone', async () => {
    const chair = await street().phoneOf('committee', { elder: true })
    const current = await currentOf(chair)
    await chair.open('/committee/register-import/index')
    await chair.reads('要什么样的文件')
    await drop(chair, CSV)
    await chair.reads('核对好了，还没有写进名册')
    await chair.reads(/这份文件里没有，导入后会去掉/)
    await chair.reads(`${grouped(WUZHONG.units)} 套`)
    await looksRight(chair, 'register-review-elder')
    await chair.tap('#see-columns')
    await chair.reads('哪一行写着各列的名称')
    await looksRight(chair, 'register-columns-elder')
    await chair.tap('#keep-columns')
    await chair.tap('#confirm-import')
    await chair.reads(`已导入，现在是第 ${current.version + 1} 版`)
    expect((await currentOf(chair)).figures).toMatchObject(figuresOf(WUZHONG))
    await chair.tap('#see-version')
    await chair.reads(`和第 ${current.version} 版比`)
    await chair.tap('#undo')
    await chair.reads(/已经确定了名册的表决不受影响/)
    await chair.write('undo-reason', '导错了小区的名册')
    await chair.tap('#undo-sure')
    await chair.reads(/^已撤销。/)
    await chair.open('/committee/register/index')
    await chair.reads(`现在用的是第 ${current.version + 2} 版`)
    expect((await currentOf(chair)).figures).toEqual(current.figures)
  })

  test('a file that is no table is refused in words, and the register stays', async () => {
    const clerk = await street().phoneOf('property')
    await clerk.open('/committee/register-import/index')
    await clerk.reads('要什么样的文件')
    await choose(clerk, {
      ...XLSX,
      name: '照片.xlsx',
      buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0]),
    })
    await clerk.reads(/没有导入，名册没有改动。/)
    await clerk.reads('要什么样的文件')
  })

  test('columns nobody can guess are told by a person', async () => {
    const clerk = await street().phoneOf('property')
    await clerk.open('/committee/register-import/index')
    const text = '多大,门牌,归谁\n89.57,1-1-101,张三\n90.10,1-1-102,李四\n'
    await choose(clerk, { name: '台账.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await clerk.reads('各写在哪一列')
    for (const [field, lines] of [
      ['area', 0],
      // The last one: a wheel turned too far stops there.
      ['owner', 3],
    ] as const) {
      await clerk.tap(`#column-${field}`)
      await clerk.turnWheel(lines)
    }
    await clerk.tap('#send-columns')
    await clerk.reads('核对好了，还没有写进名册')
    await clerk.reads('2 套')
  })

  test('a home is found, seen in full on record, and changes hands', async () => {
    const clerk = await street().phoneOf('property')
    await clerk.open('/committee/register/index')
    await clerk.write('search-words', '1-1-101')
    await clerk.tap('#search')
    await clerk.reads(/^找到 \d+ 户$/)
    await clerk.tap('#unit-1-1-101')
    await clerk.reads('名册里的改动')
    await clerk.tap('#see-full')
    await clerk.reads(/您这次查看已经记下/)
    await clerk.tap('#transfer')
    await clerk.tap('买卖')
    await clerk.tap('#day')
    await clerk.turnWheel(0)
    await clerk.write('name-1', '赵敏')
    await clerk.write('phone-1', '13800000001')
    await clerk.tap('#review')
    await clerk.reads(/请再看一遍/)
    await clerk.tap('#record')
    await clerk.reads('换过的业主')
    await clerk.reads(/换成 赵敏$/)
    await clerk.open('/committee/register/index')
    await clerk.reads(/^1-1-101：.+起，.+ 换成 赵\*$/)
  })

  test('whose a home was on a day before it changed hands', async () => {
    const chair = await street().phoneOf('committee', { elder: true })
    await chair.open('/committee/register/index')
    await chair.tap('#as-of')
    await chair.turnWheel(-1)
    await chair.write('search-words', '1-1-101')
    await chair.tap('#search')
    await chair.reads(/^下面是 .+那天的业主。/)
    await chair.reads(/^找到 \d+ 户$/)
    expect(await chair.page.locator('#unit-1-1-101').innerText()).not.toContain('赵')
    await looksRight(chair, 'register-day-elder')
  })

  test('the register is taken out under a reason, and only by those who may', async () => {
    const chair = await street().phoneOf('committee')
    await chair.open('/committee/register-export/index')
    await chair.write('export-reason', '给街道备案用')
    const [download] = await Promise.all([
      chair.page.waitForEvent('download'),
      chair.tap('#export'),
    ])
    expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
    await chair.reads(/已下载，在浏览器的“下载”里/)
    const clerk = await street().phoneOf('property')
    await clerk.open('/committee/register-export/index')
    await clerk.reads(/不能做这件事：导出业主名册/)
  })
})
