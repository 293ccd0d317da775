import type { Complaint } from '#shared/complaints/contract.ts'
import { LEVEL_NAMES } from '#shared/complaints/rules/clock-words.ts'
import {
  isClosed,
  LEVELS,
  ownerOf,
  type Level,
  type Owner,
} from '#shared/complaints/rules/states.ts'

export interface LadderStep {
  readonly level: Level
  readonly name: string
  /** `here` where it is now or ended. */
  readonly standing: 'passed' | 'skipped' | 'here' | 'ahead'
  readonly word: string
}

type Known = Pick<Complaint, 'state' | 'level' | 'timeline'>

/** Property, street, district: where it has been, where it is, where it may yet go. */
export function ladderOf({ state, level = 'property', timeline }: Known): readonly LadderStep[] {
  const here = LEVELS.indexOf(level)
  const over = isClosed(state)
  // Straight to the street: the property never had it.
  const skipped = !timeline.some(
    ({ kind, by }) => WITH_PROPERTY.includes(kind) || isPropertys(by.role),
  )
  return LEVELS.map((one, at) => {
    const name = LEVEL_NAMES[one]
    if (at === here)
      return { level: one, name, standing: 'here', word: over ? '在这里结束' : '现在在这里' }
    if (at > here)
      return { level: one, name, standing: 'ahead', word: over ? '没有用到' : '还没有到' }
    return one === 'property' && skipped
      ? { level: one, name, standing: 'skipped', word: '没有经过' }
      : { level: one, name, standing: 'passed', word: '已转出' }
  })
}

/** Only what was with the property leaves it so. */
const WITH_PROPERTY: readonly string[] = ['routed', 'timed_out', 'accepted']
const isPropertys = (role: string): boolean => role.startsWith('物业')

const ELSEWHERE: Readonly<Partial<Record<Owner, string>>> = {
  mediator: '现在在调解单位，期限停止计算。调解不成，可以转回街道。',
  court: '现在在法院，期限停止计算，案卷保留。',
  department: '现在在有关部门，街道跟进结果。',
}

/** Off the ladder for a while: where, and what of it. */
export const elsewhereWords = ({ state }: Pick<Complaint, 'state'>): string | undefined =>
  ELSEWHERE[ownerOf(state)]

/** The ladder in a breath, for who hears it. */
export const ladderSentence = (steps: readonly LadderStep[]): string =>
  `办理层级：${steps.map(({ name, word }) => `${name}${word}`).join('，')}`
