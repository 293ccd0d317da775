import { refuse } from '#shared/kernel/decision.ts'
import type { ComplaintAct, Party, Viewer } from './acts.ts'
import { can } from '#shared/kernel/permissions.ts'
import type { ComplaintCode } from './codes.ts'
import type { Life } from './life.ts'
import { STATES, type ComplaintState } from './states.ts'

type Act = Exclude<ComplaintAct, 'release'>

const FILERS: readonly Act[] = ['confirm', 'dispute', 'withdraw', 'urge']
const PROPERTYS: readonly Act[] = ['accept']

/** Why somebody of these capacities never does this. */
export function whyNotTheirs(
  act: Act,
  { isFiler, isHelper = false, roles }: Viewer,
): ComplaintCode {
  if (FILERS.includes(act)) return isHelper ? whyNotForThem(act) : 'complaints.not_filer'
  if ((isFiler || isHelper) && isOfficial(roles)) return 'complaints.own_complaint'
  return PROPERTYS.includes(act) || roles.length === 0 || !isOfficial(roles)
    ? 'complaints.not_handler'
    : 'complaints.not_your_level'
}

/** Whether it is done is said by the person helped, never for them. */
const whyNotForThem = (act: Act): ComplaintCode =>
  act === 'confirm' || act === 'dispute'
    ? 'complaints.helper_may_not_close'
    : 'complaints.not_filer'

const isOfficial = (roles: Viewer['roles']): boolean => can(roles, 'complaint:queue')

type Reasons = Readonly<Partial<Record<ComplaintState, ComplaintCode>>>

/** Where what stands in the way is one thing, it is said; where it is only the state, that is named. */
const NOT_NOW: Readonly<Partial<Record<Act, Reasons>>> = {
  accept: { accepted: 'complaints.already_accepted', replied: 'complaints.already_accepted' },
  reply: { submitted: 'complaints.not_accepted' },
  resolve: {
    submitted: 'complaints.not_accepted',
    routed_street: 'complaints.onsite_first',
    street_accepted: 'complaints.onsite_first',
  },
  handle: { street_accepted: 'complaints.onsite_first' },
  find: { submitted: 'complaints.not_accepted' },
  escalate: { submitted: 'complaints.not_accepted' },
}
const AFTER_RESOLVING: readonly Act[] = ['confirm', 'dispute', 'close_unanswered']

/** Why it cannot be done in this state. */
export function whyNotNow(act: Act, life: Life, parties: readonly Party[]) {
  const { owner, isClosed, name } = STATES[life.state]
  if (isClosed) return whyNotAnyMore(life)
  const reason = NOT_NOW[act]?.[life.state]
  if (reason) return refuse(reason)
  if (life.state === 'resolved') return refuse('complaints.already_resolved')
  if (AFTER_RESOLVING.includes(act)) return refuse('complaints.not_resolved')
  const isPast = parties.includes('property') && owner !== 'property'
  return refuse(isPast ? 'complaints.past_property' : 'complaints.not_now', { state: name })
}

function whyNotAnyMore({ state, mergedInto }: Life) {
  if (state === 'merged') return refuse('complaints.merged', { number: mergedInto ?? '' })
  if (state === 'confirmed') return refuse('complaints.already_confirmed')
  return refuse('complaints.already_closed', { state: STATES[state].name })
}
