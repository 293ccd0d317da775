import { maskName } from '#shared/people/rules.ts'
import type { Mandate } from '#shared/votes/mandates/mandate.ts'
import { isLive, mandateState } from '#shared/votes/mandates/rules.ts'
import type { VotersRoll } from '../roll.ts'
import type { StoredMandate } from './stored.ts'

/** As both sides of it and the desk see it; what is to be said, only where asked for. */
export function mandateView(
  roll: VotersRoll,
  head: string,
  stored: StoredMandate,
  withChoices: boolean,
): Mandate {
  const { mandate, way, principal, agentName, givenAt, choices } = stored
  const { units = [], areaCenti = 0 } = roll.byId.get(head) ?? {}
  return {
    ...{ mandate, head, units: [...units], areaCenti, way, givenAt },
    state: mandateState(stored),
    principal: roll.nameOf(principal),
    agent: maskName(agentName),
    ...(withChoices && choices && { choices }),
    ...whatBecameOf(stored),
  }
}

const whatBecameOf = ({
  accepted,
  usedAt,
  ended,
  recorded,
  confirmed,
  photos,
}: StoredMandate): Partial<Mandate> => ({
  ...(accepted && { acceptedAt: accepted.at }),
  ...(usedAt !== undefined && { usedAt }),
  ...(ended && { ended: { at: ended.at, by: ended.as } }),
  ...(recorded && { recordedBy: recorded.name }),
  ...(confirmed && { confirmedBy: confirmed.by.name }),
  ...(photos && { photos }),
})

/** The one that holds now, if any. */
export const liveAmong = (list: readonly StoredMandate[]): StoredMandate | undefined =>
  list.find(isLive)
