import { CATEGORIES, type Category } from './categories.ts'

/**
 * Words by which residents name a kind of problem, as they say them. Each is found inside a text that has no spaces;
 * of words that lie in one another only the longest counts, so that 消防通道 is no 通道, and 停车费 no 停车.
 */
export const CATEGORY_WORDS: Readonly<Record<Category, readonly string[]>> = {
  repair: [
    ...['漏水', '渗水', '漏雨', '滴水', '水管', '爆管', '管道', '下水', '堵了', '堵住', '堵塞'],
    ...['返水', '停水', '没水', '水压', '水泵', '停电', '没电', '跳闸', '断电', '电线', '路灯'],
    ...['照明', '灯不亮', '灯坏', '灯管', '声控灯', '没有灯', '门禁坏', '单元门', '门锁', '窗户'],
    ...['墙皮', '脱落', '外墙', '裂缝', '开裂', '屋顶', '楼顶', '暖气', '供暖', '不热', '地砖'],
    ...['台阶', '栏杆', '扶手', '井盖', '维修', '报修', '化粪池', '塌陷', '对讲', '路面', '生锈'],
  ],
  cleaning: [
    ...['垃圾', '卫生', '很脏', '太脏', '脏乱', '脏得', '臭', '异味', '难闻', '清扫', '保洁'],
    ...['打扫', '没人扫', '污水', '狗屎', '狗粪', '狗尿', '粪便', '蟑螂', '老鼠', '蚊子', '苍蝇'],
    ...['清运', '小广告', '积水', '油烟', '建筑垃圾', '装修垃圾', '烟头', '灰尘', '小便'],
  ],
  security: [
    ...['保安', '门岗', '岗亭', '巡逻', '被盗', '偷', '小偷', '盗窃', '陌生人', '监控', '摄像头'],
    ...['打架', '高空抛物', '往下扔', '扔东西', '狗咬', '咬人', '不牵绳', '没拴绳', '遛狗', '尾随'],
    ...['推销', '可疑', '随便进出', '谁都能进', '安全隐患', '破坏', '翻墙'],
  ],
  noise: [
    ...['噪音', '噪声', '吵', '太响', '扰民', '广场舞', '音响', '音乐声', '半夜', '凌晨', '深夜'],
    ...['敲打', '钢琴', '唱歌', '睡不着', '喇叭', '装修噪音', '装修声', '电钻', '嗡嗡', '狗叫'],
  ],
  lift: [
    ...['电梯', '轿厢', '困人', '被困', '电梯门', '电梯异响', '电梯停运', '电梯坏', '曳引', '梯门'],
  ],
  parking: [
    ...['停车', '车位', '占车位', '占我车位', '乱停', '车库', '地锁', '道闸', '挡车', '堵车'],
    ...['僵尸车', '剐蹭', '挡住出口', '停不了车', '充电桩', '违停', '外来车', '车辆'],
  ],
  fire_lane: [
    ...['消防', '消防通道', '消防车', '消防栓', '消火栓', '灭火器', '烟感', '喷淋', '堵通道'],
    ...[
      '楼道堆',
      '楼道里堆',
      '堆放',
      '杂物',
      '堆东西',
      '飞线',
      '飞线充电',
      '电动车上楼',
      '楼道充电',
    ],
    ...['电动车进电梯', '进电梯充电', '推进电梯', '安全出口', '防火门', '疏散', '起火', '着火'],
  ],
  decoration: [
    ...['装修', '违建', '违章', '违规装修', '违章搭建', '搭建', '承重墙', '砸墙', '拆墙', '群租'],
    ...['隔断', '封阳台', '改外墙', '开墙', '打墙洞', '私搭', '加盖', '阳光房', '挖地下室'],
    ...['违法建设', '改造成', '私自改'],
  ],
  fees: [
    ...['物业费', '收费', '多收', '乱收', '费用', '缴费', '交费', '发票', '收据', '涨价', '公摊'],
    ...[
      '停车费',
      '车位费',
      '水费',
      '电费',
      '取暖费',
      '单价',
      '账单',
      '催费',
      '押金',
      '退费',
      '退钱',
    ],
    ...['公共收益', '维修资金', '维修基金', '账目', '价格', '收钱', '太贵'],
  ],
  staff: [
    ...['态度', '骂人', '辱骂', '推诿', '不理', '爱答不理', '没人理', '不接电话', '打电话没人'],
    ...[
      '客服',
      '服务差',
      '敷衍',
      '不作为',
      '工作人员',
      '物业人员',
      '管家',
      '前台',
      '吼',
      '推来推去',
    ],
  ],
  committee: [
    ...[
      '成立业委会',
      '组建业委会',
      '选业委会',
      '业委会选举',
      '成立业主委员会',
      '业主大会',
      '筹备组',
    ],
    ...['不让成立', '阻挠', '干扰选举', '撕公告', '成立物管会', '成立环物会', '不给名册'],
  ],
  green: [
    ...['绿化', '树', '草坪', '花坛', '修剪', '枯死', '绿地', '灌木', '浇水', '毁绿', '种菜'],
    ...['草地', '绿化带', '杂草', '树枝', '虫害', '花木', '草长'],
  ],
  other: [],
}

interface Found {
  readonly category: Category
  readonly word: string
  readonly at: number
}

interface Suggestion {
  readonly category: Category
  /** What of the text it rests on. */
  readonly words: readonly string[]
}

/**
 * Kinds that a text speaks of, the likeliest first; none where it says nothing known. Longer words say more; of equals
 * the kind named last, for in Chinese what is wrong comes after where: 电梯里有垃圾 is about cleaning.
 * @param offered what may be filed here; all where it is not known
 */
export function suggestCategories(
  text: string,
  offered: readonly Category[] = CATEGORIES,
): readonly Suggestion[] {
  const found = withoutInner(wordsIn(text.replace(/\s+/g, '').toLowerCase()))
  return offered
    .map((category) => ({ category, hits: found.filter((one) => one.category === category) }))
    .filter(({ hits }) => hits.length > 0)
    .sort((a, b) => weightOf(b.hits) - weightOf(a.hits) || lastOf(b.hits) - lastOf(a.hits))
    .map(({ category, hits }) => ({ category, words: [...new Set(hits.map(({ word }) => word))] }))
}

function wordsIn(text: string): readonly Found[] {
  return CATEGORIES.flatMap((category) =>
    CATEGORY_WORDS[category].flatMap((word) => {
      const at = text.indexOf(word)
      return at < 0 ? [] : [{ category, word, at }]
    }),
  )
}

const endOf = ({ at, word }: Found): number => at + word.length

const withoutInner = (all: readonly Found[]): readonly Found[] =>
  all.filter(
    (one) =>
      !all.some(
        (other) =>
          other.word.length > one.word.length && other.at <= one.at && endOf(other) >= endOf(one),
      ),
  )

/** A word said twice is still one. */
const weightOf = (hits: readonly Found[]): number =>
  hits.reduce((sum, { word }) => sum + word.length, 0)

const lastOf = (hits: readonly Found[]): number => Math.max(...hits.map(endOf))
