import { voterOf, type Proxy, type Submission } from './ballots.ts'

/** Principals by agent. Only a written proxy counts: 物业管理条例 art. 12 ¶2. */
export type Mandates = ReadonlyMap<string, ReadonlySet<string>>

export function writtenMandates(proxies: readonly Proxy[]): Mandates {
  const mandates = new Map<string, Set<string>>()
  for (const { principal, agent, written } of proxies) {
    if (!written) continue
    const principals = mandates.get(agent)
    if (principals === undefined) mandates.set(agent, new Set([principal]))
    else principals.add(principal)
  }
  return mandates
}

export const isAuthorised = (ballot: Submission, mandates: Mandates): boolean =>
  ballot.onBehalfOf === null || mandates.get(ballot.by)?.has(ballot.onBehalfOf) === true

/**
 * The ballots of the principals an agent took on beyond the cap (a local rule: 潍坊 3).
 * Principals are taken in the order of their ballots, even where a ballot turns out unsigned
 * or its principal owns nothing in the scope: the agent has spoken for them.
 */
export function ballotsBeyondTheCap<B extends Submission>(
  authorised: readonly B[],
  cap: number | null,
): ReadonlySet<B> {
  const beyond = new Set<B>()
  if (cap === null) return beyond
  const principalsOf = new Map<string, Set<string>>()
  const byAgents = authorised.filter((ballot) => ballot.onBehalfOf !== null)
  for (const ballot of byAgents.sort((a, b) => a.at - b.at)) {
    const principals = principalsOf.get(ballot.by) ?? new Set()
    principalsOf.set(ballot.by, principals)
    if (principals.size < cap) principals.add(voterOf(ballot))
    else if (!principals.has(voterOf(ballot))) beyond.add(ballot)
  }
  return beyond
}
