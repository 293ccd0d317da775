import type { Place } from '#shared/people/scopes.ts'
import {
  communityRolesApi,
  companyRolesApi,
  districtRolesApi,
  platformRolesApi,
  streetRolesApi,
} from '#miniprogram/features/people/api.ts'

const CLIENTS = {
  community: communityRolesApi,
  company: companyRolesApi,
  street: streetRolesApi,
  district: districtRolesApi,
  platform: platformRolesApi,
} as const

type Client = typeof communityRolesApi

/** The operations on the roles of a place. They are the same everywhere but for the name of the place in the path. */
export const rolesAt = ({ scope }: Place): Client => CLIENTS[scope] as unknown as Client

/** The place as its operations name it. */
export const named = ({ scope, of }: Place): { readonly community: string } =>
  (scope === 'platform' ? {} : { [scope]: of }) as { readonly community: string }
