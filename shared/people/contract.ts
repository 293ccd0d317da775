import { Home } from '#shared/kernel/home.ts'
import { ROLES } from '#shared/kernel/permissions.ts'
import { contract } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'

/** A community the person may enter, with every role held there (a street's officer enters all of its communities). */
export const Membership = z.object({
  community: z.string(),
  name: z.string(),
  roles: z.array(z.enum(ROLES)),
  homes: z.array(Home),
})
export type Membership = z.infer<typeof Membership>

export const Me = z.object({
  person: z.string(),
  name: z.string(),
  memberships: z.array(Membership),
})
export type Me = z.infer<typeof Me>

export const people = contract({
  me: {
    method: 'GET',
    path: '/me',
    summary: 'The person logged in, with roles and homes by community',
    access: 'signed_in',
    input: z.strictObject({}),
    output: Me,
  },
})
