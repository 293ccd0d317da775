import { Day, Instant } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import {
  CodeFor,
  EndReason,
  EventKind,
  Evidence,
  Ground,
  HelperTie,
  Match,
  RejectReason,
  Relation,
  Status,
} from './terms.ts'

/** Who acted, as others may see it: a role and a masked name. */
const Actor = z.object({ role: z.string(), name: z.string() })

/** One step of the history: who, when, on what ground, by what evidence. */
export const BindingEvent = z.object({
  seq: z.int(),
  at: Instant,
  kind: EventKind,
  by: Actor,
  ground: Ground.optional(),
  evidence: Evidence.optional(),
  /** Why it was rejected or ended. */
  reason: z.union([RejectReason, EndReason]).optional(),
  words: z.string().optional(),
})
export type BindingEvent = z.infer<typeof BindingEvent>

/** One owner of the register: `member` is an id for this home only. */
const OwnerOfSet = z.object({
  member: z.string(),
  name: z.string(),
  mine: z.boolean(),
  /** Stands verified in the app, so can consent there; the others do on paper. */
  bound: z.boolean(),
  consented: z.boolean(),
})

/** The proposal that one of the co-owners votes for all; effective once every one of them has consented. */
export const Representation = z.object({
  owners: z.array(OwnerOfSet),
  /** Who votes now for all, by `member`. */
  representative: z.string().optional(),
  proposal: z.object({ proposal: z.string(), member: z.string(), at: Instant }).optional(),
})
export type Representation = z.infer<typeof Representation>

/** A binding as its own person sees it. */
export const MyBinding = z.object({
  binding: z.string(),
  community: z.string(),
  communityName: z.string(),
  unit: z.string(),
  relation: Relation,
  status: Status,
  since: Instant,
  /** Why it was rejected or ended, and what the officer wrote. */
  reason: z.union([RejectReason, EndReason]).optional(),
  words: z.string().optional(),
  /** Somebody else says the same home is theirs: an officer looks at both. */
  contested: z.boolean(),
  /** Until when a rejection can be appealed; absent where it cannot. */
  appealBy: Instant.optional(),
  /** Of a helper or user with an end. */
  until: Day.optional(),
  from: Day.optional(),
  /** Of a helper: whom, masked, and how they stand to them. */
  helps: z.object({ name: z.string(), tie: HelperTie.optional() }).optional(),
  /** The officer who is to look has until then, by the rule profile. */
  expectedBy: Instant.optional(),
  history: z.array(BindingEvent),
})
export type MyBinding = z.infer<typeof MyBinding>

export const Mine = z.object({
  /** `138****8888`; absent until given. */
  phone: z.string().optional(),
  items: z.array(MyBinding),
})
export type Mine = z.infer<typeof Mine>

/** A user or helper of a home, as owner and staff see them. */
const HomeUser = z.object({
  binding: z.string(),
  relation: CodeFor.exclude(['owner']),
  name: z.string(),
  since: Instant,
  until: Day.optional(),
  from: Day.optional(),
  /** Of a helper: whom, and how they stand to them. */
  helps: z.string().optional(),
  tie: HelperTie.optional(),
})

/** A helper who was, and why no longer. */
const PastHelper = z.object({
  binding: z.string(),
  name: z.string(),
  tie: HelperTie.optional(),
  since: Instant,
  endedAt: Instant,
  reason: EndReason,
})

/** A code that has been given out and not used. What it says was shown once and is not kept. */
const OpenCode = z.object({
  code: z.string(),
  relation: CodeFor,
  name: z.string().optional(),
  issuedAt: Instant,
  expiresAt: Instant,
  locked: z.boolean(),
  /** The helper it was made for, who has not accepted yet. */
  helper: z.object({ name: z.string(), tie: HelperTie }).optional(),
})

/** A home as its verified owner sees it; as a family member does, with nobody but their own helpers. */
export const MyHome = z.object({
  community: z.string(),
  unit: z.string(),
  relation: Relation,
  users: z.array(HomeUser),
  codes: z.array(OpenCode),
  /** Helpers of before, latest first. */
  past: z.array(PastHelper).optional(),
  /** Only of a home with several owners. */
  representation: Representation.optional(),
})
export type MyHome = z.infer<typeof MyHome>

/** A new code in full: shown once, to be written or printed on paper. `34679-ACDEF`. */
export const NewCode = z.object({
  code: z.string(),
  secret: z.string(),
  unit: z.string(),
  relation: CodeFor,
  expiresAt: Instant,
})
export type NewCode = z.infer<typeof NewCode>

/** A home in the officers' queue, names masked. */
export const QueueCard = z.object({
  unit: z.string(),
  /** Of the oldest claim that waits. */
  since: Instant,
  claims: z.array(
    z.object({
      binding: z.string(),
      name: z.string(),
      status: Status,
      match: Match,
      since: Instant,
      ground: Ground,
    }),
  ),
  /** Several persons say the home, or the same share of it, is theirs. */
  contested: z.boolean(),
})
export type QueueCard = z.infer<typeof QueueCard>

export const OfficerAct = z.enum(['confirm', 'reject', 'document', 'end'])
export type OfficerAct = z.infer<typeof OfficerAct>

/** An owner as the register has it, in full: the officer compares. */
const RegisteredOwner = z.object({
  member: z.string(),
  name: z.string(),
  organisation: z.boolean(),
  /** Last four of each phone the register knows. */
  phones: z.array(z.string()),
  /** The binding that holds this place now. */
  heldBy: z.string().optional(),
})

/** A claim in full. Whoever reads it is recorded. */
export const ClaimInFull = z.object({
  binding: z.string(),
  /** As the person said it. */
  name: z.string(),
  phone: z.string().optional(),
  relation: Relation,
  status: Status,
  match: Match.optional(),
  ground: Ground.optional(),
  words: z.string().optional(),
  /** Which owner of the register the claim points at. */
  member: z.string().optional(),
  contested: z.boolean(),
  since: Instant,
  until: Day.optional(),
  reason: z.union([RejectReason, EndReason]).optional(),
  history: z.array(BindingEvent),
  /** What the officer asking may do now. */
  acts: z.array(OfficerAct),
})
export type ClaimInFull = z.infer<typeof ClaimInFull>

/** Everything about a home that an officer needs to decide: what the register says beside what people say. */
export const HomeInFull = z.object({
  unit: z.string(),
  /** 0.01 m²; absent where the register does not know the home. */
  areaCenti: z.int().optional(),
  owners: z.array(RegisteredOwner),
  claims: z.array(ClaimInFull),
  codes: z.array(OpenCode),
  representation: Representation.optional(),
  history: z.array(BindingEvent),
})
export type HomeInFull = z.infer<typeof HomeInFull>

/** Users and codes of a home, for the staff who add and end them; owners' claims are not among them. */
export const HomeUsers = z.object({
  unit: z.string(),
  owners: z.array(z.object({ member: z.string(), name: z.string() })),
  users: z.array(HomeUser),
  codes: z.array(OpenCode),
})
export type HomeUsers = z.infer<typeof HomeUsers>

/** A community a person may choose before belonging to it. */
export const CommunityChoice = z.object({
  id: z.string(),
  name: z.string(),
  streetName: z.string(),
  buildings: z.array(z.string()),
})
export type CommunityChoice = z.infer<typeof CommunityChoice>
