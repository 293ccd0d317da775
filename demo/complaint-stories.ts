import type { Category } from '#shared/complaints/contract.ts'

/** How a complaint went: what was said at each step. A story that stops early is still open. */
export interface Story {
  readonly category: Category
  readonly text: string
  /** `home`, `building`, or a common area in the filer's words. */
  readonly place: string
  readonly reply?: string
  readonly resolve?: string
  readonly end?: { readonly rating: number } | { readonly dispute: string; readonly again?: string }
}

export const STORIES: readonly Story[] = [
  {
    category: 'lift',
    text: '电梯下行到 6 楼时有明显异响和抖动，家里老人不敢坐，请尽快检修。',
    place: 'building',
    reply: '已联系维保单位，今天下午 3 点到场检查，检查期间会贴提示。',
    resolve: '维保人员更换了导靴并做了润滑，试运行正常，检验记录贴在轿厢里。',
    end: { rating: 5 },
  },
  {
    category: 'repair',
    text: '卫生间吊顶渗水，楼上说不是他家的问题，已经滴了三天，请物业帮忙查漏。',
    place: 'home',
    reply: '工程师傅明天上午 9 点上门做关水试压，请家里留人。',
    resolve: '查明是公共立管接头老化，已更换接头，吊顶干燥后由我们补漆。',
    end: { rating: 4 },
  },
  {
    category: 'noise',
    text: '楼下空地每天晚上九点半还在放广场舞音乐，孩子没法睡觉。',
    place: '中心广场',
    reply: '已与带队的阿姨沟通，约定晚上八点半结束，音量调低。',
    resolve: '连续一周巡查，均在八点半前结束。如再超时请随时告诉我们。',
    end: {
      dispute: '周末还是跳到九点多，物业没有人来管。',
      again: '周末安排专人到场，并在广场立了时间牌。',
    },
  },
  {
    category: 'parking',
    text: '地下车库 B 区经常有外来车占用固定车位，门岗没有登记就放行。',
    place: '地下车库 B 区',
    reply: '已调整门岗系统，外来车辆须业主确认后放行。',
  },
  {
    category: 'fire_lane',
    text: '消防通道上长期停着三辆车，万一出事消防车进不来，请马上处理。',
    place: '小区东门消防通道',
    reply: '已通知车主挪车并张贴提示，今晚起每两小时巡查一次。',
    resolve: '车辆已全部挪走，通道重新划线，并加装了隔离桩。',
    end: { rating: 5 },
  },
  {
    category: 'cleaning',
    text: '单元门口的垃圾桶两天没有清运，天气热味道很大，招了很多苍蝇。',
    place: 'building',
    reply: '保洁今天中午前清运并冲洗桶站。',
    resolve: '已清运、冲洗、消杀，改为每天早晚各一次。',
    end: { rating: 4 },
  },
  {
    category: 'security',
    text: '单元门禁坏了一个多星期，谁都可以随便进，晚上很不放心。',
    place: 'building',
    reply: '门禁控制板已报修，配件到货前安排夜间加岗。',
    resolve: '控制板已更换，门禁恢复，钥匙扣可以照常使用。',
  },
  {
    category: 'fees',
    text: '这个季度的账单比上季度多了几十块，想知道是怎么算出来的。',
    place: 'home',
    reply: '账单按建筑面积、单价、月数逐月计算，明细已在账单页列出，可点开查看。',
    resolve: '已电话逐项说明，多出的部分是上季度减免到期。',
    end: { rating: 3 },
  },
  {
    category: 'green',
    text: '花园里的灌木挡住了步道照明，晚上走路看不清台阶，老人容易摔。',
    place: '南区花园步道',
    reply: '绿化班组本周四修剪，照明同时检查。',
  },
  {
    category: 'staff',
    text: '打前台电话三次都没有人接，最后一次接了又说不归他管。',
    place: '物业服务中心',
  },
  {
    category: 'repair',
    text: '楼道感应灯坏了四盏，晚上上下楼要打手电筒。',
    place: 'building',
    reply: '已领料，今天晚上前更换。',
    resolve: '四盏灯全部换成 LED 感应灯，已试亮。',
    end: { rating: 5 },
  },
  {
    category: 'other',
    text: '希望在快递柜旁边装一个雨棚，下雨天取件全淋湿了。',
    place: '北门快递柜',
    reply: '方案已报业委会，预计下月和休息座椅一起施工。',
  },
  {
    category: 'lift',
    text: '电梯里的应急电话拨不通，按了没有反应，请检查对讲系统。',
    place: 'building',
  },
  {
    category: 'cleaning',
    text: '楼道里堆了好几户的纸箱和旧家具，影响通行也不安全。',
    place: 'building',
    reply: '已逐户通知三天内清走，逾期按消防规定处理。',
    resolve: '杂物已清空，楼道恢复畅通。',
  },
  {
    category: 'noise',
    text: '楼上装修从早上七点就开始砸墙，中午也不停，请管一管施工时间。',
    place: 'home',
    reply: '已到现场要求停工，装修只能在 8:30–12:00、14:00–18:00 进行。',
    resolve: '装修公司签了承诺书，这几天巡查没有再超时。',
    end: { dispute: '今天早上七点二十又开始了，承诺书没有用。' },
  },
  {
    category: 'parking',
    text: '电动自行车充电棚只有二十个口，下班后根本排不上，有人拉线到楼上充。',
    place: '充电棚',
    reply: '正在和充电公司谈扩容，飞线已拆除，发现一起制止一起。',
  },
]
