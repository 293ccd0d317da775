import type { Message } from '#shared/messages/contract.ts'
import type { PAGES } from '../pages.ts'

/** Where a message leads; `undefined` where this package knows no page for it. */
export interface Leading {
  readonly page: keyof typeof PAGES
  readonly params: Readonly<Record<string, string>>
}

/** Told to whoever has to act, not to whoever waits. */
const FOR_STAFF: readonly string[] = ['complaint_duty', 'emergency']

export function whereTo({ subject: { kind, id }, template }: Message): Leading | undefined {
  switch (kind) {
    case 'complaint':
      return { page: FOR_STAFF.includes(template) ? 'handle' : 'complaint', params: { number: id } }
    case 'notice':
      return { page: 'notice', params: { notice: id } }
    case 'vote':
      return { page: 'vote', params: { vote: id } }
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
