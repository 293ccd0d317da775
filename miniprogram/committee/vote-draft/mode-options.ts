import { VoteMode } from '#shared/votes/terms.ts'
import { canBeHeldIn, modeSentence } from '#shared/votes/rules/modes.ts'
import { MODE_NAMES } from '#shared/votes/words.ts'
import type { KnownRules } from '../rules-of.ts'

/** Only what the rules allow, each with what a tap legally is. That the rules are fictitious is said once, above. */
export const modeOptions = (rules: KnownRules) =>
  VoteMode.options
    .filter((mode) => canBeHeldIn(mode, rules).ok)
    .map((value) => ({
      value,
      label: MODE_NAMES[value],
      note: modeSentence(value, { ...rules, fictitious: false }),
    }))
