import type { Message } from '#shared/messages/contract.ts'
import { can, type Role } from '#shared/kernel/permissions.ts'
import type { PAGES } from '../pages.ts'

/** Where a message leads; `undefined` where this package knows no page for it. */
export interface Leading {
  readonly page: keyof typeof PAGES
  readonly params: Readonly<Record<string, string>>
}

/** Told to whoever has to act, not to whoever waits. */
const FOR_STAFF: readonly string[] = ['complaint_duty', 'emergency']

/** @param roles held in the community it is about: the property and the offices have a page of their own each */
export function whereTo(
  { subject: { kind, id, community }, template }: Message,
  roles: readonly Role[],
): Leading | undefined {
  switch (kind) {
    case 'complaint':
      // Whose number it is, the number does not say: the page may be looking at another community, or at none.
      return { page: pageOf(template, roles), params: { number: id, community } }
    case 'notice':
      return { page: 'notice', params: { notice: id } }
    case 'vote':
      return { page: 'vote', params: { vote: id } }
    case 'petition':
      // Told to who has to act, and to the owners who asked for it.
      return { page: petitionPage(roles), params: { petition: id } }
    case 'bill':
      return { page: 'bills', params: {} }
    case 'emergency':
      return { page: 'emergencyHandle', params: { emergency: id } }
    case 'home':
      return { page: 'homes', params: {} }
    default:
      return undefined
  }
}

const petitionPage = (roles: readonly Role[]): Leading['page'] =>
  can(roles, 'vote:petitioners') || can(roles, 'complaint:release') ? 'petitionDesk' : 'petitions'

function pageOf(template: string, roles: readonly Role[]): Leading['page'] {
  if (!FOR_STAFF.includes(template)) return 'complaint'
  return can(roles, 'complaint:handle') ? 'handle' : 'officerComplaint'
}
