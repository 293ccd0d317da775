import type { ClockName, ClockRule } from '#shared/clocks/rule.ts'
import { goesUpByItself, MOST_DEPARTMENTS, openDepartments, type Settings } from './settings.ts'

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
