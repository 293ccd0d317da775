import { accept, refuse } from '#shared/kernel/decision.ts'

/** Long enough to think better of it, short enough not to hinder: 个人信息保护法 §50 asks for a convenient way. */
export const COOLING_OFF_DAYS = 7

export const mayClose = (blockers: readonly string[]) =>
  blockers.length === 0
    ? accept(true)
    : refuse('privacy.cannot_close_yet', { why: blockers.join('') })

/** Until the moment it is due. Kept already, it stays kept. */
export function mayKeep(
  state: 'cancelled' | 'closing' | 'closed' | undefined,
  dueAt: string | undefined,
  now: Date,
) {
  if (state === 'cancelled') return accept(true)
  const isRunning = state === 'closing' && dueAt !== undefined && now.getTime() < Date.parse(dueAt)
  return isRunning ? accept(true) : refuse('privacy.not_closing')
}
