import { api } from '#shared/api.ts'
import {
  PERMISSIONS,
  ROLE_NAMES,
  ROLES,
  type Permission,
  type Role,
} from '#shared/kernel/permissions.ts'
import type { Route } from '#shared/kernel/route.ts'
import { GIVINGS, scopesOf } from '#shared/people/giving.ts'

/** Every operation of every contract against every role, as `docs/permissions.md` shows it. */
export function permissionMatrix(): string {
  const rows = Object.entries(api).flatMap(([feature, contract]) =>
    Object.entries<Route>(contract).map(([name, route]) => row(feature, name, route)),
  )
  return [
    '# Who may do what',
    '',
    'Generated from the contracts and `shared/kernel/permissions.ts` by `npm run docs`; a test fails when it is stale.',
    'A role counts where it was given and in everything below: the platform, a district, its streets and their communities; a company, its communities.',
    'What depends on the object (whose complaint, which home, which head) is a rule of its feature.',
    'A helper (代办人) holds no role: on the days recorded at a home, that community lets them in where the last but one column says so.',
    'Who had a home there and has none any more is let in where the last column says so, and finds nothing but what they filed.',
    '',
    `| operation | permission | ${ROLES.map((role) => `${role} ${ROLE_NAMES[role]}`).join(' | ')} | helper 代办人 | moved out 已迁出 |`,
    `|---|---|${ROLES.map(() => '---|').join('')}---|---|`,
    ...rows,
    '',
    '## Who gives which role, and for what',
    '',
    '| role | given for | by |',
    '|---|---|---|',
    ...ROLES.map(roleRow),
    '',
  ].join('\n')
}

function roleRow(role: Role): string {
  const by = GIVINGS.filter((line) => line.roles.includes(role)).map(({ by: giver, posts }) =>
    posts ? `${giver} (only ${posts.join(', ')})` : giver,
  )
  const scopes = scopesOf(role).join(', ')
  const given = by.length === 0 ? 'nobody: it comes with a home' : by.join(', ')
  return `| ${role} ${ROLE_NAMES[role]} | ${scopes === '' ? 'its home' : scopes} | ${given} |`
}

function row(feature: string, name: string, { access, helpers, formerly }: Route): string {
  const marks = ROLES.map((role) => {
    if (access === 'anyone' || access === 'signed_in') return access === 'anyone' ? 'yes' : 'own'
    return (PERMISSIONS[access satisfies Permission] as readonly string[]).includes(role)
      ? 'yes'
      : '–'
  })
  const everybody = access === 'anyone' ? 'yes' : access === 'signed_in' ? 'own' : undefined
  const besides = [helpers, formerly].map((isLetIn) => everybody ?? (isLetIn ? 'yes' : '–'))
  return `| ${feature}.${name} | ${access} | ${[...marks, ...besides].join(' | ')} |`
}
