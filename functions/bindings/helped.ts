import { helpedBy, isOwnership, type Binding, type Home } from '#shared/bindings/rules/home.ts'
import type { RegisteredOwner } from './register-desk.ts'

/** Whom a helper helps: in full. */
export interface Helped {
  readonly name: string
  /** The person's id; absent where that owner does not use the app. */
  readonly person?: string
  /** Key on the register; absent of a family member. */
  readonly owner?: string
  readonly role: 'owner' | 'tenant'
}

/** The name is the register's where it knows the person, else as the person said it. */
export function helpedPerson(
  home: Home,
  helper: Binding,
  owners: readonly Pick<RegisteredOwner, 'key' | 'name'>[],
): Helped {
  const bound = helpedBy(home, helper)
  const owner = bound ? (isOwnership(bound) ? bound.owner : undefined) : helper.owner
  const named = owners.find(({ key }) => key === owner)
  return {
    name: named?.name ?? bound?.name ?? '',
    role: owner === undefined ? 'tenant' : 'owner',
    ...(bound && { person: bound.person }),
    ...(owner !== undefined && { owner }),
  }
}
