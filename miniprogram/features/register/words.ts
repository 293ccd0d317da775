import { formatArea } from '#shared/kernel/area.ts'
import { formatTime } from '#shared/kernel/calendar.ts'
import type { UnitChange, UnitFace } from '#shared/register/diff.ts'
import type { RegisterFigures, UnitShown, Version } from '#shared/register/terms.ts'
import { grouped } from '../grouped.ts'

export const KIND_WORDS: Readonly<Record<UnitShown['kind'], string>> = {
  home: '住宅',
  commercial: '商铺或办公',
  parking: '车位或储藏室',
}

export const STATUS_WORDS: Readonly<Record<UnitShown['status'], string>> = {
  delivered: '已交付',
  unsold: '还没有卖出',
  sold_undelivered: '已卖出，还没有交付',
}

// 解释(法释〔2009〕7 号) art. 8: registered, else measured, else of the contract.
export const AREA_SOURCE_WORDS: Readonly<Record<NonNullable<UnitShown['areaSource']>, string>> = {
  register: '不动产登记',
  survey: '测绘（还没有登记）',
  contract: '购房合同（还没有登记和测绘）',
}

// 民法典 §297
const CO_OWNERSHIP_WORDS: Readonly<Record<string, string>> = {
  joint: '共同共有（不分份额）',
  by_shares: '按份共有（各有份额）',
}
export const coOwnershipWords = (form: string | undefined): string =>
  form === undefined ? '名册没有写明' : (CO_OWNERSHIP_WORDS[form] ?? form)

/** Without its ending, which says nothing to most people. */
export const fileWords = (file: string): string => `“${file.replace(/\.[A-Za-z]{1,5}$/, '')}”`

/** What made a version, after who made it: `周敏导入“名册”`. */
export function actWords({ act, by, file, undoes, unit }: Version): string {
  switch (act) {
    case 'import':
      return file === undefined ? `${by}导入` : `${by}导入${fileWords(file)}`
    case 'undo':
      return `${by}撤销第 ${undoes ?? 0} 版`
    case 'transfer':
      return `${by}登记 ${unit ?? ''} 换了业主`
    case 'designation':
      return `${by}登记 ${unit ?? ''} 的产权代表`
  }
}

export const versionNote = (version: Version, now: Date): string =>
  `${formatTime(new Date(version.at), now)}，${actWords(version)}`

interface Figure {
  readonly name: string
  readonly note?: string
  readonly value: string
}

export const figuresWords = (figures: RegisterFigures): readonly Figure[] => [
  { name: '房屋', value: `${grouped(figures.units)} 套` },
  { name: '建筑面积合计', value: formatArea(figures.totalAreaCenti) },
  {
    name: '业主人数',
    note: '投票时按这个人数算，一人多套只算一人',
    value: `${grouped(figures.heads)} 人`,
  },
  { name: '两人以上共有', value: `${grouped(figures.coOwnedUnits)} 套` },
  { name: '没有交付', note: '还由开发商持有', value: `${grouped(figures.developerUnits)} 套` },
  { name: '车位和储藏室', note: '不计入上面的数字', value: `${grouped(figures.parking)} 个` },
]

export const ownersWords = (names: readonly string[]): string =>
  names.length === 0 ? '没有业主' : names.join('、')

const faceWords = (face: UnitFace): string =>
  [
    KIND_WORDS[face.kind],
    formatArea(face.areaCenti),
    face.status === 'delivered' ? undefined : STATUS_WORDS[face.status],
    ownersWords(face.owners),
  ]
    .filter((one) => one !== undefined)
    .join('，')

const became = (before: string, after: string): string =>
  before === after ? `${after}（显示的名字一样，其实不是同一位）` : `${before} 改成 ${after}`

type Said = (before: UnitFace, after: UnitFace) => string
const FIELD_CHANGES: Readonly<Record<UnitChange['fields'][number], Said>> = {
  area: (a, b) => `面积：${formatArea(a.areaCenti)} 改成 ${formatArea(b.areaCenti)}`,
  owners: (a, b) => `业主：${became(ownersWords(a.owners), ownersWords(b.owners))}`,
  status: (a, b) => `交付：${STATUS_WORDS[a.status]} 改成 ${STATUS_WORDS[b.status]}`,
  kind: (a, b) => `用途：${KIND_WORDS[a.kind]} 改成 ${KIND_WORDS[b.kind]}`,
  representative: (a, b) =>
    `产权代表：${became(a.representative ?? '没有', b.representative ?? '没有')}`,
  developer: (a, b) => `开发商：${became(a.developer ?? '没有', b.developer ?? '没有')}`,
  other: () => '面积来源或共有方式有改动',
}

/** What happened to a unit, a line each. */
export function changeLines({ fields, before, after }: UnitChange): readonly string[] {
  if (before && after) return fields.map((field) => FIELD_CHANGES[field](before, after))
  const face = after ?? before
  return face ? [faceWords(face)] : []
}

export const CHANGE_WORDS: Readonly<Record<UnitChange['change'], string>> = {
  added: '新增',
  changed: '改动',
  removed: '去掉',
}

/** `1栋 2单元801室` → `1-2-801`: as labels are written. A name stays one. */
export const labelPart = (text: string): string =>
  text
    .trim()
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/\s+/g, '')
    .replace(/(?:号楼|[栋幢座]|单元|门)(?=.)/g, '-')
    .replace(/(?:号楼|[栋幢座]|单元|室|户|号|房)$/g, '')

/** What is searched for: a number has digits, a name has none. */
export const searchOf = (text: string): { readonly unit?: string; readonly owner?: string } => {
  const wanted = text.trim()
  if (wanted === '') return {}
  return /[0-9０-９]/.test(wanted) ? { unit: labelPart(wanted) } : { owner: wanted }
}
