import type { ClockName, ClockRule, OfficeHours } from '#shared/clocks/rule.ts'
import type { Category } from './categories.ts'
import type { CategorySetting, Periods, Settings } from './settings.ts'

/** The least that two persons can change without touching the same. */
export type Part =
  | ({ readonly kind: 'category' } & Omit<CategorySetting, 'periods'>)
  | {
      readonly kind: 'category_period'
      readonly category: Category
      readonly clock: ClockName
      readonly rule: ClockRule
    }
  | { readonly kind: 'period'; readonly clock: ClockName; readonly rule: ClockRule }
  | {
      readonly kind: 'department'
      readonly id: string
      readonly name: string
      readonly gone: boolean
    }
  | { readonly kind: 'template'; readonly name: string; readonly text: string }
  | { readonly kind: 'public_list'; readonly on: boolean }
  | { readonly kind: 'office_hours'; readonly hours: OfficeHours | undefined }

export type Parts = ReadonlyMap<string, Part>

/** Settings taken apart, in the order in which a screen shows them. */
export function settingsParts(settings: Settings): Parts {
  const { categories, departments, templates, publicList, officeHours } = settings
  return new Map<string, Part>([
    ...categories.flatMap(categoryParts),
    ...rulesOf(settings.periods).map(([clock, rule]): [string, Part] => [
      `period ${clock}`,
      { kind: 'period', clock, rule },
    ]),
    ...departments.map(({ id, name, gone = false }): [string, Part] => [
      `department ${id}`,
      { kind: 'department', id, name, gone },
    ]),
    ...templates.map((one): [string, Part] => [
      `template ${one.name}`,
      { kind: 'template', ...one },
    ]),
    ['public list', { kind: 'public_list', on: publicList }],
    ['office hours', { kind: 'office_hours', hours: officeHours }],
  ])
}

function categoryParts({ periods, ...rest }: CategorySetting): [string, Part][] {
  const { category } = rest
  return [
    [`category ${category}`, { kind: 'category', ...rest }],
    ...rulesOf(periods).map(([clock, rule]): [string, Part] => [
      `category ${category} ${clock}`,
      { kind: 'category_period', category, clock, rule },
    ]),
  ]
}

const rulesOf = (periods: Periods): readonly [ClockName, ClockRule][] =>
  Object.entries(periods) as [ClockName, ClockRule][]

/** Whether two parts say the same, whatever order their fields came in. */
export const isSame = (one: unknown, other: unknown): boolean => written(one) === written(other)

const written = (value: unknown): string => JSON.stringify([value], sorted)

const sorted = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
    : value

const ORDERED = {
  类别: ({ categories }: Settings) => categories.map(({ category }) => category as string),
  部门: ({ departments }: Settings) =>
    departments.flatMap(({ id, gone }) => (gone === true ? [] : [id])),
  常用回复: ({ templates }: Settings) => templates.map(({ name }) => name),
} as const
export type OrderedList = keyof typeof ORDERED

/** The lists in which what both have stands in another order. */
export const movedOf = (before: Settings, after: Settings): readonly OrderedList[] =>
  (Object.keys(ORDERED) as OrderedList[]).filter((list) => {
    const [old, next] = [ORDERED[list](before), ORDERED[list](after)]
    const common = (all: readonly string[], other: readonly string[]) =>
      all.filter((one) => other.includes(one)).join(' ')
    return common(old, next) !== common(next, old)
  })
