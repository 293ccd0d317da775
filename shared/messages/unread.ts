import type { Route } from '#shared/kernel/route.ts'
import * as z from '#shared/kernel/zod.ts'

/** More than this many are shown as that many and more. */
export const MOST_COUNTED = 99

/** `more`: there are more than `unread` says. */
export const Unread = z.object({ unread: z.int(), more: z.boolean() })
export type Unread = z.infer<typeof Unread>

/** By itself, because every tab page asks it and none needs the rest of the contract. */
export const unreadRoute = {
  method: 'GET',
  path: '/messages/unread',
  summary: 'How many of my messages I have not read',
  access: 'signed_in',
  input: z.strictObject({}),
  output: Unread,
} as const satisfies Route
