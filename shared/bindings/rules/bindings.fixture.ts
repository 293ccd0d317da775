import { BINDING_RULES } from '../profile.ts'
import { placeClaim, type Claim } from './claiming.ts'
import { confirm } from './deciding.ts'
import { EMPTY, find, type Acting, type Decided, type Home, type Registered } from './home.ts'

export const NOW = new Date('2026-11-24T02:00:00Z')
export const RULES = BINDING_RULES

export const SOLE: Registered = { owners: [{ key: 'k-zhang', name: '张三' }] }
export const COUPLE: Registered = {
  owners: [
    { key: 'k-li', name: '李四' },
    { key: 'k-wang', name: '王五' },
  ],
}

export const CHAIR: Acting = { person: 'chair', role: 'committee' }
export const WORKER: Acting = { person: 'worker', role: 'community' }
export const COLLEAGUE: Acting = { person: 'colleague', role: 'community' }
export const CLERK: Acting = { person: 'clerk', role: 'property' }

/** The home after it, or a failed test. */
export function done(decided: Decided): Home {
  if (!decided.ok) throw new Error(decided.code)
  return decided.value.home
}

export const claimBy = (person: string, rest: Partial<Claim> = {}): Claim => ({
  binding: `b-${person}`,
  person,
  name: '张三',
  ground: 'listed',
  match: 'match',
  owner: 'k-zhang',
  byCode: false,
  ...rest,
})

/** An empty home with these claims made one after the other. */
export const homeWith = (claims: readonly Claim[], registered = SOLE): Home =>
  claims.reduce((home, claim) => done(placeClaim(home, claim, registered, RULES, NOW)), EMPTY)

export const statusOf = (home: Home, person: string) => find(home, `b-${person}`)?.status
export const MATCHED = { kind: 'register_match' } as const
export const CARD = { kind: 'identity_document', last4: '2614' } as const

export const confirmed = (home: Home, person: string, by: Acting = CHAIR, rest = {}) =>
  confirm(
    home,
    { binding: `b-${person}`, owner: 'k-zhang', evidence: MATCHED, ...rest },
    by,
    SOLE,
    RULES,
    NOW,
  )
