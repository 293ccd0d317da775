import { toHalfWidth } from './characters.ts'

/** What a register's columns can say. `room` may hold the whole place, `3-2-1201`. */
export const FIELDS = [
  'building',
  'unit',
  'room',
  'parking',
  'area',
  'owner',
  'identity',
  'phone',
  'status',
  'kind',
  'developer',
  'representative',
] as const
export type Field = (typeof FIELDS)[number]

export const FIELD_NAMES: Readonly<Record<Field, string>> = {
  building: '楼栋',
  unit: '单元',
  room: '房号',
  parking: '车位编号',
  area: '建筑面积',
  owner: '业主姓名',
  identity: '证件号码',
  phone: '联系电话',
  status: '交付状态',
  kind: '房屋用途',
  developer: '开发商',
  representative: '产权代表',
}

// The usual names, best first: where a sheet has two of a field, the one further left here is taken.
// 解释(法释〔2009〕7 号) art. 8: the registered area counts, so 套内 and 公摊 areas are no areas here.
const NAMES: Readonly<Record<Field, readonly string[]>> = {
  building: [
    ...[
      '楼栋',
      '楼栋号',
      '幢号',
      '栋号',
      '楼号',
      '幢',
      '栋',
      '楼幢',
      '楼幢号',
      '座',
      '座号',
      '座栋',
    ],
    ...['楼宇', '楼', '楼座', '楼盘', '所在楼栋', '房屋楼栋', '楼栋名称', '自然幢号'],
  ],
  unit: ['单元', '单元号', '单元名称', '所在单元', '门', '门号', '梯号', '梯'],
  room: [
    ...[
      '房号',
      '房间号',
      '室号',
      '户号',
      '房屋编号',
      '房屋号',
      '房产编号',
      '房间编号',
      '室',
      '户室号',
    ],
    ...[
      '门牌号',
      '门牌',
      '门牌号码',
      '房屋名称',
      '房间',
      '房间名称',
      '资源编号',
      '房屋地址',
      '房屋坐落',
    ],
    ...['坐落', '座落', '房屋座落', '地址', '房产地址', '商铺号', '铺号', '户名编号'],
  ],
  parking: [
    ...[
      '车位编号',
      '车位号',
      '车位',
      '车位号码',
      '停车位',
      '停车位编号',
      '车库号',
      '车库编号',
      '车库',
    ],
    ...['泊位号', '地下车位号'],
  ],
  area: [
    ...['建筑面积', '产权面积', '专有部分面积', '专有部分建筑面积', '房屋建筑面积', '房产证面积'],
    ...[
      '不动产权证面积',
      '不动产登记面积',
      '登记面积',
      '证载面积',
      '房屋面积',
      '产权建筑面积',
      '面积',
    ],
    ...[
      '实测面积',
      '实测建筑面积',
      '测绘面积',
      '合同面积',
      '计费面积',
      '收费面积',
      '物业费面积',
      '车位面积',
    ],
  ],
  owner: [
    ...[
      '业主姓名',
      '产权人',
      '产权人姓名',
      '所有权人',
      '所有权人姓名',
      '权利人',
      '权利人姓名',
      '业主',
    ],
    ...[
      '房屋所有权人',
      '不动产权利人',
      '业主名称',
      '产权单位',
      '业主名',
      '业主信息',
      '房主',
      '房主姓名',
    ],
    ...[
      '户主',
      '户主姓名',
      '买受人',
      '购房人',
      '购房人姓名',
      '客户姓名',
      '客户名称',
      '姓名',
      '名称',
    ],
  ],
  identity: [
    ...[
      '证件号码',
      '证件号',
      '身份证号',
      '身份证号码',
      '身份证',
      '身份证件号码',
      '有效证件号码',
      '证件编号',
    ],
    ...[
      '业主身份证号',
      '业主证件号',
      '产权人证件号',
      '产权人身份证号',
      '统一社会信用代码',
      '证照号码',
    ],
  ],
  phone: [
    ...[
      '联系电话',
      '手机',
      '手机号',
      '手机号码',
      '电话',
      '电话号码',
      '联系方式',
      '业主电话',
      '联系手机',
    ],
    ...['移动电话', '业主手机', '业主联系电话', '业主联系方式', '产权人电话', '联系号码', '电话1'],
  ],
  status: [
    ...[
      '交付状态',
      '交房状态',
      '收房状态',
      '房屋状态',
      '状态',
      '房态',
      '销售状态',
      '是否交付',
      '是否交房',
    ],
    ...['入住状态', '入住情况', '交付情况', '使用状态', '房产状态'],
  ],
  kind: [
    ...['房屋用途', '用途', '房屋类型', '房屋性质', '物业类型', '房产类型', '规划用途', '设计用途'],
    ...['业态', '房屋类别', '使用性质', '类型', '性质', '产品类型'],
  ],
  developer: [
    '开发商',
    '建设单位',
    '开发单位',
    '开发企业',
    '房地产开发企业',
    '开发建设单位',
    '出卖人',
  ],
  representative: [
    '产权代表',
    '产权代表人',
    '共有人代表',
    '共有代表',
    '表决代表',
    '投票代表',
    '推选代表',
  ],
}

const UNIT_OF_MEASURE = /(?:㎡|m²|m2|平方米|平米|平方)/gi

/** `* 建筑面积（㎡）：` → `建筑面积`. */
export const columnName = (text: string): string =>
  toHalfWidth(text)
    .replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
    .replace(UNIT_OF_MEASURE, '')
    .replace(/[\s*:/]/g, '')

const MEANINGS = new Map(
  FIELDS.flatMap((field) => NAMES[field].map((name, rank) => [name, { field, rank }] as const)),
)

export interface Meaning {
  readonly field: Field
  /** Smaller is surer. */
  readonly rank: number
}

export const meaningOf = (text: string): Meaning | undefined => MEANINGS.get(columnName(text))
