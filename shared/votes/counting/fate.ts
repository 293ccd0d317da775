import type { Choice } from '../terms.ts'
import type { Submission } from './ballots.ts'
import type { ItemCount, Question } from './count.ts'
import type { ExaminedHead } from './examine.ts'
import { voiceOf } from './voice.ts'

/** What became of a head on one item. */
export type Fate =
  | { readonly kind: 'counted'; readonly as: Choice }
  /** `contradiction`: its ballots differ; `ballots_void`: none is left, and at least one is void. */
  | { readonly kind: 'void'; readonly because: 'contradiction' | 'ballots_void' }
  /** Served without an answer; `as` is `undefined` where the policy leaves it out. */
  | { readonly kind: 'silent'; readonly as: Choice | undefined }
  | { readonly kind: 'absent' }

/** For the reconciliation: beside it stands why each other ballot of the head was set aside. */
export function fateOf<B extends Submission>(
  { presence, standing }: ExaminedHead<B>,
  { markOf }: Question<B>,
  { silentCountedAs }: Pick<ItemCount, 'silentCountedAs'>,
): Fate {
  switch (presence) {
    case 'absent':
      return { kind: 'absent' }
    case 'silent':
      return { kind: 'silent', as: silentCountedAs }
    case 'void':
      return { kind: 'void', because: 'ballots_void' }
    case 'heard': {
      const voice = voiceOf(standing, markOf)
      if (voice === undefined) return { kind: 'void', because: 'contradiction' }
      return { kind: 'counted', as: voice }
    }
  }
}
