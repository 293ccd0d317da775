import { ClockRule, CLOCK_NAMES, OfficeHours, type ClockName } from '#shared/clocks/rule.ts'
import { Instant } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { CATEGORIES, Category, CATEGORY_NAMES } from './categories.ts'
import { DEPARTMENTS } from './rules/routing.ts'

/** One period for each clock; a category may have its own. */
export const Periods = z.partialRecord(z.enum(CLOCK_NAMES), ClockRule)
export type Periods = z.infer<typeof Periods>

const CategorySetting = z.strictObject({
  category: Category,
  /** As residents read it here. */
  name: text(2, 12),
  /** Off: nothing new is filed under it; what was stays readable and goes on. */
  on: z.boolean(),
  periods: Periods.default({}),
  /** Departments it is usually referred to, the likeliest first. */
  departments: z.array(z.string().max(20)).max(6),
})
export type CategorySetting = z.infer<typeof CategorySetting>

const MOST_DEPARTMENTS = 40

const DepartmentSetting = z.strictObject({
  id: z.string().min(1).max(20),
  name: text(2, 30),
  /** Removed: nothing new is referred to it; what was referred still says to whom. */
  gone: z.boolean().optional(),
})
export type DepartmentSetting = z.infer<typeof DepartmentSetting>

const Template = z.strictObject({ name: text(2, 20), text: text(2, 500) })

/** What a community may decide for itself. Every change is a version. */
export const Settings = z.strictObject({
  categories: z.array(CategorySetting).min(1).max(CATEGORIES.length),
  periods: Periods,
  departments: z.array(DepartmentSetting).min(1).max(MOST_DEPARTMENTS),
  /** Replies that staff use again and again. */
  templates: z.array(Template).max(30),
  /** The list without persons: category, building, age, state, outcome. */
  publicList: z.boolean(),
  /** Of street and district; the property is there day and night. */
  officeHours: OfficeHours.optional(),
})
export type Settings = z.infer<typeof Settings>

export const SettingsVersion = z.object({
  /** 0: nobody has changed anything. */
  version: z.int(),
  changedAt: Instant.optional(),
  /** Role and masked name. */
  changedBy: z.string().optional(),
  settings: Settings,
})
export type SettingsVersion = z.infer<typeof SettingsVersion>

const ours = {
  confidence: 'ours',
  source: '本产品默认，可按小区调整（A1.1，文件未规定时限）',
} as const
const before = (hours: number) => [{ kind: 'before', hours }] as const

/** Defaults of A1.1; no document names a period. Only the property's go up by themselves. */
export const DEFAULT_PERIODS: Periods = {
  first_reply: {
    unit: 'hour',
    amount: 24,
    warnings: [...before(4)],
    escalatesAfterHours: 0,
    ...ours,
  },
  resolve: {
    unit: 'working_day',
    amount: 5,
    warnings: [...before(24)],
    escalatesAfterHours: 0,
    ...ours,
  },
  street_accept: { unit: 'working_day', amount: 1, warnings: [...before(4)], ...ours },
  onsite: { unit: 'working_day', amount: 1, warnings: [...before(4)], ...ours },
  street_handling: { unit: 'working_day', amount: 10, warnings: [...before(48)], ...ours },
  joint_meeting: { unit: 'working_day', amount: 15, warnings: [...before(72)], ...ours },
  review: { unit: 'working_day', amount: 10, warnings: [...before(48)], ...ours },
}

export const DEFAULT_SETTINGS: Settings = {
  categories: CATEGORIES.map((category) => ({
    category,
    name: CATEGORY_NAMES[category],
    on: true,
    periods: {},
    departments: DEPARTMENTS.filter(({ categories }) => categories.includes(category)).map(
      ({ id }) => id,
    ),
  })),
  periods: DEFAULT_PERIODS,
  departments: DEPARTMENTS.map(({ id, name }) => ({ id, name })),
  templates: [
    { name: '已安排人员', text: '您好，已安排人员今天到现场查看，看过后在这里告诉您结果。' },
    { name: '需要配合', text: '您好，需要进家查看，请告诉我们您方便的时间。' },
    { name: '材料已订', text: '您好，所需材料已订购，到货后马上施工，到货时间会在这里告诉您。' },
  ],
  publicList: true,
}

