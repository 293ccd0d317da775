import { accept, refuse } from '#shared/kernel/decision.ts'
import type { Evidence } from '../terms.ts'
import type { Decided, Happened, Home, Proposal, Registered, Step } from './home.ts'

const keysOf = ({ owners }: Registered): readonly string[] => owners.map(({ key }) => key).sort()

const isSameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((key, n) => key === b[n])

export interface Proposing {
  readonly proposal: string
  /** Key of who is to vote for all. */
  readonly owner: string
  /** Key of the co-owner who proposes in the app and consents by it; nobody where an officer writes it down. */
  readonly proposer?: string | undefined
}

/** Co-owners have one vote (274 号 art. 25): all of them say who casts it. A new proposal takes the place of an open one. */
export function proposeRepresentative(
  home: Home,
  { proposal, owner, proposer }: Proposing,
  registered: Registered,
  now: Date,
): Decided {
  const set = keysOf(registered)
  if (set.length < 2) return refuse('bindings.one_owner')
  if (!set.includes(owner)) return refuse('bindings.not_on_register')
  if (proposer !== undefined && !set.includes(proposer)) return refuse('bindings.not_of_set')
  const isSettled = home.representative?.owner === owner && isSameSet(home.representative.set, set)
  if (isSettled) return refuse('bindings.already_representative')
  const proposed: Proposal = {
    proposal,
    owner,
    set: [...set],
    consents: proposer === undefined ? [] : [proposer],
    at: now.toISOString(),
  }
  return accept({
    home: { ...home, proposal: proposed },
    happened: [{ kind: 'representative_proposed' }],
  })
}

/** One more of the set consents; the last makes it effective. */
export function consentToRepresentative(
  home: Home,
  { proposal: id, owner }: { readonly proposal: string; readonly owner: string },
  registered: Registered,
  evidence?: Evidence,
): Decided {
  const { proposal, ...rest } = home
  if (proposal?.proposal !== id) return refuse('bindings.no_proposal')
  if (!isSameSet(proposal.set, keysOf(registered))) return refuse('bindings.owners_changed')
  if (!proposal.set.includes(owner)) return refuse('bindings.not_of_set')
  if (proposal.consents.includes(owner)) return refuse('bindings.already_consented')
  const consents = [...proposal.consents, owner]
  const consented: Happened = {
    kind: 'representative_consented',
    ...(evidence !== undefined && { evidence }),
  }
  if (consents.length < proposal.set.length) {
    return accept({ home: { ...home, proposal: { ...proposal, consents } }, happened: [consented] })
  }
  return accept({
    home: { ...rest, representative: { owner: proposal.owner, set: proposal.set } },
    happened: [consented, { kind: 'representative_effective' }],
  })
}

/** Any of them ends it, proposed or effective: nobody is represented against their will. */
export function revokeRepresentative(
  home: Home,
  owner: string,
  registered: Registered,
  evidence?: Evidence,
): Decided {
  if (!keysOf(registered).includes(owner)) return refuse('bindings.not_of_set')
  const { proposal, representative, ...rest } = home
  if (!proposal && !representative) return refuse('bindings.no_representative')
  return accept({
    home: rest,
    happened: [{ kind: 'representative_revoked', ...(evidence !== undefined && { evidence }) }],
  })
}

/** Other owners, another set: what the old one agreed binds nobody. */
export function lapseRepresentation(home: Home, registered: Registered): Step {
  const set = keysOf(registered)
  const { proposal, representative, ...rest } = home
  const keepsProposal = proposal && isSameSet(proposal.set, set)
  const keepsChosen = representative && isSameSet(representative.set, set)
  const lost = (proposal && !keepsProposal) || (representative && !keepsChosen)
  return {
    home: {
      ...rest,
      ...(keepsProposal && { proposal }),
      ...(keepsChosen && { representative }),
    },
    happened: lost ? [{ kind: 'representative_lapsed' }] : [],
  }
}
