import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'

/** A written mandate as far as paper goes; instants in UTC. */
interface Mandate {
  readonly accepted?: { readonly agent: string; readonly at: string } | undefined
  readonly ended?: { readonly at: string } | undefined
}

/**
 * As whom an agent signed a sheet: whoever held the mandate when it was handed in. What is taken back afterwards is
 * taken back too late, though nobody has entered the sheet yet.
 */
export function canSignFor(
  { accepted, ended }: Mandate,
  returnedAt: string,
): Decision<string, 'votes.no_written_proxy' | 'votes.mandate_ended'> {
  if (!accepted || Date.parse(accepted.at) > Date.parse(returnedAt)) {
    return refuse('votes.no_written_proxy')
  }
  return ended && Date.parse(ended.at) <= Date.parse(returnedAt)
    ? refuse('votes.mandate_ended')
    : accept(accepted.agent)
}
