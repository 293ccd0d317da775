import { api } from '#shared/api.ts'
import { PERMISSIONS, ROLE_NAMES, ROLES, type Permission } from '#shared/kernel/permissions.ts'
import type { Route } from '#shared/kernel/route.ts'

/** Every operation of every contract against every role, as `docs/permissions.md` shows it. */
export function permissionMatrix(): string {
  const rows = Object.entries(api).flatMap(([feature, contract]) =>
    Object.entries<Route>(contract).map(([name, route]) => row(feature, name, route)),
  )
  return [
    '# Who may do what',
    '',
    'Generated from the contracts and `shared/kernel/permissions.ts` by `npm run docs`; a test fails when it is stale.',
    'A role counts where it was given: in its community, or in every community of its street.',
    'What depends on the object (whose complaint, which home, which head) is a rule of its feature.',
    '',
    `| operation | permission | ${ROLES.map((role) => `${role} ${ROLE_NAMES[role]}`).join(' | ')} |`,
    `|---|---|${ROLES.map(() => '---|').join('')}`,
    ...rows,
    '',
  ].join('\n')
}

function row(feature: string, name: string, { access }: Route): string {
  const marks = ROLES.map((role) => {
    if (access === 'anyone' || access === 'signed_in') return access === 'anyone' ? 'yes' : 'own'
    return (PERMISSIONS[access satisfies Permission] as readonly string[]).includes(role)
      ? 'yes'
      : '–'
  })
  return `| ${feature}.${name} | ${access} | ${marks.join(' | ')} |`
}
