import type { Place } from '#shared/people/scopes.ts'
import { api } from '#miniprogram/platform/api.ts'

const CLIENTS = {
  community: api.communityRoles,
  company: api.companyRoles,
  street: api.streetRoles,
  district: api.districtRoles,
  platform: api.platformRoles,
} as const

type Client = typeof api.communityRoles

/** The operations on the roles of a place. They are the same everywhere but for the name of the place in the path. */
export const rolesAt = ({ scope }: Place): Client => CLIENTS[scope] as unknown as Client

/** The place as its operations name it. */
export const named = ({ scope, of }: Place): { readonly community: string } =>
  (scope === 'platform' ? {} : { [scope]: of }) as { readonly community: string }
