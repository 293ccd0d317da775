import fc from 'fast-check'
import type { Home } from './any-community.fixture.ts'
import { packWorkbook } from './workbook.fixture.ts'

const word = fc.constantFrom

/** How an office may write its register down. */
export const anyFormat = fc.record({
  medium: word('xlsx', 'utf-8', 'utf-8 marked', 'gb18030', 'utf-16'),
  delimiter: word(',', ';', '\t'),
  /** Where the building stands. */
  place: word('columns', 'columns once', 'room', 'room in words', 'sheets', 'titles'),
  digits: word('plain', 'wide', 'chinese', 'padded'),
  above: fc.integer({ min: 0, max: 18 }),
  twoLines: fc.boolean(),
  order: fc.array(fc.nat({ max: 1_000 }), { minLength: 14, maxLength: 14 }),
  names: fc.record({
    building: word('楼栋', '幢号', '楼号', '栋', '* 楼 栋', '楼（幢）号'),
    unit: word('单元', '单元号', '所在单元', '门'),
    room: word('房号', '室号', '房间号\n（必填）', '房屋编号', '户室号', '门牌号'),
    area: word(
      '建筑面积',
      '产权面积(㎡)',
      '专有部分面积',
      '面积(㎡)',
      '建筑面积 单位：平方米',
      '登记面积',
    ),
    owner: word('业主姓名', '产权人', '所有权人', '业主', '*业主（产权人）姓名', '权利人'),
    identity: word('证件号码', '身份证号', '身份证号码【必填】'),
    phone: word('联系电话', '手机', '手机号码', '业主电话'),
    status: word('交付状态', '房屋状态', '状态'),
    kind: word('房屋用途', '用途', '规划用途'),
    developer: word('开发商', '建设单位', '开发企业'),
  }),
  others: fc.subarray(['序号', '套内面积', '租户姓名', '租户电话', '备注', '户型']),
  area: word('number', 'text', '㎡', ' 平方米', 'comma', 'wide'),
  between: word('、', '，', ' / ', '；', '\n'),
  subtotals: fc.boolean(),
  /** What the last row sums up, if there is one. */
  total: word('none', 'sum', 'counts', 'counts in words'),
  blanks: fc.boolean(),
  again: fc.boolean(),
  words: fc.record({
    delivered: word('已交付', '已入住', '已收房'),
    unsold: word('未售', '待售', '开发商自留'),
    sold_undelivered: word('已售未交付', '未交房', '待交付'),
  }),
})
export type Format = typeof anyFormat extends fc.Arbitrary<infer T> ? T : never

type Field = keyof Format['names']

const CHINESE = '零一二三四五六七八九'
function inChinese(n: number): string {
  const [tens, ones] = [Math.floor(n / 10), n % 10]
  const ten = tens === 0 ? '' : `${tens === 1 ? '' : CHINESE.charAt(tens)}十`
  return ten + (ones === 0 && ten !== '' ? '' : CHINESE.charAt(ones))
}
const widen = (text: string): string =>
  text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

function numeral(n: number, digits: Format['digits']): string {
  if (digits === 'chinese') return inChinese(n)
  if (digits === 'padded') return String(n).padStart(2, '0')
  return digits === 'wide' ? widen(String(n)) : String(n)
}

function placeOf({ building, unit, room }: Home, { place, digits }: Format) {
  const [b, u] = [numeral(building, digits), numeral(unit, digits)]
  const r = digits === 'wide' ? widen(String(room)) : String(room)
  if (place === 'room') return { building: '', unit: '', room: `${building}-${unit}-${r}` }
  if (place === 'room in words') return { building: '', unit: '', room: `${b}幢${u}单元${r}室` }
  if (place === 'sheets' || place === 'titles')
    return { building: '', unit: '', room: `${u}单元${r}` }
  return { building: `${b}栋`, unit: `${u}单元`, room: r }
}

const metres = (centi: number): string =>
  `${Math.floor(centi / 100)}.${String(centi % 100).padStart(2, '0')}`

function areaIn(centi: number, as: Format['area']): string {
  if (as === 'comma') return metres(centi).replace('.', ',')
  if (as === 'wide') return `${widen(metres(centi)).replace('.', '．')}㎡`
  return metres(centi) + (as === 'number' || as === 'text' ? '' : as)
}

