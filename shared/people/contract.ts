import { Home } from '#shared/kernel/home.ts'
import { ROLES } from '#shared/kernel/permissions.ts'
import { contract, Id, Instant, pageOf, paging } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'
import { POSTS } from './posts.ts'
import { Invitation } from './roles-contract.ts'
import { SCOPES } from './scopes.ts'

/** A community the person may enter, with every role held there (a street's officer enters all of its communities). */
export const Membership = z.object({
  community: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  homes: z.array(Home),
})
export type Membership = z.infer<typeof Membership>

/** A role given to the person, wherever, that has not ended. */
export const Held = z.object({
  grant: z.string(),
  scope: z.enum(SCOPES),
  of: z.string(),
  place: z.string(),
  role: z.enum(ROLES),
  post: z.enum(POSTS).optional(),
  from: Instant,
  until: Instant.optional(),
})
export type Held = z.infer<typeof Held>

export const Me = z.object({
  person: z.string(),
  name: z.string(),
  memberships: z.array(Membership),
  held: z.array(Held).optional(),
  /** Communities where the person had a home and has none any more: what they filed there is still theirs. */
  formerly: z.array(z.object({ community: z.string(), name: z.string() })).optional(),
})
export type Me = z.infer<typeof Me>

/** A place where the person may give roles, or end them. */
export const GivingPlace = z.object({
  scope: z.enum(SCOPES),
  of: z.string(),
  name: z.string(),
})
export type GivingPlace = z.infer<typeof GivingPlace>

/** As it is read to the person who was handed it: what they would become, where and by whom. */
const InvitationSeen = Invitation.extend({
  scope: z.enum(SCOPES),
  place: z.string(),
})

/** Twelve symbols in any writing: spaces, dashes and small letters do not matter. */
const TypedCode = z.string().min(1).max(40)

export const people = contract({
  me: {
    method: 'GET',
    path: '/me',
    summary: 'The person logged in, with roles and homes by community',
    access: 'signed_in',
    input: z.strictObject({}),
    output: Me,
  },
  places: {
    method: 'GET',
    path: '/me/places',
    summary: 'Places of one scope where the person may give roles, by id',
    access: 'signed_in',
    input: z.strictObject({ scope: z.enum(SCOPES), ...paging }),
    output: pageOf(GivingPlace),
  },
  look: {
    method: 'POST',
    path: '/me/invitation',
    summary: 'What an invitation code is for; nothing is used up',
    access: 'signed_in',
    idempotency: 'accepted',
    input: z.strictObject({ code: TypedCode }),
    output: InvitationSeen,
  },
  join: {
    method: 'POST',
    path: '/me/roles',
    summary: 'Take the role an invitation code is for',
    access: 'signed_in',
    idempotency: 'accepted',
    success: 201,
    input: z.strictObject({ code: TypedCode }),
    output: Held,
  },
  resign: {
    method: 'POST',
    path: '/me/roles/:grant/end',
    summary: 'Give a role of my own back',
    access: 'signed_in',
    idempotency: 'accepted',
    input: z.strictObject({ grant: Id }),
    output: Held,
  },
})
