import type { Login, Phone } from './phone.ts'

/** A page, the person it is for, and what it shows when it is there. */
export interface Stop {
  /** Of the photograph. */
  readonly name: string
  readonly login: Login
  readonly path: string
  /** Said once the page has what it asked for. */
  readonly says: string | RegExp
  /** The side a person of several roles looks from. */
  readonly side?: string
  /** What is done on the page before it is photographed. */
  readonly act?: (phone: Phone) => Promise<void>
}
