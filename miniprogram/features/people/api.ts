import { clientOf } from '#miniprogram/platform/api.ts'
import {
  communityRoles,
  companyRoles,
  districtRoles,
  platformRoles,
  streetRoles,
} from '#shared/people/roles-contract.ts'

export const communityRolesApi = clientOf(communityRoles)
export const companyRolesApi = clientOf(companyRoles)
export const streetRolesApi = clientOf(streetRoles)
export const districtRolesApi = clientOf(districtRoles)
export const platformRolesApi = clientOf(platformRoles)
