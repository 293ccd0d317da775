import { contract, Id, Instant, pageOf, paging } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { one } from './acts-contract.ts'
import { Category } from './categories.ts'
import { Place } from './places.ts'
import { DESK_GROUPS } from './rules/desk.ts'
import { Finding } from './rules/life.ts'
import { ComplaintState } from './rules/states.ts'
import { Settings, SettingsVersion } from './settings.ts'
import { ComplaintCard } from './views.ts'

/** What everybody of the community may know of a complaint: nothing of persons, none of their words. */
export const PublicComplaint = z.object({
  number: z.string(),
  category: Category,
  /** `3幢`; absent where it is a common area. */
  building: z.string().optional(),
  state: ComplaintState,
  filedAt: Instant,
  /** Whole days since it was filed, or until it ended. */
  days: z.int(),
  /** How it ended; absent while it goes on. */
  outcome: z.enum(['confirmed', 'unconfirmed', 'refused', 'withdrawn', 'merged']).optional(),
  /** Homes that joined in, at most ten seconds old. */
  cosigns: z.int(),
})
export type PublicComplaint = z.infer<typeof PublicComplaint>

/** What is alike and still open: the words are the asker's own. */
const SimilarComplaint = PublicComplaint.extend({
  /** 0 to 100. */
  score: z.int(),
  words: z.array(z.string()),
})
export type SimilarComplaint = z.infer<typeof SimilarComplaint>

const COMMUNITY = '/communities/:community'

/** What neighbours have of each other's complaints, and what a community decides about them. */
export const listsContract = contract({
  publicList: {
    method: 'GET',
    path: `${COMMUNITY}/complaints/public`,
    summary:
      'Complaints without persons: with the property (`open`), above it (`up`), resolved or ended (`done`)',
    access: 'community:read',
    input: z.strictObject({
      community: Id,
      stage: z.enum(['open', 'up', 'done']).default('open'),
      category: Category.optional(),
      /** `3幢`; or `common`: in no building. */
      building: z.string().min(1).max(20).optional(),
      ...paging,
    }),
    output: pageOf(PublicComplaint),
  },
  similar: {
    method: 'POST',
    path: `${COMMUNITY}/complaints/similar`,
    summary: 'Open complaints like one that is about to be filed: to join in instead',
    access: 'complaint:file',
    idempotency: 'accepted',
    counted: 'read',
    input: z.strictObject({
      community: Id,
      category: Category,
      text: text(2, 2_000),
      place: Place.optional(),
    }),
    output: z.object({ items: z.array(SimilarComplaint) }),
  },
  cosign: {
    method: 'POST',
    path: `${COMMUNITY}/complaints/:number/cosign`,
    summary: 'Joins in with a home of one’s own, which counts once',
    access: 'complaint:file',
    idempotency: 'accepted',
    input: z.strictObject({ ...one, unit: z.string().min(1).max(40).optional() }),
    output: PublicComplaint,
  },
  settings: {
    method: 'GET',
    path: `${COMMUNITY}/complaint-settings`,
    summary: 'Categories, periods, departments and reply templates that hold here',
    access: 'complaint:read',
    input: z.strictObject({ community: Id }),
    output: SettingsVersion,
  },
  settingsVersions: {
    method: 'GET',
    path: `${COMMUNITY}/complaint-settings/versions`,
    summary: 'Who changed the settings when, latest first',
    access: 'complaint:settings',
    input: z.strictObject({ community: Id }),
    output: z.object({ items: z.array(SettingsVersion) }),
  },
  changeSettings: {
    method: 'POST',
    path: `${COMMUNITY}/complaint-settings`,
    summary: 'A new version, which follows the one that was looked at',
    access: 'complaint:settings',
    idempotency: 'accepted',
    input: z.strictObject({ community: Id, version: z.int().min(0), settings: Settings }),
    output: SettingsVersion,
  },
})

/** A card with the community it is of. */
export const AreaCard = ComplaintCard.extend({
  community: z.string(),
  communityName: z.string(),
  /** As the street it lies in is called: a district has several. */
  streetName: z.string().optional(),
  /** A clock that has not stopped is past its time. */
  breached: z.boolean().optional(),
  /** The street let a clock run out, now or earlier. */
  late: z.boolean().optional(),
  /** What the level it is with wrote down, and has not acted on yet. */
  finding: Finding.optional(),
})
export type AreaCard = z.infer<typeof AreaCard>

/** All of it, or one group of it. */
const group = z.enum(DESK_GROUPS).optional()

/** Offices above a community work through all of theirs at once. */
export const complaintAreas = contract({
  ofStreet: {
    method: 'GET',
    path: '/streets/:street/complaints',
    summary: 'What has come up to the street from its communities, oldest first',
    access: 'complaint:street',
    input: z.strictObject({ street: Id, group, ...paging }),
    output: pageOf(AreaCard),
  },
  ofDistrict: {
    method: 'GET',
    path: '/districts/:district/complaints',
    summary: 'What has come up to the district, and what a street let pass, oldest first',
    access: 'complaint:district',
    input: z.strictObject({ district: Id, group, ...paging }),
    output: pageOf(AreaCard),
  },
})
