import type { Choice, SilentPolicy } from '../terms.ts'
import type { Shares } from './tally.ts'

/** How silent heads are counted, given what was cast; `undefined` leaves them out. */
export function choiceOfTheSilent(policy: SilentPolicy, cast: Shares): Choice | undefined {
  switch (policy) {
    case 'NOT_PARTICIPATING':
      return undefined
    case 'PARTICIPATES_AS_ABSTAIN':
      return 'abstain'
    case 'FOLLOWS_MAJORITY':
      if (leads('for', 'against', cast)) return 'for'
      if (leads('against', 'for', cast)) return 'against'
      // The axes disagree or are level: there is no majority to follow.
      return 'abstain'
  }
}

const leads = (one: Choice, other: Choice, cast: Shares): boolean =>
  cast[one].areaCenti > cast[other].areaCenti && cast[one].heads > cast[other].heads
