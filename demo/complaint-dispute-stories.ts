import { answered, then, type LadderStory } from './complaint-chapters.ts'

/** What stays with the property and its filer: a second dispute, an end without a confirmation, one taken back, one merged. */
export const AT_PROPERTY: readonly LadderStory[] = [
  {
    name: 'partition',
    filed: [12, 9],
    filing: {
      category: 'decoration',
      text: '对门把公共走廊隔出一间放鞋柜和冰箱，搬家具过不去，要求恢复走廊。',
    },
    chapters: [
      ...answered('已发整改通知书，限三天拆除。'),
      then(40, 'property', 'resolve', { text: '冰箱已搬走，鞋柜靠墙摆放，不影响通行。' }),
      then(50, 'filer', 'dispute', { text: '隔断还在，只是把冰箱挪进去了。' }),
      then(52, 'property', 'accept', {}),
      then(120, 'manager', 'resolve', { text: '隔断已拆除，墙面已补。' }),
      then(140, 'filer', 'dispute', { text: '拆了一半，地上的龙骨还在，晚上绊倒过人。' }),
      then(160, 'community', 'review', {
        verdict: 'done',
        text: '现场看过：隔断已拆，地面留有两根龙骨，建议物业当天清走。',
      }),
    ],
  },
  {
    name: 'oil',
    neighbour: 3,
    filed: [60, 8],
    filing: {
      category: 'cleaning',
      text: '底商油烟管漏油，顺着外墙流到窗台上，一擦一手油。',
    },
    chapters: [
      ...answered('已通知商户今天停用清洗。'),
      then(30, 'property', 'resolve', { text: '油烟管接口已重新密封，外墙已清洗。' }),
      then(30 + 16 * 24, 'community', 'closeUnanswered', {
        text: '办结后提醒过两次，电话、上门各一次均未联系上；现场看过外墙已洗净，按未答复结案。',
      }),
    ],
  },
  {
    name: 'hedge',
    neighbour: 4,
    filed: [22, 9],
    filing: {
      category: 'green',
      area: '北门步道',
      text: '北门步道两边的冬青长到一人高，晚上看不见对面来的电动车。',
    },
    chapters: [
      ...answered('绿化班本周修剪。'),
      then(30, 'property', 'resolve', { text: '两侧已修剪到 80 厘米，修剪枝已清运。' }),
    ],
  },
  {
    name: 'blocked_car',
    filed: [15, 18],
    filing: {
      category: 'parking',
      area: '2 幢西侧',
      text: '有辆车横在 2 幢西侧出口，三辆车都开不出来，挪车电话没有人接。',
    },
    chapters: [
      then(2, 'property', 'accept', {}),
      then(4, 'filer', 'withdraw', { text: '车主已经把车挪走了，不用处理了。' }),
    ],
  },
  {
    name: 'barking',
    neighbour: 5,
    filed: [3, 8],
    filing: {
      category: 'noise',
      area: '中心花园',
      text: '中心花园每天清早五点多有人遛狗不拴绳，几条狗一起叫，整栋楼都被吵醒。',
    },
    chapters: [
      ...answered('明早起安排保安 5 点到岗劝导，并在入口贴提示。'),
      then(9, { neighbours: 4 }, 'cosign', {}),
    ],
  },
  {
    name: 'barking_too',
    filed: [3, 12],
    filing: {
      category: 'noise',
      area: '中心花园',
      text: '早上五点中心花园狗叫，遛狗的人不牵绳，孩子上学都睡不够。',
    },
    chapters: [
      then(3, 'property', 'merge', ({ numberOf }) => ({
        into: numberOf('barking'),
        text: '与更早的一件是同一件事，一起办理。',
      })),
    ],
  },
]
