import { DAY } from '#shared/kernel/calendar.ts'
import type { PublicComplaint } from '../lists-contract.ts'
import type { ComplaintCard } from '../views.ts'
import { isClosed, type ComplaintState } from './states.ts'

const OUTCOMES: Readonly<Partial<Record<ComplaintState, PublicComplaint['outcome']>>> = {
  confirmed: 'confirmed',
  closed: 'unconfirmed',
  not_accepted: 'refused',
  withdrawn: 'withdrawn',
  merged: 'merged',
}

/** A card without persons, words or place within a building (个人信息保护法 §25). */
export function publicCard(card: ComplaintCard, now: Date): PublicComplaint {
  const { number, category, building, state, filedAt, changedAt, cosigns = 0 } = card
  const until = isClosed(state) ? Date.parse(changedAt) : now.getTime()
  const outcome = OUTCOMES[state]
  return {
    number,
    category,
    state,
    filedAt,
    days: Math.max(0, Math.floor((until - Date.parse(filedAt)) / DAY)),
    cosigns,
    ...(building !== undefined && { building }),
    ...(outcome && { outcome }),
  }
}
