import type { Complaint, ComplaintEvent, ComplaintState } from '#shared/complaints/contract.ts'
import { LEVEL_NAMES } from '#shared/complaints/rules/clock-words.ts'
import { isClosed, LEVELS, type Level } from '#shared/complaints/rules/states.ts'

interface LadderStep {
  readonly level: Level
  readonly name: string
  /** `here` where it is now or ended. */
  readonly standing: 'passed' | 'skipped' | 'here' | 'ahead'
  readonly word: string
}

type Known = Pick<Complaint, 'state' | 'level' | 'timeline'>

/** Property, street, district: where it has been, where it is, where it may yet go. */
export function ladderOf(complaint: Known): readonly LadderStep[] {
  const here = LEVELS.indexOf(complaint.level ?? 'property')
  return LEVELS.map((level, at) => ({
    level,
    name: LEVEL_NAMES[level],
    ...(at < here ? behind(level, complaint) : at === here ? now(complaint) : ahead(complaint)),
  }))
}

type Standing = Pick<LadderStep, 'standing' | 'word'>

const now = ({ state }: Known): Standing => ({
  standing: 'here',
  word: WAITING[state] ?? (isClosed(state) ? '在这里结束' : '现在在这里'),
})

const ahead = ({ state }: Known): Standing => ({
  standing: 'ahead',
  word: isClosed(state) ? '没有用到' : '还没有到',
})

/** Straight to the street: the property never had it. */
const behind = (level: Level, { timeline }: Known): Standing =>
  level === 'property' && !timeline.some(({ kind, by }) => isPropertys(kind, by.role))
    ? { standing: 'skipped', word: '没有经过' }
    : { standing: 'passed', word: '已转出' }

/** Only what was with the property leaves it so. */
const isPropertys = (kind: ComplaintEvent['kind'], role: string): boolean =>
  role.startsWith('物业') || kind === 'routed' || kind === 'timed_out'

/** It rests at its level while somebody else decides. */
const WAITING: Readonly<Partial<Record<ComplaintState, string>>> = {
  review: '等复核结论',
  mediation: '等调解结果',
  litigation: '等法院结果',
  referred: '等部门结果',
  merged: '并入另一件',
}

const ELSEWHERE: Readonly<Partial<Record<ComplaintState, string>>> = {
  review: '由两名没有办过这件投诉的工作人员复核，有一人认为没有办好，就转回街道办理。',
  mediation: '现在在调解单位，期限停止计算。调解不成，可以转回街道。',
  litigation: '现在在法院，期限停止计算，案卷保留。',
  referred: '现在在有关部门，街道跟进结果。',
}

/** Off the ladder for a while: where, and what of it. */
export const elsewhereWords = ({ state }: Pick<Complaint, 'state'>): string | undefined =>
  ELSEWHERE[state]

/** The ladder in a breath, for who hears it. */
export const ladderSentence = (steps: readonly LadderStep[]): string =>
  `办理层级：${steps.map(({ name, word }) => `${name}${word}`).join('，')}`
