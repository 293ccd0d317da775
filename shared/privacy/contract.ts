import { contract, Day, Instant, pageOf, paging } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import { PURPOSE_IDS } from './purposes.ts'

const PurposeName = z.enum(PURPOSE_IDS)

/** `outdated`: given, to a version that is no longer the current one, so it holds no longer. */
const ConsentState = z.enum(['none', 'given', 'refused', 'withdrawn', 'outdated'])

export const Consent = z.object({
  /** Of `PURPOSE_IDS`, or one that this package does not know yet. */
  purpose: z.string(),
  state: ConsentState,
  /** The version that was answered; absent where nobody was asked yet. */
  version: z.int().optional(),
  at: Instant.optional(),
  /** Whether a screen may ask unbidden now. What the person starts may always ask. */
  mayAsk: z.boolean(),
  mayAskFrom: Instant.optional(),
})
export type Consent = z.infer<typeof Consent>

const Consents = z.object({ items: z.array(Consent) })
export type Consents = z.infer<typeof Consents>

export const consents = contract({
  mine: {
    method: 'GET',
    path: '/consents',
    summary: 'Where I stand on each purpose',
    access: 'signed_in',
    input: z.strictObject({}),
    output: Consents,
  },
  give: {
    method: 'POST',
    path: '/consents',
    summary: 'Consent to one purpose, in the version that was shown',
    access: 'signed_in',
    idempotency: 'accepted',
    input: z.strictObject({ purpose: PurposeName, version: z.int().min(1).max(10_000) }),
    output: Consents,
  },
  refuse: {
    method: 'POST',
    path: '/consents/refusals',
    summary: 'Say no to one purpose: nobody asks unbidden for seven days',
    access: 'signed_in',
    idempotency: 'accepted',
    input: z.strictObject({ purpose: PurposeName, version: z.int().min(1).max(10_000) }),
    output: Consents,
  },
  withdraw: {
    method: 'POST',
    path: '/consents/withdrawals',
    summary: 'Take back what was given: what rests on it ends',
    access: 'signed_in',
    idempotency: 'accepted',
    input: z.strictObject({ purpose: PurposeName }),
    output: Consents,
  },
})

/** A purpose of processing, in the words a person agrees to. */
const ShownPurpose = z.object({
  id: z.string(),
  version: z.int(),
  title: z.string(),
  text: z.string(),
  collected: z.array(z.string()),
  why: z.string(),
  howLong: z.string(),
  withWhom: z.string(),
  requiredFor: z.array(z.string()),
  onWithdrawal: z.string(),
  needs: z.string().optional(),
})
export type ShownPurpose = z.infer<typeof ShownPurpose>

export const Agreement = z.object({
  version: z.int(),
  /** Who answers for the processing, and how to reach them. */
  operator: z.object({ name: z.string(), contact: z.string() }),
  lines: z.array(
    z.object({
      purpose: z.string(),
      kinds: z.string(),
      basis: z.string(),
      retention: z.string(),
      recipients: z.string(),
    }),
  ),
  rights: z.array(z.string()),
  /** How long each kind of record is kept, on what ground, and what has no period and why. */
  kept: z.array(z.object({ what: z.string(), howLong: z.string(), why: z.string() })),
  purposes: z.array(ShownPurpose),
})
export type Agreement = z.infer<typeof Agreement>

/** Somebody was shown the person's data: once per viewer, kind and day. */
const Sight = z.object({
  day: Day,
  /** Role and organisation; of an official the name too. */
  who: z.string(),
  what: z.string(),
  community: z.string(),
})
export type Sight = z.infer<typeof Sight>

/** What one feature holds of the person: lines to read, and the same as data. */
const ExportedPart = z.object({
  feature: z.string(),
  title: z.string(),
  lines: z.array(z.object({ label: z.string(), value: z.string() })),
  data: z.unknown(),
})
export type ExportedPart = z.infer<typeof ExportedPart>

export const PersonalExport = z.object({
  madeAt: Instant,
  person: z.string(),
  parts: z.array(ExportedPart),
})
export type PersonalExport = z.infer<typeof PersonalExport>

const Frozen = z.object({ what: z.string(), until: Day, ground: z.string() })

export const Closure = z.object({
  state: z.enum(['open', 'closing']),
  requestedAt: Instant.optional(),
  /** When it is done, unless it is cancelled before. */
  dueAt: Instant.optional(),
  /** Why it cannot be closed now, each with what to do. */
  blockers: z.array(z.string()),
  /** What goes at once, and what stays because of a norm or a dispute, shown to nobody. */
  erased: z.array(z.string()),
  frozen: z.array(Frozen),
  /** What does not belong to the account but to the home or the office, and stays where it is. */
  kept: z.array(z.object({ what: z.string(), why: z.string() })),
})
export type Closure = z.infer<typeof Closure>

export const privacy = contract({
  agreement: {
    method: 'GET',
    path: '/privacy/agreement',
    summary: 'Who processes what, why, how long and with whom; the rights; every purpose',
    access: 'anyone',
    input: z.strictObject({}),
    output: Agreement,
  },
  sights: {
    method: 'GET',
    path: '/privacy/sights',
    summary: 'Who was shown my data, latest day first',
    access: 'signed_in',
    input: z.strictObject(paging),
    output: pageOf(Sight),
  },
})

export const account = contract({
  export: {
    method: 'GET',
    path: '/privacy/export',
    summary: 'Everything held about me',
    access: 'signed_in',
    input: z.strictObject({}),
    output: PersonalExport,
  },
  closure: {
    method: 'GET',
    path: '/privacy/closure',
    summary: 'Whether my account is being closed, and what closing it would do',
    access: 'signed_in',
    input: z.strictObject({}),
    output: Closure,
  },
  close: {
    method: 'POST',
    path: '/privacy/closure',
    summary: 'Close my account, seven days from now',
    access: 'signed_in',
    idempotency: 'accepted',
    input: z.strictObject({}),
    output: Closure,
  },
  keep: {
    method: 'POST',
    path: '/privacy/closure/cancellations',
    summary: 'Keep my account after all',
    access: 'signed_in',
    idempotency: 'accepted',
    input: z.strictObject({}),
    output: Closure,
  },
})
