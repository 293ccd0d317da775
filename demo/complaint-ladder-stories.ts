import { addDays, dayOf } from '#shared/kernel/calendar.ts'
import { answered, then, type Chapter, type LadderStory } from './complaint-chapters.ts'

/** From the street's desk to where it is: taken on, looked at the next day. */
const visited = (from: number, where: string, text: string): readonly Chapter[] => [
  then(from, 'street', 'acceptAtStreet', {}),
  then(from + 20, 'community', 'recordOnsite', ({ at }) => ({
    ...{ who: '社区工作者罗秀英、网格员小李', where, text },
    when: at.toISOString(),
  })),
  then(from + 22, 'street', 'handle', {}),
]

const CANNOT = { finding: 'WITHIN_REMIT_UNSOLVABLE', approver: '曾建国' } as const

/** One complaint for each way that leads past or away from the property; every one really went it. */
export const AT_OFFICES: readonly LadderStory[] = [
  {
    name: 'lift',
    neighbour: 1,
    filed: [24, 9],
    filing: {
      category: 'lift',
      text: '电梯一个月里困人两次，每次修完三五天又坏，老人都不敢下楼，要求彻底更换曳引机。',
    },
    chapters: [
      ...answered('维保公司今天下午到场，先停梯检查，恢复时间另行通知。'),
      then(20, { neighbours: 6 }, 'cosign', {}),
      then(60, 'property', 'resolve', { text: '已更换制动器衬垫，试运行 2 小时正常。' }),
      then(80, 'filer', 'dispute', { text: '今天早上又停在 7 楼，只换小件没有用。' }),
      then(100, 'manager', 'find', {
        ...{ finding: 'WITHIN_REMIT_UNSOLVABLE', approver: '彭志刚' },
        text: '曳引机到了更换年限，费用 9.6 万元，须动用维修资金，物业不能自行决定。',
      }),
      then(101, 'manager', 'escalate', {}),
      ...visited(104, '电梯机房、轿厢', '核对了维保记录，一个月内困人 2 次，机房温度偏高。'),
      then(300, 'street', 'find', {
        ...CANNOT,
        text: '须业主表决动用维修资金，业委会、物业、维保单位意见不一，需要一起商定。',
      }),
      then(301, 'street', 'escalate', { text: '请业委会、物业、维保单位参加。' }),
    ],
  },
  {
    name: 'income',
    neighbour: 2,
    filed: [30, 10],
    filing: {
      category: 'fees',
      area: '各单元电梯',
      text: '电梯广告、快递柜的收入三年没有公示过，问了几次都说在整理，要求公开账目。',
    },
    chapters: [
      ...visited(4, '物业服务中心', '查看了广告合同 4 份，收入台账不全。'),
      then(6, { neighbours: 9 }, 'cosign', {}),
      then(150, 'street', 'find', { ...CANNOT, text: '物业称账目由总公司保管，街道无权调取。' }),
      then(151, 'street', 'escalate', {}),
      then(320, 'street', 'find', {
        ...CANNOT,
        text: '街道联席会议上企业仍未交账，须区住建主管部门约谈企业总部。',
      }),
      then(322, 'street', 'escalate', {}),
    ],
  },
  {
    name: 'upstairs',
    filed: [20, 19],
    filing: {
      category: 'noise',
      text: '楼上每天半夜挪桌子、拖椅子，和他们说过三次，越说越响，已经影响休息两个月。',
    },
    chapters: [
      then(13, 'property', 'accept', {}),
      then(15, 'property', 'reply', { text: '今天上门和楼上住户沟通，并提醒加装桌椅脚垫。' }),
      then(40, 'property', 'find', {
        ...{ finding: 'OUTSIDE_REMIT', approver: '彭志刚' },
        text: '上门三次，对方不开门；邻里纠纷物业没有处理的权力。',
      }),
      then(41, 'property', 'escalate', {}),
      ...visited(44, '楼上楼下两户', '当晚测得夜间响动 3 次，两户都表示愿意坐下来谈。'),
      then(110, 'street', 'toMediation', {
        body: '檀木林街道人民调解委员会',
        text: '两户同意调解，下周三晚上在社区会议室。',
      }),
    ],
  },
  {
    name: 'hydrant',
    filed: [9, 9],
    filing: {
      category: 'fire_lane',
      area: '3 幢地下一层',
      direct: true,
      text: '地下一层消火栓没有水，消防门被铁链锁着，反映过一直没有人管。',
    },
    chapters: [
      ...visited(3, '3 幢地下一层', '开阀无水属实，铁链已当场剪断，拍照留存。'),
      then(27, 'street', 'refer', {
        department: 'fire',
        text: '消防设施故障、疏散门上锁，请依法查处并限期整改。',
      }),
    ],
  },
  {
    name: 'committee',
    neighbour: 6,
    filed: [8, 9],
    filing: {
      category: 'committee',
      area: '小区公告栏',
      hidesName: true,
      text: '筹备成立业委会的公告两次贴出第二天就被撕掉，监控说正好坏了，请街道调查。',
    },
    chapters: [then(30, 'filer', 'urge', { text: '公告期快过了，请尽快来看。' })],
  },
  {
    name: 'front_desk',
    neighbour: 7,
    filed: { hours: 20 },
    filing: {
      category: 'staff',
      area: '东门岗亭',
      text: '东门保安夜里锁门睡觉，急救车在门口等了十分钟才开门。',
    },
    chapters: [then(2, 'street', 'acceptAtStreet', {})],
  },
  {
    name: 'drain',
    neighbour: 8,
    filed: [6, 9],
    filing: {
      category: 'repair',
      area: '1 幢 1 单元一楼',
      direct: true,
      text: '一楼下水道返水，物业说是市政管网的事，市政说是小区的事，家里泡了两次。',
    },
    chapters: [
      ...visited(3, '一楼两户及门前检查井', '开井查看，井内堵塞处在小区红线以内。'),
      then(26, 'street', 'reply', { text: '已通知物业两天内疏通，街道到场督促。' }),
    ],
  },
  {
    name: 'rumour',
    neighbour: 9,
    filed: [18, 10],
    filing: {
      category: 'other',
      area: '南门',
      direct: true,
      text: '听说南门要封掉改建商铺，请街道说明有没有这回事。',
    },
    chapters: [
      then(5, 'street', 'decline', {
        reason: 'nothing_to_check',
        text: '经向规划部门和物业核对，没有这项计划，也没有施工申请。',
      }),
    ],
  },
  {
    name: 'leak_suit',
    neighbour: 10,
    filed: [45, 9],
    filing: {
      category: 'repair',
      text: '楼顶漏水两年，顶楼三户天花板发霉，物业每次只刷一层涂料。',
    },
    chapters: [
      ...answered('已约防水公司周五查看屋面。'),
      then(90, 'filer', 'route', { text: '同样的答复已经听了两年。' }),
      ...visited(93, '顶楼三户及屋面', '屋面卷材开裂，三户天花板均有霉斑。'),
      then(200, 'filer', 'toLitigation', {
        ...{ body: '自流井区人民法院', caseNumber: '（2026）川0302民初1234号' },
        text: '已起诉物业，要求维修并赔偿。',
      }),
    ],
  },
  {
    name: 'dark_stairs',
    neighbour: 11,
    filed: { hours: 26 },
    filing: {
      category: 'repair',
      text: '楼梯间灯全灭了，昨晚有老人踩空，请马上来修。',
    },
    // Nobody answers it: after a day the clock takes it to the street.
    chapters: [],
  },
  {
    name: 'angry',
    neighbour: 12,
    filed: { hours: 6 },
    filing: {
      category: 'noise',
      area: '东门广场',
      text: '东门跳舞的再这么吵就滚出小区，每天放到十点，物业到底管不管？',
    },
    // The content check leaves it to the community worker.
    chapters: [],
  },
  {
    name: 'meeting_done',
    neighbour: 13,
    filed: [26, 9],
    filing: {
      category: 'parking',
      area: '充电棚',
      direct: true,
      text: '充电棚一半充电口坏了，晚上飞线充电的有十几家，太危险了。',
    },
    chapters: [
      ...visited(3, '充电棚、2 幢楼道', '20 个充电口坏 9 个，当晚发现飞线 6 处。'),
      then(60, 'street', 'find', { ...CANNOT, text: '扩容要供电、消防和物业一起定方案。' }),
      then(61, 'street', 'escalate', {}),
      then(250, 'street', 'recordMeeting', ({ at }) => ({
        heldOn: dayOf(at),
        attendees: '街道、社区、物业、业委会、供电公司、消防救援',
        text: '月底前修复 9 个充电口，另增 20 个；飞线由物业每晚巡查清理。',
        responsible: '锦绣花园物业服务中心',
        dueOn: addDays(dayOf(at), 30),
      })),
    ],
  },
]
