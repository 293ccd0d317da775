import { ROLE_NAMES } from '#shared/kernel/permissions.ts'
import { formatCode } from '#shared/people/invitation-code.ts'
import { PLATFORM, SCOPE_NAMES } from '#shared/people/scopes.ts'
import type { Ports } from '../platform/ports.ts'
import { addInvitation, codeOf } from './invite.ts'

export interface AdminInvitation {
  /** Shown this once, good for one person and a week. */
  readonly code: string
  /** ISO instant. */
  readonly expiresAt: string
}

/** What the machine's owner hands to the first administrator, or to the next where the others are lost. */
export async function inviteAdmin({
  table,
  keys,
  newId,
  now,
}: Pick<Ports, 'table' | 'keys' | 'newId' | 'now'>): Promise<AdminInvitation> {
  const key = { digest: new Uint8Array(32), id: newId(), request: 'command' }
  const at = now()
  const place = {
    scope: 'platform' as const,
    of: PLATFORM,
    name: SCOPE_NAMES.platform,
    where: {},
  }
  const { expiresAt } = await addInvitation(
    { table, keys, place },
    {
      role: 'admin',
      from: at.toISOString(),
      ground: `部署者在服务器上邀请${ROLE_NAMES.admin}`,
      name: '',
      by: 'command',
      givenBy: '平台运营方',
    },
    key,
    at,
  )
  return { code: formatCode(codeOf(keys, key)), expiresAt }
}
