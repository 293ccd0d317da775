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

export const MOST_DEPARTMENTS = 40

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

/** Clocks that go up by themselves when they run out: S2 leaves what is above the property to a recorded finding. */
export const goesUpByItself = (clock: ClockName): boolean =>
  clock === 'first_reply' || clock === 'resolve'
