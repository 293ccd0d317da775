import type { ClockRule } from '#shared/clocks/rule.ts'
import { keepingGone } from './settings-check.ts'
import { settingsDiff } from './settings-diff.ts'
import { mergeSettings } from './settings-merge.ts'
import { DEFAULT_PERIODS, DEFAULT_SETTINGS, type Settings } from './settings.ts'
import type { Category } from './categories.ts'

const ours = DEFAULT_SETTINGS
const DAY_REPLY: ClockRule = {
  unit: 'hour',
  amount: 12,
  warnings: [{ kind: 'before', hours: 4 }],
  escalatesAfterHours: 0,
  source: '业主大会 2026 年 3 月决议',
  confidence: 'local',
}
const withReply = (rule: Partial<ClockRule>): Settings => ({
  ...ours,
  periods: { ...ours.periods, first_reply: { ...DAY_REPLY, amount: 24, ...rule } },
})
const withCategory = (
  category: Category,
  facts: Partial<Settings['categories'][number]>,
): Settings => ({
  ...ours,
  categories: ours.categories.map((one) =>
    one.category === category ? { ...one, ...facts } : one,
  ),
})
const [first, second, third] = ours.templates as [T, T, T]
type T = Settings['templates'][number]
const withTemplates = (...templates: T[]): Settings => ({ ...ours, templates })
const withDepartments = (departments: Settings['departments']): Settings => ({
  ...ours,
  departments,
})
const without = (id: string) => ours.departments.filter((one) => one.id !== id)

describe('what stands otherwise, in plain words', () => {
  test.each<[string, Settings, readonly string[]]>([
    ['nothing', ours, []],
    [
      'a period and what it rests on',
      { ...ours, periods: { ...ours.periods, first_reply: DAY_REPLY } },
      [
        '物业首次答复：24 小时 改为 12 小时',
        '物业首次答复的依据：默认（文件未规定） 改为 业主大会 2026 年 3 月决议',
      ],
    ],
    [
      'its unit',
      withReply({
        ...{ unit: 'working_day', amount: 2 },
        ...{ source: DEFAULT_PERIODS.first_reply?.source, confidence: 'ours' },
      }),
      ['物业首次答复：24 小时 改为 2 个工作日'],
    ],
    [
      'its warnings and what comes after',
      withReply({
        warnings: [{ kind: 'half' }, { kind: 'before', hours: 2 }],
        ...{ escalatesAfterHours: undefined, confidence: 'ours' },
      }),
      [
        '物业首次答复的提醒：到期前 4 小时提醒 改为 过半时提醒、到期前 2 小时提醒',
        '物业首次答复逾期以后：逾期立即自动转街道 改为 逾期只记下来，不自动转街道',
      ],
    ],
    ['a period taken out: ours holds, as before', { ...ours, periods: {} }, []],
    [
      'a category’s own period',
      withCategory('lift', { periods: { resolve: { ...DAY_REPLY, escalatesAfterHours: 2 } } }),
      [
        '“电梯”的物业办完：跟全小区一样 改为 12 小时，到期前 4 小时提醒，逾期满 2 小时自动转街道，依据：业主大会 2026 年 3 月决议',
      ],
    ],
    ['a category off', withCategory('lift', { on: false }), ['类别“电梯”：可以提交 改为 停用']],
    [
      'a category called otherwise',
      withCategory('lift', { name: '电梯困人故障' }),
      ['类别名称：电梯 改为 电梯困人故障'],
    ],
    [
      'its departments',
      withCategory('lift', { departments: ['housing', 'market'] }),
      ['“电梯”通常转给：市场监管 改为 住房和城乡建设、市场监管'],
    ],
    [
      'its departments gone',
      withCategory('lift', { departments: [] }),
      ['“电梯”通常转给：市场监管 改为 没有指定'],
    ],
    [
      'a department more',
      withDepartments([...ours.departments, { id: 'local-1', name: '街道物业科' }]),
      ['新增部门“街道物业科”'],
    ],
    ['a department less', withDepartments(without('labour')), ['删除部门“人力资源和社会保障”']],
    [
      'a department gone, its name kept',
      withDepartments(ours.departments.map((d) => (d.id === 'labour' ? { ...d, gone: true } : d))),
      ['删除部门“人力资源和社会保障”'],
    ],
    [
      'a department called otherwise',
      withDepartments(
        ours.departments.map((d) => (d.id === 'fire' ? { ...d, name: '消防大队' } : d)),
      ),
      ['部门名称：消防救援 改为 消防大队'],
    ],
    [
      'replies',
      withTemplates({ ...first, text: '今天到。' }, third, { name: '谢谢', text: '谢谢反映。' }),
      [
        `常用回复“${first.name}”：${first.text} 改为 今天到。`,
        `删除常用回复“${second.name}”`,
        '新增常用回复“谢谢”：谢谢反映。',
      ],
    ],
    ['their order', withTemplates(second, first, third), ['常用回复的先后顺序有改动']],
    ['the public list', { ...ours, publicList: false }, ['公开列表：公开 改为 不公开']],
    [
      'office hours',
      { ...ours, officeHours: { opens: 540, closes: 1_050 } },
      ['街道办公时间：没有设，一天算到 24:00 改为 9:00 至 17:30'],
    ],
  ])('%s', (_, after, words) => {
    expect(settingsDiff(ours, after)).toEqual(words)
  })

  test('back again it is the other way round', () => {
    const after = { ...ours, publicList: false }
    expect(settingsDiff(after, ours)).toEqual(['公开列表：不公开 改为 公开'])
  })
})