function valuesOf(home: Home, format: Format): Record<Field, string> {
  const { owners, status, developer, areaCenti, isShop } = home
  const joined = (of: 'name' | 'identity' | 'phone') =>
    owners.every((owner) => owner[of] === '') ? '' : owners.map((o) => o[of]).join(format.between)
  return {
    ...placeOf(home, format),
    area: areaIn(areaCenti, format.area),
    owner: status === 'unsold' ? developer.name : joined('name'),
    identity: status === 'unsold' ? developer.identity : joined('identity'),
    phone: status === 'unsold' ? '' : joined('phone'),
    status: format.words[status],
    kind: isShop ? '商铺' : '住宅',
    developer: status === 'sold_undelivered' ? developer.name : '',
  }
}

const FIELDS: readonly Field[] = [
  ...(['building', 'unit', 'room', 'area', 'owner', 'identity', 'phone'] as const),
  ...(['status', 'kind', 'developer'] as const),
]
const OF_HOME: readonly string[] = ['building', 'unit', 'room', 'area', 'kind', 'status']
const OF_OWNER: readonly string[] = ['owner', 'identity', 'phone']
const BELOW: Partial<Record<Field, string>> = { owner: '姓名', phone: '电话', identity: '证件号' }

type Line = readonly string[]

interface Column {
  readonly name: string
  readonly field: Field | undefined
  readonly rank: number
}

function columnsOf(format: Format): readonly Column[] {
  const isInRoom = format.place !== 'columns' && format.place !== 'columns once'
  const fields = FIELDS.filter((field) => !isInRoom || (field !== 'building' && field !== 'unit'))
  const columns = [
    ...fields.map((field) => ({ name: format.names[field], field })),
    ...format.others.map((name) => ({ name, field: undefined })),
  ].map((column, i) => ({ ...column, rank: format.order[i] ?? 0 }))
  const sorted = columns.sort((a, b) => a.rank - b.rank)
  // In a header of two lines the columns of a group stand together.
  return format.twoLines ? [...sorted].sort((a, b) => groupAt(a) - groupAt(b)) : sorted
}

const groupAt = ({ field }: Column): number =>
  field === undefined ? 2 : OF_HOME.includes(field) ? 0 : OF_OWNER.includes(field) ? 1 : 2

function headerOf(columns: readonly Column[], format: Format): readonly Line[] {
  if (!format.twoLines) return [columns.map(({ name }) => name)]
  const groups = ['房屋信息', '业主信息']
  const above = columns.map((column, i) => {
    const at = groupAt(column)
    const isFirst = i === 0 || groupAt(columns[i - 1] ?? column) !== at
    return at === 2 ? column.name : isFirst ? (groups[at] ?? '') : ''
  })
  const below = columns.map((column) => {
    if (groupAt(column) === 2) return ''
    return (column.field && BELOW[column.field]) ?? column.name
  })
  return [above, below]
}

/** What stands above the first row of a building: what ends the one before, and its title. */
function betweenBuildings(
  home: Home,
  isFirst: boolean,
  columns: readonly Column[],
  format: Format,
): readonly Line[] {
  const total = { room: '小计', area: '100.00' }
  const title = format.place === 'titles'
  return [
    ...(format.subtotals && !isFirst ? [lineOf(total, columns, 0)] : []),
    ...(format.blanks && !isFirst ? [[]] : []),
    ...(title ? [[`${numeral(home.building, format.digits)}号楼`]] : []),
    ...(title && format.again && !isFirst ? headerOf(columns, format) : []),
  ]
}

const lineOf = (
  texts: Partial<Record<Field, string>>,
  columns: readonly Column[],
  at: number,
): Line => columns.map(({ field, name }) => (field ? (texts[field] ?? '') : filler(name, at)))

/** The last row of many registers: no home, whatever stands in it. */
function lastLine(homes: readonly Home[], columns: readonly Column[], { total }: Format) {
  if (total === 'none') return []
  const area = metres(homes.reduce((sum, home) => sum + home.areaCenti, 0))
  if (total === 'sum') return [lineOf({ room: '合计', area }, columns, 0)]
  const [homesOf, ownersOf] = total === 'counts' ? ['', ''] : ['套', '人']
  const counts = { area, owner: `${homes.length}${ownersOf}` }
  const hasBuilding = columns.some(({ field }) => field === 'building')
  const said = hasBuilding
    ? { building: '合计', room: `${homes.length}${homesOf}` }
    : { room: '合计' }
  return [lineOf({ ...counts, ...said }, columns, 0)]
}

