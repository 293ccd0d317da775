import * as z from '#shared/kernel/zod.ts'
import type { Role } from '#shared/kernel/permissions.ts'
import type { Me, Membership } from '#shared/people/contract.ts'
import { stored } from './storage.ts'

/** The sides a person may look from. Owners and tenants are residents; a chair is often one too. */
export const Hat = z.enum(['resident', 'committee', 'property', 'office'])
export type Hat = z.infer<typeof Hat>

export const HAT_NAMES: Readonly<Record<Hat, string>> = {
  resident: '居民',
  committee: '业委会',
  property: '物业',
  office: '社区和街道',
}

const HAT_OF: Readonly<Record<Role, Hat>> = {
  owner: 'resident',
  tenant: 'resident',
  committee: 'committee',
  property: 'property',
  manager: 'property',
  community: 'office',
  street: 'office',
  interim: 'committee',
  preparatory: 'committee',
  company: 'property',
  district: 'office',
  admin: 'office',
  representative: 'resident',
  party: 'office',
  mediator: 'office',
  developer: 'resident',
  utility: 'property',
  department: 'office',
  evaluator: 'office',
  city: 'office',
}

/** Who is looking, at which community, from which side. */
export interface Identity {
  readonly person: string
  readonly name: string
  readonly membership: Membership
  /** Id of the community: the scope of nearly every call. */
  readonly community: string
  readonly hat: Hat
  readonly hats: readonly Hat[]
  readonly memberships: readonly Membership[]
}

const Choice = z.object({ community: z.string(), hat: Hat })
export type Choice = z.infer<typeof Choice>

const place = (person: string) => stored(`place:${person}`, Choice)

export const hatsOf = (roles: readonly Role[]): readonly Hat[] =>
  Hat.options.filter((hat) => roles.some((role) => HAT_OF[role] === hat))

/** What the person chose last on this phone, as far as it still exists; `undefined` without any community. */
export function identityOf({ person, name, memberships }: Me): Identity | undefined {
  const chosen = place(person).read()
  const membership =
    memberships.find((one) => one.community === chosen?.community) ?? memberships[0]
  if (!membership) return undefined
  const hats = hatsOf(membership.roles)
  const hat = hats.find((one) => one === chosen?.hat) ?? hats[0]
  if (!hat) return undefined
  return { person, name, memberships, membership, community: membership.community, hat, hats }
}

export const choosePlace = (person: string, choice: Choice): void => {
  place(person).write(choice)
}
