import { step, type Life, type LifeEvent } from './life.ts'
import type { Settled } from './settle.ts'
import { begun, type Terms } from './terms.ts'

interface Target {
  readonly life: Pick<Life, 'state'>
  /** Its filer has closed their account: nobody acts on it any more. */
  readonly frozen?: unknown
}

/** Will nobody deal with it any more, though nobody has decided about it? Then what was merged into it is not dealt with either. */
export const isGivenUp = ({ life, frozen }: Target): boolean =>
  frozen !== undefined || life.state === 'withdrawn'

/**
 * What was merged into a complaint that is given up goes on by itself: in the state it was in, under the same
 * authority, each clock that ran then with its full period again. Who joined both has joined both.
 */
export function comeBack(life: Life, now: Date, terms: Terms): Settled {
  const { mergedFrom } = life
  if (life.state !== 'merged' || !mergedFrom) return { life, events: [] }
  const set = [...begun(life.clocks, mergedFrom.clocks, now, terms)]
  const event: LifeEvent = {
    seq: life.lastSeq + 1,
    at: now.toISOString(),
    kind: 'came_back',
    facts: { to: mergedFrom.state, ...(set.length > 0 && { set }) },
  }
  return { life: step(life, event), events: [event] }
}
