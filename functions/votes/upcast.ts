import { NATIONAL } from '#shared/votes/profiles/national.ts'
import { valuesOf } from '#shared/votes/profiles/profile.ts'

interface Format1 {
  readonly state: string
  readonly rules?: object
  readonly steps: readonly { readonly to: string; readonly at: string }[]
}

const UNASKED = {
  silent: 'NOT_PARTICIPATING',
  loginFreshMinutes: null,
  signatureRequired: false,
} as const

/**
 * Before the ladder of a vote's life was complete, what was counted was published at once, and rules knew no windows for
 * objections: what they lack is the national rule's, and only its publication could still come of it. Nobody was asked
 * to sign, or to log in anew.
 */
export function upcastVote(data: unknown): unknown {
  const { rules, state, steps, ...rest } = data as Format1
  const countedAt = steps.find(({ to }) => to === 'counted')?.at
  return {
    ...rest,
    steps,
    state: state === 'counted' ? 'final' : state,
    ...(rules && { rules: { ...valuesOf(NATIONAL), ...UNASKED, ...rules } }),
    ...(countedAt !== undefined && { finalAt: countedAt }),
  }
}
