import type { Route } from '#shared/kernel/route.ts'
import { freshUntil } from '#shared/sessions/rules.ts'
import type { Identity } from './access.ts'
import { RefusedError } from './refused-error.ts'

/** @throws RefusedError where the act is dangerous and the person has not shown of late who is there */
export function demandFresh(route: Route, identity: Identity | undefined, now: Date): void {
  if (route.fresh && !freshUntil(identity?.confirmedAt, now)) {
    throw new RefusedError('sessions.confirm_needed')
  }
}
