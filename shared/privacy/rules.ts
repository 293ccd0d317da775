import { DAY } from '#shared/kernel/calendar.ts'
import { accept, refuse } from '#shared/kernel/decision.ts'
import type { Consent } from './contract.ts'
import { PURPOSES, purposeOf, type Purpose, type PurposeId } from './purposes.ts'

/** What a person answered last about a purpose. */
export interface Answer {
  readonly state: 'given' | 'refused' | 'withdrawn'
  readonly version: number
  /** ISO instant. */
  readonly at: string
}
export type Answers = Readonly<Partial<Record<PurposeId, Answer>>>

/** 网络数据安全管理条例 §22: who refused is not asked again and again. Seven days is ours. */
const QUIET_DAYS = 7

const isHeld = (answers: Answers, { id, version }: Purpose): boolean =>
  answers[id]?.state === 'given' && answers[id].version === version

/** Consent holds for the version that is current, and only while what it builds on is held too. */
export function holds(answers: Answers, id: PurposeId): boolean {
  const purpose = purposeOf(id)
  return isHeld(answers, purpose) && (purpose.needs === undefined || holds(answers, purpose.needs))
}

export const consentsFrom = (answers: Answers, now: Date): Consent[] =>
  PURPOSES.map((purpose) => consentTo(purpose, answers, now))

function consentTo({ id, version }: Purpose, answers: Answers, now: Date): Consent {
  const answer = answers[id]
  if (!answer) return { purpose: id, state: 'none', mayAsk: true }
  const { at } = answer
  const known = { purpose: id, version: answer.version, at }
  if (answer.state === 'given') {
    return answer.version === version
      ? { ...known, state: 'given', mayAsk: false }
      : { ...known, state: 'outdated', mayAsk: true }
  }
  const from = Date.parse(at) + QUIET_DAYS * DAY
  return {
    ...known,
    state: answer.state,
    mayAsk: now.getTime() >= from,
    mayAskFrom: new Date(from).toISOString(),
  }
}

export function mayGive(answers: Answers, id: PurposeId, version: number) {
  const purpose = purposeOf(id)
  if (version !== purpose.version) return refuse('privacy.version_outdated')
  if (purpose.needs !== undefined && !holds(answers, purpose.needs)) {
    return refuse('privacy.agreement_needed')
  }
  return accept(purpose)
}

export function mayRefuse(id: PurposeId, version: number) {
  const purpose = purposeOf(id)
  return version === purpose.version ? accept(purpose) : refuse('privacy.version_outdated')
}

/** What was given before and was overtaken by a new version can be taken back too. */
export function mayWithdraw(answers: Answers, id: PurposeId) {
  const state = answers[id]?.state
  return state === 'given' || state === 'withdrawn'
    ? accept(id)
    : refuse('privacy.never_given', { purpose: purposeOf(id).title })
}

/** With a consent goes every other that was given on top of it; by purpose, the version that is taken back. */
export function withdrawnWith(
  id: PurposeId,
  answers: Answers,
): Readonly<Partial<Record<PurposeId, number>>> {
  const going = PURPOSES.filter(
    (purpose) =>
      purpose.id === id || (purpose.needs === id && answers[purpose.id]?.state === 'given'),
  )
  return Object.fromEntries(going.map((purpose) => [purpose.id, answers[purpose.id]?.version ?? 0]))
}
