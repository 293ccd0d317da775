import type { Decision } from '#shared/kernel/decision.ts'
import { ROLES } from '#shared/kernel/permissions.ts'
import * as z from '#shared/kernel/zod.ts'
import type { BindingRefusal } from '../refusals.ts'
import {
  CodeFor,
  EndReason,
  type EventKind,
  Evidence,
  Ground,
  HelperTie,
  Match,
  RejectReason,
  Relation,
  Status,
} from '../terms.ts'

/** One person's standing to one home, from the first claim on. Instants are ISO. */
export const Binding = z.object({
  binding: z.string(),
  person: z.string(),
  /** As the person said it. */
  name: z.string(),
  relation: Relation,
  status: Status,
  since: z.string(),
  changedAt: z.string(),
  match: Match.optional(),
  ground: Ground.optional(),
  words: z.string().optional(),
  /** Key of the owner of the register whom the claim points at; once claimed or verified, whose place it holds. */
  owner: z.string().optional(),
  /** Came by a paper code, which stands in for the phone. */
  byCode: z.boolean().default(false),
  contested: z.boolean().default(false),
  rejection: z
    .object({
      by: z.string(),
      at: z.string(),
      reason: RejectReason,
      words: z.string(),
      final: z.boolean(),
    })
    .optional(),
  ended: z.object({ at: z.string(), reason: EndReason, was: Status }).optional(),
  /** Last day of a user or helper, `YYYY-MM-DD`. */
  until: z.string().optional(),
  /** First day of a helper. */
  from: z.string().optional(),
  /** How a helper stands to the person helped. */
  tie: HelperTie.optional(),
  /** Of a user or helper: the owner who gave the code, or the family member a helper helps; absent where the office did. */
  givenBy: z.string().optional(),
})
export type Binding = z.infer<typeof Binding>

/** A code given out and not used: its keyed hash, never itself. */
export const Code = z.object({
  code: z.string(),
  hash: z.string(),
  relation: CodeFor,
  owner: z.string().optional(),
  issuedBy: z.string(),
  issuedAs: z.enum(ROLES),
  issuedAt: z.string(),
  expiresAt: z.string(),
  from: z.string().optional(),
  until: z.string().optional(),
  /** Whom it makes a helper: nobody of another name. */
  helper: z.object({ name: z.string(), tie: HelperTie }).optional(),
  /** What the office saw of the person's consent. */
  evidence: Evidence.optional(),
})
export type Code = z.infer<typeof Code>

/** Who of the co-owners is to vote for all, and which of them consented. `set` is every owner at that time, sorted. */
export const Proposal = z.object({
  proposal: z.string(),
  owner: z.string(),
  set: z.array(z.string()),
  consents: z.array(z.string()),
  at: z.string(),
})
export type Proposal = z.infer<typeof Proposal>

/** A home with everybody bound to it: the one item in which all of it is decided. */
export const Home = z.object({
  bindings: z.array(Binding),
  codes: z.array(Code),
  proposal: Proposal.optional(),
  representative: z.object({ owner: z.string(), set: z.array(z.string()) }).optional(),
})
export type Home = z.infer<typeof Home>

export const EMPTY: Home = { bindings: [], codes: [] }

/** Owners of the unit as the register has them now. */
export interface Registered {
  readonly owners: readonly { readonly key: string; readonly name: string }[]
}

/** Who acts, by which role. */
export interface Acting {
  readonly person: string
  readonly role: (typeof ROLES)[number]
}

/** What happened, for the history; who and when are added where it is written down. */
export interface Happened {
  readonly kind: EventKind
  readonly binding?: string
  readonly ground?: Ground
  readonly evidence?: Evidence
  readonly reason?: RejectReason | EndReason
  readonly words?: string
}

export interface Step {
  readonly home: Home
  readonly happened: readonly Happened[]
}

export type Decided = Decision<Step, BindingRefusal>

export const isOwnership = ({ relation }: Pick<Binding, 'relation'>): boolean =>
  relation === 'owner' || relation === 'co_owner'

const OPEN: readonly Status[] = ['waiting', 'claimed', 'verified', 'appealed']
export const isOpen = ({ status }: Pick<Binding, 'status'>): boolean => OPEN.includes(status)

/** An officer still has to look. */
export const awaits = ({ status }: Pick<Binding, 'status'>): boolean =>
  status === 'waiting' || status === 'claimed' || status === 'appealed'

/** Stands for an owner of the register: claimed without a vote, verified with one. */
export const holdsPlace = (one: Binding): boolean =>
  isOwnership(one) && (one.status === 'claimed' || one.status === 'verified')

export const find = ({ bindings }: Home, id: string): Binding | undefined =>
  bindings.find(({ binding }) => binding === id)

/** Who holds that owner's place, `except` aside. */
export const holderOf = (home: Home, owner: string, except = ''): Binding | undefined =>
  home.bindings.find((one) => holdsPlace(one) && one.owner === owner && one.binding !== except)

/** The binding by which a person is a verified owner of the home. */
export const verifiedOwner = (home: Home, person: string): Binding | undefined =>
  home.bindings.find(
    (one) => one.person === person && isOwnership(one) && one.status === 'verified',
  )

/** A verified owner, or a verified family member: who names a helper for themselves and ends it. */
export const memberOfHome = (home: Home, person: string): Binding | undefined =>
  verifiedOwner(home, person) ??
  home.bindings.find(
    (one) => one.person === person && one.relation === 'family' && one.status === 'verified',
  )

/** The binding of the person helped; `undefined` where that owner does not use the app. */
export function helpedBy(home: Home, { givenBy, owner }: Binding): Binding | undefined {
  if (givenBy !== undefined) return memberOfHome(home, givenBy)
  const holder = owner === undefined ? undefined : holderOf(home, owner)
  return holder?.status === 'verified' ? holder : undefined
}

/** Says who is helped, whether or not they use the app: it stays the same when the help is given anew. */
export const helpedId = ({ owner, givenBy }: Binding): string | undefined => owner ?? givenBy

/** The person's accepted help at this home, on its days only. */
export const helpOf = (home: Home, person: string, today: string): Binding | undefined =>
  home.bindings.find(
    (one) =>
      one.person === person &&
      one.relation === 'helper' &&
      one.status === 'verified' &&
      (one.from ?? today) <= today &&
      one.until !== undefined &&
      today <= one.until,
  )

export const replaced = (home: Home, next: Binding): Home => ({
  ...home,
  bindings: home.bindings.map((one) => (one.binding === next.binding ? next : one)),
})

export const ended = (one: Binding, reason: EndReason, at: string): Binding => ({
  ...one,
  status: 'ended',
  changedAt: at,
  contested: false,
  ended: { at, reason, was: one.status },
})

/** Names as they are compared: spaces within mean nothing. */
export const sameName = (a: string, b: string): boolean =>
  a.replace(/\s+/g, '') === b.replace(/\s+/g, '')

/** Marks who of the open claims stands against whom: more of them than owners, or two that point at one owner. */
export function withContests(home: Home, owners: number): Home {
  const open = home.bindings.filter((one) => isOwnership(one) && isOpen(one))
  const crowded = open.length > Math.max(1, owners)
  const bindings = home.bindings.map((one) => {
    if (!open.includes(one)) return one.contested ? { ...one, contested: false } : one
    const twin = open.some(
      (other) => other !== one && other.owner !== undefined && other.owner === one.owner,
    )
    const contested = twin || crowded
    return contested === one.contested ? one : { ...one, contested }
  })
  return { ...home, bindings }
}
