import { accept, refuse, type Decision } from '#shared/kernel/decision.ts'
import { ROLE_NAMES, type Role } from '#shared/kernel/permissions.ts'
import { POSTS_OF, type Post } from './posts.ts'
import type { peopleRefusals } from './refusals.ts'
import type { Scope } from './scopes.ts'

export type PeopleCode = keyof typeof peopleRefusals

/** Holders of `by` give `roles` for places of the scope `at` that lie where they hold it themselves. */
export interface Giving {
  readonly by: Role
  readonly at: Scope
  readonly roles: readonly Role[]
  /** Only with these posts. */
  readonly posts?: readonly Post[]
}

/**
 * Who may give what. A committee is filed with the street and the district (物业管理条例 §16; 建房〔2009〕274号 §33), which
 * also forms the preparatory group (274号 §9) and the interim body: so these are the street's to give, not the
 * community's, whose part is to guide and assist (民法典 §277). Grid workers are the community's own (网格员).
 * A property company sends its managers and staff. The platform's administrators start each line, and stand in
 * where no street takes part; nobody gives a household's roles: those come with a home.
 */
export const GIVINGS: readonly Giving[] = [
  { by: 'admin', at: 'platform', roles: ['admin', 'city'] },
  { by: 'admin', at: 'district', roles: ['district', 'department', 'evaluator', 'utility'] },
  { by: 'admin', at: 'street', roles: ['street'] },
  { by: 'admin', at: 'company', roles: ['company'] },
  { by: 'admin', at: 'community', roles: ['community', 'committee', 'manager'] },
  { by: 'district', at: 'district', roles: ['department', 'evaluator', 'utility'] },
  { by: 'district', at: 'street', roles: ['street'] },
  { by: 'street', at: 'street', roles: ['mediator'] },
  {
    by: 'street',
    at: 'community',
    roles: [
      'community',
      'committee',
      'interim',
      'preparatory',
      'party',
      'representative',
      'developer',
    ],
  },
  { by: 'community', at: 'community', roles: ['community'], posts: ['grid'] },
  { by: 'community', at: 'community', roles: ['representative'] },
  { by: 'company', at: 'community', roles: ['manager', 'property'] },
  { by: 'manager', at: 'community', roles: ['property'] },
]

/** What somebody with these roles may give at a place of this scope, in the order of the table. */
export function givableAt(roles: readonly Role[], at: Scope): readonly Role[] {
  const lines = GIVINGS.filter((line) => line.at === at && roles.includes(line.by))
  return [...new Set(lines.flatMap((line) => line.roles))]
}

/** The posts with which they may give it; none where it has no posts. */
export function givablePosts(roles: readonly Role[], at: Scope, role: Role): readonly Post[] {
  const all = POSTS_OF[role] ?? []
  const lines = linesFor(roles, at, role)
  return all.filter((post) => lines.some(({ posts }) => posts?.includes(post) ?? true))
}

/** Where a role is given; one that comes with a home is given nowhere. */
export const scopesOf = (role: Role): readonly Scope[] => [
  ...new Set(GIVINGS.filter((line) => line.roles.includes(role)).map((line) => line.at)),
]

const linesFor = (roles: readonly Role[], at: Scope, role: Role): readonly Giving[] =>
  GIVINGS.filter((line) => line.at === at && roles.includes(line.by) && line.roles.includes(role))

/** What is given, apart from its time. */
export interface Gift {
  readonly role: Role
  readonly post?: Post | undefined
}

/**
 * May somebody with these roles at the place give this there, or end it?
 * @param roles held at the place, also by way of what it lies in
 */
export function mayGive(
  roles: readonly Role[],
  at: Scope,
  { role, post }: Gift,
): Decision<Gift, PeopleCode> {
  if (!scopesOf(role).includes(at)) {
    return refuse('people.role_not_here', { role: ROLE_NAMES[role] })
  }
  if (linesFor(roles, at, role).length === 0) return notTheirs(roles, role)
  const posts = POSTS_OF[role]
  if (!posts) return post === undefined ? accept({ role }) : refuse('people.post_unknown')
  if (post === undefined) return refuse('people.post_needed')
  if (!posts.includes(post)) return refuse('people.post_unknown')
  if (!givablePosts(roles, at, role).includes(post)) return notTheirs(roles, role)
  return accept({ role, post })
}

/** The role by which somebody with these roles gives it: what is shown beside their name. */
export const givingRole = (roles: readonly Role[], at: Scope, { role, post }: Gift) =>
  linesFor(roles, at, role).find((line) => fits(line, post))?.by

/** Whoever may give it may end it; what was recorded without a post, whatever their posts. */
export const mayEnd = (roles: readonly Role[], at: Scope, { role, post }: Gift): boolean =>
  linesFor(roles, at, role).some((line) => post === undefined || fits(line, post))

const fits = ({ posts }: Giving, post: Post | undefined): boolean =>
  posts === undefined || (post !== undefined && posts.includes(post))

const notTheirs = (roles: readonly Role[], role: Role) =>
  refuse('people.not_yours_to_give', {
    roles: roles.map((one) => ROLE_NAMES[one]).join('、'),
    role: ROLE_NAMES[role],
  })
