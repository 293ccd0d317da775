import type { Choice } from '../terms.ts'
import type { Mark } from './ballots.ts'

// The law says nothing of an item left blank or marked twice; a valid ballot takes part, so a blank or double mark abstains.
const choiceOf = (mark: Mark): Choice => (mark === 'for' || mark === 'against' ? mark : 'abstain')

/**
 * The one voice of a head's standing ballots, or `undefined` where they contradict each other
 * (different co-owners, or different homes of one owner): such a head voids itself.
 */
export function voiceOf<B>(
  standing: readonly { readonly ballot: B }[],
  markOf: (ballot: B) => Mark,
): Choice | undefined {
  let voice: Choice | undefined
  for (const { ballot } of standing) {
    const choice = choiceOf(markOf(ballot))
    if (voice !== undefined && choice !== voice) return undefined
    voice = choice
  }
  return voice
}