/** What a row leaves out that stands in the first of its building or unit. */
function writtenOnce(home: Home, last: Home | undefined): Partial<Record<Field, string>> {
  if (last?.building !== home.building) return {}
  return { building: '', ...(last.unit === home.unit && { unit: '' }) }
}

function rowsOf(
  homes: readonly Home[],
  columns: readonly Column[],
  format: Format,
): readonly Line[] {
  return homes.flatMap((home, at) => {
    const last = homes[at - 1]
    const isNew = last?.building !== home.building
    const once = format.place === 'columns once' ? writtenOnce(home, last) : {}
    return [
      ...(isNew ? betweenBuildings(home, at === 0, columns, format) : []),
      lineOf({ ...valuesOf(home, format), ...once }, columns, at + 1),
    ]
  })
}

/** In a total nothing stands in the columns of others. */
const filler = (name: string, at: number): string =>
  at === 0
    ? ''
    : ({ 序号: String(at), 套内面积: '70.1', 租户姓名: '租客甲', 户型: '三室' }[name] ?? '')

interface Table {
  readonly name: string
  readonly lines: readonly Line[]
}

function tableOf(name: string, homes: readonly Home[], format: Format): Table {
  const columns = columnsOf(format)
  const header = headerOf(columns, format)
  const room = 20 - header.length
  const titles = Array.from({ length: Math.min(format.above, room) }, (_, i) =>
    i === 0 ? ['锦绣花园业主及房屋信息登记表'] : [],
  )
  const rows = [...rowsOf(homes, columns, format), ...lastLine(homes, columns, format)]
  return { name, lines: [...titles, ...header, ...rows] }
}

function workbook(tables: readonly Table[], format: Format): Uint8Array {
  const asNumber = (text: string): string | number =>
    format.area === 'number' && /^\d+\.\d\d$/.test(text) ? Number(text) : text
  return packWorkbook(
    tables.map(({ name, lines }) => ({
      name,
      rows: lines.map((line) => line.map((text) => (text === '' ? null : asNumber(text)))),
    })),
  )
}

const quoted = (text: string): string => `"${text.replace(/"/g, '""')}"`

function csv([table]: readonly Table[], { delimiter, medium }: Format): Uint8Array {
  const text = (table?.lines ?? [])
    .map((line) => line.map((one) => (/[",;\t\n]/.test(one) ? quoted(one) : one)).join(delimiter))
    .join('\r\n')
  if (medium === 'gb18030') return inGb18030(text)
  if (medium === 'utf-16') return Buffer.from(`\ufeff${text}`, 'utf16le')
  return Buffer.from(medium === 'utf-8 marked' ? `\ufeff${text}` : text)
}

let codes: ReadonlyMap<string, readonly number[]> | undefined

/** Node decodes GB18030 only: what each pair of bytes decodes to, the other way round. */
function inGb18030(text: string): Uint8Array {
  codes ??= pairs()
  const known = codes
  return Uint8Array.from(
    Array.from(text).flatMap((char) => {
      const code = char < '\u0080' ? [char.charCodeAt(0)] : known.get(char)
      if (!code) throw new Error(`${char} is in no pair of GB18030`)
      return code
    }),
  )
}

function pairs(): ReadonlyMap<string, readonly number[]> {
  const found = new Map<string, readonly number[]>()
  const decoder = new TextDecoder('gb18030')
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      if (trail !== 0x7f) found.set(decoder.decode(Uint8Array.of(lead, trail)), [lead, trail])
    }
  }
  return found
}

/** A CSV file has one table only: where buildings would have sheets of their own they get titles. */
export function writeRegister(homes: readonly Home[], format: Format): Uint8Array {
  if (format.medium !== 'xlsx') {
    const place = format.place === 'sheets' ? 'titles' : format.place
    return csv([tableOf('', homes, { ...format, place })], format)
  }
  if (format.place !== 'sheets') return workbook([tableOf('房屋明细', homes, format)], format)
  const buildings = [...new Set(homes.map(({ building }) => building))]
  const tables = buildings.map((building) =>
    tableOf(
      `${numeral(building, format.digits)}号楼`,
      homes.filter((home) => home.building === building),
      format,
    ),
  )
  return workbook(tables, format)
}
