import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import type { Confirmation, Office } from '../rules/confirming.ts'

type NotSo =
  'votes.papers_changed' | 'votes.intake_declared_already' | 'votes.intake_declared_by_you'

/** Two offices, two people, the same figures: as under a count. */
export function canDeclare(
  standing: readonly Confirmation[],
  { office, person }: Confirmation,
  figures: string,
  seen: string,
): Decision<Office, NotSo> {
  if (figures !== seen) return refuse('votes.papers_changed')
  if (standing.some((one) => one.office === office)) {
    return refuse('votes.intake_declared_already')
  }
  return standing.some((one) => one.person === person)
    ? refuse('votes.intake_declared_by_you')
    : accept(office)
}
