import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import { can, type Role } from '#shared/kernel/permissions.ts'
import { partiesOf, type Viewer } from './acts.ts'
import type { ComplaintCode } from './codes.ts'
import { hasBreached, type Life } from './life.ts'
import { STATES, type ComplaintState } from './states.ts'

interface Checked {
  readonly checked: boolean
  readonly held: boolean
}

/** Unchecked, only its filer and who wrote it for them see it; held, the community office too; checked, all who handle complaints. */
export function maySee(
  { checked, held }: Checked,
  { isFiler, isHelper = false, roles }: Viewer,
): boolean {
  if (isFiler || isHelper) return true
  return can(roles, checked ? 'complaint:queue' : 'complaint:release') && (checked || held)
}

interface Read extends Checked {
  /** About forming a committee, or about the property's own staff or prices. */
  readonly skipsProperty: boolean
  readonly life: Pick<Life, 'level' | 'breaches'>
}

/**
 * Private to the parties and their level: the property never reads what is about itself, the district only what has
 * come up to it or what the street let pass.
 */
export function mayRead(complaint: Read, viewer: Viewer): boolean {
  if (!maySee(complaint, viewer)) return false
  if (viewer.isHelper === true) return true
  const parties = partiesOf(viewer)
  const isWithDistrict =
    complaint.life.level === 'district' || hasBreached(complaint.life, 'street')
  return parties.some((party) => {
    if (party === 'property') return !complaint.skipsProperty
    return party === 'district' ? isWithDistrict : true
  })
}

/** The street always knows who asks it; the property does not where the filer said so (A1.1 guard 6). */
export const seesFiler = (
  { hidesName, skipsProperty }: { readonly hidesName: boolean; readonly skipsProperty: boolean },
  viewer: Viewer,
): boolean => {
  if ((!hidesName && !skipsProperty) || viewer.isHelper === true) return true
  return partiesOf(viewer).some((party) => party !== 'property')
}

/** Notes of the property are the property's, those of the offices the offices'. The filer sees neither. */
export const seesNote = (writtenBy: Role, viewer: Viewer): boolean => {
  const isPropertys = can([writtenBy], 'complaint:handle')
  return partiesOf(viewer).some(
    (party) => party !== 'filer' && (party === 'property') === isPropertys,
  )
}

/** `up` is what has left the property and has not ended. */
export const STAGES = ['open', 'done', 'held', 'up'] as const
export type Stage = (typeof STAGES)[number]

/** In whose list it waits. */
export function stageOf(state: ComplaintState): Exclude<Stage, 'held'> {
  const { owner, isClosed } = STATES[state]
  if (isClosed || owner === 'filer') return 'done'
  return owner === 'property' ? 'open' : 'up'
}

export const mayList = (stage: Stage, roles: readonly Role[]): Decision<Stage, ComplaintCode> => {
  if (stage === 'held' && !can(roles, 'complaint:release')) {
    return refuse('complaints.not_office')
  }
  const isAbove = roles.includes('district') && !can(roles, 'complaint:release')
  // The district sees what came up to it: its list is its own.
  return isAbove && stage !== 'up' ? refuse('complaints.not_your_level') : accept(stage)
}