describe('somebody else saved first', () => {
  const off = withCategory('lift', { on: false })
  const added = (name: string) => withTemplates(...ours.templates, { name, text: '好的。' })

  test('what touches another part is made anew on theirs', () => {
    const mine: Settings = { ...withReply({ amount: 12 }), publicList: false }
    const { settings, theirs, lost } = mergeSettings(ours, mine, off)
    expect(settings).toEqual({ ...mine, categories: off.categories })
    expect(theirs).toEqual(['类别“电梯”：可以提交 改为 停用'])
    expect(lost).toEqual([])
  })

  test('what touches the same gives way, and is named', () => {
    const { settings, lost } = mergeSettings(
      ours,
      { ...withReply({ amount: 12, source: '甲' }), publicList: false },
      withReply({ amount: 6, source: '甲' }),
    )
    expect(settings.periods.first_reply?.amount).toBe(6)
    expect(settings.publicList).toBe(false)
    expect(lost).toEqual([
      '物业首次答复：24 小时 改为 12 小时',
      '物业首次答复的依据：默认（文件未规定） 改为 甲',
    ])
  })

  test('the same done by both is no clash', () => {
    expect(mergeSettings(ours, off, off)).toMatchObject({ settings: off, lost: [] })
  })

  test('both add a reply: both stand', () => {
    const { settings, lost } = mergeSettings(ours, added('甲'.repeat(2)), added('乙'.repeat(2)))
    expect(settings.templates.map(({ name }) => name).slice(3)).toEqual(['乙乙', '甲甲'])
    expect(lost).toEqual([])
  })

  test('one changes what the other removed: it stays removed, and the change is named', () => {
    const { settings, lost } = mergeSettings(
      ours,
      withTemplates({ ...first, text: '马上到。' }, second, third),
      withTemplates(second, third),
    )
    expect(settings.templates).toEqual([second, third])
    expect(lost).toEqual([`常用回复“${first.name}”：${first.text} 改为 马上到。`])
  })

  test.each<[string, Settings, readonly T[], readonly string[]]>([
    ['theirs has the old order', off, [third, first, second], []],
    [
      'theirs has another',
      withTemplates(second, first, third),
      [second, first, third],
      ['常用回复的先后顺序有改动'],
    ],
  ])('an order: %s', (_, theirs, order, gaveWay) => {
    const { settings, lost } = mergeSettings(ours, withTemplates(third, first, second), theirs)
    expect(settings.templates).toEqual(order)
    expect(lost).toEqual(gaveWay)
  })

  test('without a change of one’s own theirs comes out, whatever it is', () => {
    for (const theirs of [
      off,
      added('甲甲'),
      withReply({ amount: 3 }),
      withDepartments(without('fire')),
    ]) {
      expect(mergeSettings(ours, ours, theirs)).toMatchObject({ settings: theirs, lost: [] })
    }
  })
})

test('a department left out keeps its name, marked as gone; one that is back is not', () => {
  const kept = keepingGone(ours, withDepartments(without('fire')))
  expect(kept.departments.at(-1)).toEqual({ id: 'fire', name: '消防救援', gone: true })
  expect(keepingGone(kept, ours).departments).toEqual(ours.departments)
  expect(keepingGone(kept, withDepartments(without('fire'))).departments).toEqual(kept.departments)
})
