import { looksLikeFormula } from '#shared/register/characters.ts'
import type { RegisterUnit } from '#shared/register/register.ts'
import { inOrder } from '../listing.ts'
import type { Settled } from '../pages.ts'

/** Rows of texts, the first of them the watermark and the last of the head the names of the columns. */
export interface ExportSheet {
  readonly name: string
  readonly rows: readonly (readonly string[])[]
}

export interface Watermark {
  readonly community: string
  readonly by: string
  /** As people read it. */
  readonly at: string
  readonly reason: string
  readonly version: number
}

const KINDS = { home: '住宅', commercial: '商业', parking: '车位' } as const
const STATUSES = { delivered: '已交付', unsold: '未售', sold_undelivered: '已售未交付' } as const
const SOURCES = { register: '不动产登记', survey: '实测', contract: '合同' } as const
const FORMS = { joint: '共同共有', by_shares: '按份共有' } as const

const HEADS = ['建筑面积', '面积来源', '业主姓名', '共有方式', '共有份额', '产权代表']
const REST = ['交付状态', '房屋用途', '开发商', '证件末四位', '电话末四位']

/** What a spreadsheet might run as a formula is shown as the text it is. */
export const harmless = (text: string): string => (looksLikeFormula(text) ? `'${text}` : text)

const area = (centi: number): string =>
  `${Math.floor(centi / 100)}.${String(centi % 100).padStart(2, '0')}`

/**
 * One table, so that it is one as CSV too: homes and shops, then parking spaces and storerooms, which have a column
 * of their own because they belong to no building. Of numbers only the last four.
 */
export function sheetsOf(register: Settled, mark: Watermark): readonly ExportSheet[] {
  const owners = new Map(register.owners.map((owner) => [owner.key, owner]))
  const names = new Map(register.buildings.map(({ building, name }) => [building, name]))
  const place = new Map(register.buildings.map(({ building }, i) => [building, i]))
  const spaces = register.units.filter(isSpace)
  const homes = register.units.filter((unit) => !isSpace(unit))
  const at = ({ building }: RegisterUnit): number => place.get(building) ?? place.size
  const sorted = [...inOrder(homes)].sort((a, b) => at(a) - at(b))
  // A column that nothing stands in would have to be explained to whoever opens the file.
  const ofSpaces = <T>(cell: T): readonly T[] => (spaces.length > 0 ? [cell] : [])
  const rows = [
    ...watermark(mark),
    ['楼栋', '房号', ...ofSpaces('车位编号'), ...HEADS, ...REST],
    ...sorted.map((unit) => [
      names.get(unit.building) ?? unit.building,
      unit.label,
      ...ofSpaces(''),
      ...rest(unit, owners),
    ]),
    ...inOrder(spaces).map((unit) => ['', '', unit.label, ...rest(unit, owners)]),
  ]
  return [{ name: '房屋', rows: rows.map((row) => row.map(harmless)) }]
}

const isSpace = ({ kind }: RegisterUnit): boolean => kind === 'parking'

const watermark = ({ community, by, at, reason, version }: Watermark) => [
  [`${community} 业主名册（第 ${version} 版）内含个人信息，不得转发`],
  [`导出人：${by}　导出时间：${at}　用途：${reason}`],
]

type Owners = ReadonlyMap<string, Settled['owners'][number]>

function rest(unit: RegisterUnit, owners: Owners): readonly string[] {
  const { areaCenti, areaSource, coOwnership, shares, representative, developer } = unit
  const held = unit.owners.flatMap((key) => owners.get(key) ?? [])
  const name = (key: string | undefined): string => owners.get(key ?? '')?.name ?? ''
  const share = (key: string): string => {
    const found = shares?.find(({ owner }) => owner === key)
    return found ? `${found.part}/${found.of}` : ''
  }
  return [
    area(areaCenti),
    areaSource ? SOURCES[areaSource] : '',
    held.map((owner) => owner.name).join('、'),
    coOwnership ? FORMS[coOwnership] : '',
    shares ? unit.owners.map(share).join('、') : '',
    name(representative),
    STATUSES[unit.status],
    KINDS[unit.kind],
    name(developer),
    held.map(({ identity }) => identity?.last4 ?? '').join('、'),
    held.map(({ phones }) => phones.map(({ last4 }) => last4).join('/')).join('、'),
  ]
}
