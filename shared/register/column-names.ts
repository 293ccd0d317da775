// How registers call their columns. Data, so that a new name is one more word and nothing else.

/** What a register's columns can say. `room` may hold the whole place, `3-2-1201`. */
export const FIELDS = [
  'building',
  'unit',
  'floor',
  'room',
  'parking',
  'area',
  'surveyArea',
  'contractArea',
  'areaSource',
  'owner',
  'identity',
  'phone',
  'coOwner',
  'coIdentity',
  'coPhone',
  'coOwnership',
  'shares',
  'representative',
  'status',
  'sale',
  'kind',
  'developer',
] as const
export type Field = (typeof FIELDS)[number]

export const FIELD_NAMES: Readonly<Record<Field, string>> = {
  building: '楼栋',
  unit: '单元',
  floor: '楼层',
  room: '房号',
  parking: '车位编号',
  area: '建筑面积',
  surveyArea: '实测面积',
  contractArea: '合同面积',
  areaSource: '面积来源',
  owner: '业主姓名',
  identity: '证件号码',
  phone: '联系电话',
  coOwner: '共有人',
  coIdentity: '共有人证件号码',
  coPhone: '共有人电话',
  coOwnership: '共有方式',
  shares: '共有份额',
  representative: '产权代表',
  status: '交付状态',
  sale: '销售状态',
  kind: '房屋用途',
  developer: '开发商',
}

/** The usual names, best first: where a sheet has two of a field, the one further left here is taken. */
export const NAMES: Readonly<Record<Field, string>> = {
  building:
    '楼栋 楼栋号 幢号 栋号 楼号 幢 栋 楼幢 楼幢号 栋座 幢座 座 座号 座栋 楼宇 楼 楼座 楼盘 所在楼栋 所属楼栋 房屋楼栋 ' +
    '楼栋名称 楼栋编号 楼幢名称 楼宇名称 楼宇编号 自然幢号 building bldg block tower',
  unit: '单元 单元号 单元名称 单元编号 所在单元 所属单元 门 门号 梯号 梯 unit',
  floor: '楼层 所在层 所在楼层 层 层号 楼层号 floor',
  room:
    '房号 房间号 室号 户号 房屋编号 房屋号 房产编号 房间编号 室 户室号 房室号 门牌号 门牌 门牌号码 房屋名称 房间 ' +
    '房间名称 资源编号 房屋地址 房屋坐落 坐落 座落 房屋座落 地址 房产地址 房产坐落 商铺号 铺号 户名编号 房屋 户室 ' +
    '房产 房产号 房屋代码 房屋位置 位置 物业地址 楼栋房号 房屋信息 room roomno',
  parking:
    '车位编号 车位号 车位 车位号码 停车位 停车位编号 车库号 车库编号 车库 泊位号 地下车位号 停车位号 parking',
  area:
    '产权面积 登记面积 不动产登记面积 不动产权证面积 房产证面积 产权证面积 证载面积 登记建筑面积 产权登记面积 产权建筑面积 ' +
    '建筑面积 专有部分面积 专有部分建筑面积 专有面积 房屋建筑面积 房产建筑面积 房屋面积 房产面积 建面 面积 ' +
    '计费面积 收费面积 物业费面积 物业面积 车位面积 area',
  surveyArea: '实测面积 实测建筑面积 测绘面积 测绘建筑面积 竣工面积 竣工实测面积',
  contractArea:
    '合同面积 合同建筑面积 买卖合同面积 购房合同面积 网签面积 预测面积 预测建筑面积 预售面积 销售面积',
  areaSource: '面积来源 面积依据 面积类型 面积性质 面积出处',
  owner:
    '业主姓名 产权人 产权人姓名 所有权人 所有权人姓名 所有人 所有人姓名 权利人 权利人姓名 权利人名称 业主 房屋所有权人 ' +
    '房屋所有人 不动产权利人 业主名称 产权单位 业主名 业主信息 房主 房主姓名 户主 户主姓名 产权人名称 所有权人名称 ' +
    '产权所有人 产权所有人姓名 买受人 买受人姓名 购房人 购房人姓名 业户 业户姓名 业户名称 客户姓名 客户名称 客户 ' +
    '姓名 名称 姓名名称 业主1 owner name',
  identity:
    '证件号码 证件号 身份证号 身份证号码 身份证 身份证件号码 有效证件号码 证件编号 业主身份证号 业主证件号 产权人证件号 ' +
    '产权人身份证号 业主身份证号码 业主证件号码 统一社会信用代码 证照号码 证件 idcard idnumber',
  phone:
    '联系电话 手机 手机号 手机号码 电话 电话号码 联系方式 业主电话 联系手机 移动电话 业主手机 业主手机号 业主联系电话 ' +
    '业主联系方式 产权人电话 联系号码 电话1 联系电话1 手机号码1 phone mobile tel',
  coOwner:
    '共有人 共有人姓名 共有权人 共有权人姓名 房屋共有人 其他共有人 共同所有人 其他产权人 其他业主 第二业主 业主2 ' +
    '业主姓名2 产权人2 共有人1 共有产权人',
  coIdentity: '共有人证件号 共有人证件号码 共有人身份证号 共有人身份证号码 共有人身份证',
  coPhone: '共有人电话 共有人手机 共有人手机号 共有人联系电话 共有人联系方式 共有人手机号码',
  coOwnership: '共有方式 共有情况 共有形式 共有类型 共有关系 产权共有方式 共有性质 产权形式',
  shares: '共有份额 产权份额 份额 所占份额 持有份额 份额比例 共有比例 产权比例 持有比例 占比',
  representative:
    '产权代表 产权代表人 共有人代表 共有代表 表决代表 投票代表 推选代表 业主代表 指定代表 委托代表',
  status:
    '交付状态 交房状态 收房状态 交付情况 交房情况 是否交付 是否交房 是否收房 房屋状态 状态 房态 入住状态 入住情况 ' +
    '是否入住 使用状态 房产状态 房屋使用状态 房屋现状 接房状态 status',
  sale: '销售状态 销售情况 是否售出 是否出售 是否已售 售否 出售状态 出售情况',
  kind:
    '房屋用途 用途 房屋类型 房屋性质 物业类型 房产类型 规划用途 设计用途 业态 房屋类别 使用性质 类型 性质 类别 ' +
    '产品类型 使用用途 房产用途 登记用途 type',
  developer: '开发商 建设单位 开发单位 开发企业 房地产开发企业 开发建设单位 出卖人 开发公司',
}

