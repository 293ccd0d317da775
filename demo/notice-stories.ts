import type { NoticeCategory } from '#shared/notices/contract.ts'

export interface NoticeStory {
  readonly by: 'committee' | 'property' | 'manager'
  /** Days before the first start. */
  readonly daysAgo: number
  readonly title: string
  readonly text: string
  readonly category: NoticeCategory
  readonly pinned?: boolean
  readonly validDays?: number
  readonly correction?: string
}

export const NOTICE_STORIES: readonly NoticeStory[] = [
  {
    by: 'committee',
    daysAgo: 85,
    title: '业委会第三季度工作通报',
    category: 'committee',
    text: '本季度召开会议 3 次，推动更换楼道灯 46 盏、疏通化粪池 5 处；讨论了电梯更新改造的三种方案。会议记录存放在业委会办公室，周一至周五 9:00–17:00 可以查阅。',
  },
  {
    by: 'property',
    daysAgo: 70,
    title: '1 至 6 幢二次供水水箱清洗，停水 4 小时',
    category: 'property',
    validDays: 2,
    text: '供水水箱每半年清洗一次。本次清洗 1 至 6 幢，上午 9:00 停水，13:00 前恢复。请提前备水，恢复后先放水两分钟。',
  },
  {
    by: 'manager',
    daysAgo: 58,
    title: '电动自行车不要进楼、不要进电梯',
    category: 'safety',
    pinned: true,
    text: '电动自行车在楼内停放、充电极易引发火灾。小区东门、北门充电棚共 60 个充电口，24 小时开放。发现进楼入户，请拨打服务中心电话，我们十分钟内到场。',
  },
  {
    by: 'committee',
    daysAgo: 46,
    title: '公共收益第三季度收支明细',
    category: 'finance',
    text: '电梯广告 18,600.00 元，地面停车 42,300.00 元，场地租用 3,200.00 元，收入合计 64,100.00 元；支出：楼道灯更换 9,840.00 元，健身器材维修 2,160.00 元，合计 12,000.00 元。结余 52,100.00 元转入公共收益账户。票据可到业委会办公室查阅。',
    correction:
      '电梯广告 18,600.00 元，地面停车 42,300.00 元，场地租用 3,200.00 元，收入合计 64,100.00 元；支出：楼道灯更换 9,840.00 元，健身器材维修 2,610.00 元，合计 12,450.00 元。结余 51,650.00 元转入公共收益账户。更正：健身器材维修应为 2,610.00 元。票据可到业委会办公室查阅。',
  },
  {
    by: 'property',
    daysAgo: 30,
    title: '冬季供暖试压通知',
    category: 'property',
    text: '近日将对采暖系统注水试压，请家中留人，发现暖气片漏水立即关闭分户阀门并联系工程部。',
  },
  {
    by: 'committee',
    daysAgo: 24,
    title: '关于表决“更换物业服务标准”的说明',
    category: 'committee',
    text: '表决议题、房屋面积和人数已经公布。每户请核对自己的面积；有疑问请在表决开始前联系业委会。投票在小程序“议事”里进行，每一项都要选择同意、反对或弃权。',
  },
  {
    by: 'manager',
    daysAgo: 12,
    title: '消防演练：本周六上午 9:30 中心广场',
    category: 'safety',
    validDays: 14,
    text: '消防救援站将到小区讲解灭火器使用和楼道逃生，并现场演示。欢迎带孩子一起参加。',
  },
  {
    by: 'property',
    daysAgo: 5,
    title: '3 号电梯年检，上午停用两小时',
    category: 'property',
    validDays: 7,
    text: '3 幢 1 单元 3 号电梯年度检验，上午 9:00 至 11:00 停用，请走 4 号电梯。行动不便的邻居可以提前打服务中心电话，我们安排人协助。',
  },
  {
    by: 'committee',
    daysAgo: 2,
    title: '请还没有投票的业主抓紧时间',
    category: 'committee',
    pinned: true,
    validDays: 10,
    text: '正在进行的表决还有一周结束。人数和面积都要达到三分之二才算有效，您的一票很重要。不会用手机的邻居，可以请楼长上门帮忙讲解，但投票须由业主本人操作。',
  },
]