/** Periods for a category: its own where it has some, else the community's, else ours. */
export const periodsFor = ({ categories, periods }: Settings, category: string): Periods => ({
  ...DEFAULT_PERIODS,
  ...periods,
  ...categories.find((one) => one.category === category)?.periods,
})

/** Whether something new may be filed under it. */
export const isOffered = ({ categories }: Settings, category: string): boolean =>
  categories.some((one) => one.category === category && one.on)

/** As it is called here: also of what is off, and of what settings no longer name. */
export const categoryName = ({ categories }: Settings, category: Category): string =>
  categories.find((one) => one.category === category)?.name ?? CATEGORY_NAMES[category]

/** To which something may be referred now. */
export const openDepartments = ({ departments }: Settings): readonly DepartmentSetting[] =>
  departments.filter(({ gone }) => gone !== true)

/**
 * What is saved in place of `before`: departments left out stay with their names, marked as gone, for the cases that were
 * referred to them; as many as there is room for, the latest first.
 */
export function keepingGone(before: Settings, wanted: Settings): Settings {
  const isThere = (id: string): boolean => wanted.departments.some((one) => one.id === id)
  const left = before.departments.filter(({ id }) => !isThere(id))
  const room = MOST_DEPARTMENTS - wanted.departments.length
  const kept = room > 0 ? left.slice(-room) : []
  const gone = kept.map((one) => ({ ...one, gone: true }))
  return { ...wanted, departments: [...wanted.departments, ...gone] }
}

/** Clocks that go up by themselves when they run out: S2 leaves what is above the property to a recorded finding. */
export const goesUpByItself = (clock: ClockName): boolean =>
  clock === 'first_reply' || clock === 'resolve'

const isRepeated = (all: readonly string[]): boolean => new Set(all).size !== all.length

/** What is wrong with settings as a whole, in a few words; nothing where they are in order. */
export function problemIn(settings: Settings): string | undefined {
  const { categories, templates } = settings
  const departments = openDepartments(settings)
  const ids = departments.map(({ id }) => id)
  const problems: readonly (readonly [boolean, string])[] = [
    [isRepeated(categories.map(({ category }) => category)), '同一类别写了两次'],
    [isRepeated(categories.map(({ name }) => name)), '两个类别用了同一个名称'],
    [!categories.some(({ on }) => on), '至少要有一个类别可以提交'],
    [isRepeated(settings.departments.map(({ id }) => id)), '同一部门写了两次'],
    [isRepeated(departments.map(({ name }) => name)), '两个部门用了同一个名称'],
    [departments.length === 0, '至少要留一个部门'],
    [
      categories.some((one) => one.departments.some((id) => !ids.includes(id))),
      '类别里有分工表之外的部门',
    ],
    [categories.some((one) => isRepeated(one.departments)), '一个类别里同一部门写了两次'],
    [isRepeated(templates.map(({ name }) => name)), '两个常用回复用了同一个名称'],
    [rulesIn(settings).some(isGoingUp), '只有物业的期限逾期后会自动转街道'],
  ]
  return problems.find(([isSo]) => isSo)?.[1]
}

type NamedRule = readonly [clock: string, rule: ClockRule | undefined]

const rulesIn = ({ periods, categories }: Settings): readonly NamedRule[] =>
  [periods, ...categories.map((one) => one.periods)].flatMap((each) => Object.entries(each))

const isGoingUp = ([clock, rule]: NamedRule): boolean =>
  rule?.escalatesAfterHours !== undefined && !goesUpByItself(clock as ClockName)
