import type { Vote } from '#shared/votes/contract.ts'
import { GATE_NAMES, gateStepsFor, lastOf, missingAtGate } from '#shared/votes/gate/rules.ts'
import type { FrozenRules, StoredVote } from '../stored.ts'

/** What was done before the decision, for everybody to see; absent where nothing is asked for. */
export function gateView(
  { mode, gate = [] }: StoredVote,
  { gate: rule }: FrozenRules,
): Pick<Vote, 'gate'> {
  const steps = gateStepsFor(mode, rule)
  if (steps.length === 0) return {}
  return {
    gate: {
      steps: steps.map((step) => {
        const last = lastOf(gate, step)
        return { step, name: GATE_NAMES[step], ...(last && { receipt: receiptView(last) }) }
      }),
      consultationDays: rule.consultationDays,
      missing: [...missingAtGate(gate, mode, rule)],
    },
  }
}

const receiptView = ({
  from,
  day,
  document,
  consultation,
  at,
  by,
}: NonNullable<StoredVote['gate']>[number]) => ({
  ...(from !== undefined && { from }),
  ...{ day, document, at, by: by.name },
  ...(consultation !== undefined && { consultation }),
})
