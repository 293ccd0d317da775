import { crc32, deflateRawSync } from 'node:zlib'

/** A register as a property office keeps it: twelve columns, co-owners, texts shared among the cells. */
export function largeRegister(units: number): Uint8Array {
  const texts = new Map<string, number>()
  const shared = (text: string): string => {
    const at = texts.get(text) ?? texts.size
    texts.set(text, at)
    return `<c t="s"><v>${at}</v></c>`
  }
  const rows = [HEADER, ...Array.from({ length: units }, (_, n) => rowOf(n))].map((row) =>
    row.map((cell) => (typeof cell === 'number' ? `<c><v>${cell}</v></c>` : shared(cell))).join(''),
  )
  const sheet = rows.map((cells, i) => `<row r="${i + 1}">${cells}</row>`).join('')
  const strings = [...texts.keys()].map((text) => `<si><t>${text}</t></si>`).join('')
  return zipped([
    [
      '[Content_Types].xml',
      `<Types><Override PartName="/xl/workbook.xml" ContentType="${MAIN}"/></Types>`,
    ],
    [
      'xl/workbook.xml',
      `<workbook xmlns:r="${OFFICE}"><sheets><sheet name="房屋" r:id="a"/></sheets></workbook>`,
    ],
    [
      'xl/_rels/workbook.xml.rels',
      `<Relationships><Relationship Id="a" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/>` +
        `<Relationship Id="b" Type="${OFFICE}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ],
    ['xl/sharedStrings.xml', `<sst>${strings}</sst>`],
    ['xl/worksheets/sheet1.xml', `<worksheet><sheetData>${sheet}</sheetData></worksheet>`],
  ])
}

const MAIN = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const HEADER = [
  ...['序号', '楼栋', '单元', '房号', '建筑面积(㎡)', '业主姓名', '证件号码', '联系电话'],
  ...['交付状态', '用途', '共有方式', '备注'],
]
const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许'
const GIVEN = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超霞平刚'
const A_FLOOR = 4
const A_BUILDING = 200

const nameAt = (n: number): string =>
  SURNAMES.charAt(n % 20) + GIVEN.charAt((n * 7) % 20) + GIVEN.charAt((n * 13) % 19)

function rowOf(n: number): readonly (string | number)[] {
  const within = n % A_BUILDING
  const room = (Math.floor((within % 100) / A_FLOOR) + 1) * 100 + (within % A_FLOOR) + 1
  const isShared = n % 6 === 0
  const of = (one: (n: number) => string): string =>
    isShared ? `${one(n)}、${one(n + 1)}` : one(n)
  return [
    n + 1,
    `${Math.floor(n / A_BUILDING) + 1}栋`,
    `${Math.floor(within / 100) + 1}单元`,
    room,
    (5_000 + ((n * 37) % 10_000)) / 100,
    of(nameAt),
    of((one) => `5103**********${String(1_000 + (one % 9_000))}`),
    of((one) => `133${String(10_000_000 + one)}`),
    n % 20 === 3 ? '已售未交付' : '已交付',
    '住宅',
    isShared ? '共同共有' : '',
    '',
  ]
}

/** Files under their names, deflated. */
function zipped(files: readonly (readonly [name: string, content: string])[]): Uint8Array {
  let offset = 0
  const locals: Buffer[] = []
  const central: Buffer[] = []
  for (const [name, content] of files) {
    const bytes = Buffer.from(content)
    const data = deflateRawSync(bytes)
    const about = Buffer.alloc(26)
    about.writeUInt16LE(20, 0)
    about.writeUInt16LE(0x800, 2)
    about.writeUInt16LE(8, 4)
    about.writeUInt32LE(crc32(bytes), 10)
    about.writeUInt32LE(data.length, 14)
    about.writeUInt32LE(bytes.length, 18)
    about.writeUInt16LE(Buffer.byteLength(name), 22)
    const tail = Buffer.alloc(14)
    tail.writeUInt32LE(offset, 10)
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), about, tail, Buffer.from(name))
    const local = [Buffer.from('PK\x03\x04', 'latin1'), about, Buffer.from(name), data]
    locals.push(...local)
    offset += local.reduce((sum, { length }) => sum + length, 0)
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(files.length, 8)
  end.writeUInt16LE(files.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...locals, directory, end])
}