/** Columns of other people and other things, however much they sound like ours. */
export const NOT_OURS =
  /套内|公摊|分摊|使用面积|土地|宗地|花园面积|露台|阳台|赠送|附属|总面积|租|使用人|居住人|常住|紧急|家属|家庭|配偶|监护|代理|经办|填表|登记人|录入|缴费|车牌|备注|日期|时间|证件类|证件种|户籍|通讯|通信|联系地址|邮|密码|户型|结构|总楼层|总层|人数|套数|户数|序号|不动产单元|单元类型|权证编?号|证书|合同编?号/

/**
 * Names nobody has shown us yet, by what they contain; the first that fits. Where a register calls a column so, it
 * leaves little doubt what it holds.
 */
export const PATTERNS: readonly (readonly [RegExp, Field])[] = [
  [/(?:共有|其他产权|第二).*(?:证件|身份证|证照)/, 'coIdentity'],
  [/(?:共有|其他产权|第二).*(?:电话|手机|联系)/, 'coPhone'],
  [/代表/, 'representative'],
  [/份额|共有.*比例|产权.*比例/, 'shares'],
  [/共有.*(?:方式|情况|形式|类型|性质|关系)/, 'coOwnership'],
  [/共有.*人|其他产权人|第二业主/, 'coOwner'],
  [/身份证|证件.*号|信用代码/, 'identity'],
  [/电话|手机|联系方式|联系号码/, 'phone'],
  [/面积.*(?:来源|依据|类型|性质)/, 'areaSource'],
  [/(?:合同|网签|预售|预测|购房).*(?:面积|建面)/, 'contractArea'],
  [/(?:实测|测绘|竣工).*(?:面积|建面)/, 'surveyArea'],
  [/(?:面积|建面)(?:数|值)?$/, 'area'],
  [/是否.*售|(?:销售|出售|售房)(?:状态|情况)/, 'sale'],
  [/(?:交付|交房|收房|接房|入伙|入住)(?:状态|情况|与否|否)?$|^(?:房|居住|使用).*状态$/, 'status'],
  [/用途|业态|(?:房屋|物业|房产)(?:类型|性质|类别|种类)/, 'kind'],
  [/开发(?:商|单位|企业|公司)|建设单位|售房单位/, 'developer'],
  [/(?:车位|车库|泊位).*号/, 'parking'],
  [/(?:楼|栋|幢|座).*(?:房|室|户)/, 'room'],
  [/(?:楼|栋|幢|座)号?单元/, 'building'],
  [/单元/, 'unit'],
  [/楼层|所在层/, 'floor'],
  [/(?:楼|栋|幢|座)宇?(?:号|名|名称|编号|幢|栋|座|信息)?$/, 'building'],
  [
    /^(?!是否).*(?:业主|产权人|产权所有人?|所有权人|权利人|房主|户主|购房[人者]|买受人|受让人)(?:姓名|名称|名字|全称|名)?$/,
    'owner',
  ],
  [/(?:房|室|户|铺|门牌)(?:屋|间|产)?(?:号|号码|编号|编码|代码|名称|位置|坐落)$/, 'room'],
]

/** First line of a header of two: what the names below it are about. */
export const GROUPS: readonly (readonly [RegExp, 'owner' | 'coOwner' | 'other' | 'ours'])[] = [
  [/租|承租|使用人|居住|紧急|家庭|家属|车辆|车位|停车|缴费|收费|物业费|备注/, 'other'],
  [/共有/, 'coOwner'],
  [/^(?:业主|产权人?|所有权人|权利人|房主|户主|业户|购房人|客户)/, 'owner'],
  [
    /^(?:房屋|房产|物业|房间|住宅|位置|坐落|面积|建筑|不动产|基本|登记|实测|合同|产权|联系)/,
    'ours',
  ],
]
