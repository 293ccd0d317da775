import { contract, Instant } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import { PURPOSE_IDS } from './purposes.ts'

export const PurposeName = z.enum(PURPOSE_IDS)

/** `outdated`: given, to a version that is no longer the current one, so it holds no longer. */
export const ConsentState = z.enum(['none', 'given', 'refused', 'withdrawn', 'outdated'])
export type ConsentState = z.infer<typeof ConsentState>

export const Consent = z.object({
  purpose: PurposeName,
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
