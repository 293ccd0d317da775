import { ROLES } from '#shared/kernel/permissions.ts'
import { contract, Day, Id, Instant, pageOf, paging } from '#shared/kernel/route.ts'
import { text } from '#shared/kernel/text.ts'
import * as z from '#shared/kernel/zod.ts'
import { POSTS } from './posts.ts'
import type { Scope } from './scopes.ts'

const GivenRole = z.enum(ROLES)
const Post = z.enum(POSTS)

/** What a role is, for how long, and on what it rests. */
const Given = z.object({
  role: GivenRole,
  post: Post.optional(),
  from: Instant,
  /** The role is held no longer from then on; without it, until somebody ends it. */
  until: Instant.optional(),
  /** On what it rests: a filing, a contract, an appointment. */
  ground: z.string(),
  /** Role and masked name of who gave it, `街道 曾**`; or that the platform's operator did. */
  givenBy: z.string(),
})

/** Somebody who holds, will hold or held a role here. */
export const RoleHolder = Given.extend({
  grant: z.string(),
  person: z.string(),
  /** In full for those who may give roles here, else masked. */
  name: z.string(),
  mine: z.boolean(),
  /** Neither over nor yet to come. */
  live: z.boolean(),
  /** The person asking may end it. */
  mayEnd: z.boolean(),
})
export type RoleHolder = z.infer<typeof RoleHolder>

export const Invitation = Given.extend({
  invitation: z.string(),
  /** Of the invited person, as the giver wrote it. */
  name: z.string(),
  invitedAt: Instant,
  expiresAt: Instant,
  state: z.enum(['open', 'used', 'withdrawn', 'expired']),
})
export type Invitation = z.infer<typeof Invitation>

/** What the person asking may give here, each role with the posts it may be given with. */
export const Givable = z.object({
  role: GivenRole,
  posts: z.array(Post),
  /** Its last day must be said. */
  endsByItself: z.boolean(),
})
export type Givable = z.infer<typeof Givable>

const giving = {
  role: GivenRole,
  post: Post.optional(),
  /** The invited person's name, by which the code is bound to them. */
  name: text(2, 30),
  firstDay: Day.optional(),
  lastDay: Day.optional(),
  ground: text(4, 200),
}

function rolesAt<const S extends Scope, const P extends string, I extends z.ZodRawShape>(
  scope: S,
  path: P,
  named: I,
) {
  return contract({
    list: {
      method: 'GET',
      path: `${path}/roles`,
      summary: `Who holds which role for this ${scope}, and what the person asking may give`,
      access: 'role:read',
      input: z.strictObject({ ...named, ...paging }),
      output: pageOf(RoleHolder).extend({ name: z.string(), givable: z.array(Givable) }),
    },
    invitations: {
      method: 'GET',
      path: `${path}/invitations`,
      summary: `Invitations to roles for this ${scope}, latest first`,
      access: 'role:give',
      input: z.strictObject({ ...named, ...paging }),
      output: pageOf(Invitation),
    },
    invite: {
      method: 'POST',
      path: `${path}/invitations`,
      summary: `Invite a person to a role for this ${scope}: the code is shown once, to be handed over`,
      access: 'role:give',
      fresh: true,
      idempotency: 'required',
      success: 201,
      input: z.strictObject({ ...named, ...giving }),
      output: z.object({ invitation: Invitation, code: z.string() }),
    },
    withdraw: {
      method: 'POST',
      path: `${path}/invitations/:invitation/withdraw`,
      summary: `Withdraw an invitation nobody has used`,
      access: 'role:give',
      idempotency: 'accepted',
      input: z.strictObject({ ...named, invitation: Id }),
      output: Invitation,
    },
    end: {
      method: 'POST',
      path: `${path}/roles/:person/:grant/end`,
      summary: `End a role for this ${scope}: it is none from now on`,
      access: 'role:give',
      fresh: true,
      idempotency: 'accepted',
      input: z.strictObject({ ...named, person: Id, grant: Id, reason: text(2, 200) }),
      output: RoleHolder,
    },
  })
}

export const communityRoles = rolesAt('community', '/communities/:community', { community: Id })
export const companyRoles = rolesAt('company', '/companies/:company', { company: Id })
export const streetRoles = rolesAt('street', '/streets/:street', { street: Id })
export const districtRoles = rolesAt('district', '/districts/:district', { district: Id })
export const platformRoles = rolesAt('platform', '/platform', {})

/** The operations on roles, by the scope they are given for. */
export const roleContracts = {
  community: communityRoles,
  company: companyRoles,
  street: streetRoles,
  district: districtRoles,
  platform: platformRoles,
} as const
