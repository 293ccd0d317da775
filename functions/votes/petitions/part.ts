import { canPetitionFor, hasAHead } from '#shared/votes/petitions/rules.ts'
import { selvesOf } from '#shared/votes/rules/standing.ts'
import type { Call } from '../../platform/http/call.ts'
import { accepted, RefusedError } from '../../platform/http/refused-error.ts'
import type { HeldRolls } from '../held-rolls.ts'
import type { VoteNeeds } from '../needs.ts'
import type { Votes } from '../repository.ts'
import type { RollHead } from '../roll.ts'
import { rollNow, type RollNow } from '../roll-now.ts'
import { rulesNow } from '../rules-of.ts'

/** Who votes in the whole community, by one version of its register. */
type WholeRoll = Pick<RollNow, 'roll' | 'registerVersion'>

export interface RollNeeds extends Pick<VoteNeeds, 'places' | 'register'> {
  /** Every owner who looks needs it, and it changes with the register only. */
  readonly wholeRolls: HeldRolls<WholeRoll>
}

const NOBODY_TO_ASK: readonly string[] = ['votes.no_register', 'votes.roll_empty']

/**
 * Heads and area of the whole community, by the rules of a vote's roll.
 * @throws RefusedError where there is no register, nobody in it who votes, or no rules to vote by
 */
export async function wholeRoll(
  needs: RollNeeds,
  community: string,
): Promise<WholeRoll & Pick<RollNow, 'rules'>> {
  const [rules, register] = await Promise.all([
    rulesNow(needs, community),
    needs.register.state(community),
  ])
  if (!register) throw new RefusedError('votes.petition_no_register')
  const { version, sha256, units } = register
  const key = [community, version, sha256, rules.parkingCounted].join(' ')
  const { roll, registerVersion } = await needs.wholeRolls.get(key, units, () =>
    madeRoll(needs, community),
  )
  return { rules, roll, registerVersion }
}

async function madeRoll(needs: RollNeeds, community: string): Promise<WholeRoll> {
  try {
    const { roll, registerVersion } = await rollNow(needs, { community })
    return { roll, registerVersion }
  } catch (err) {
    if (err instanceof RefusedError && NOBODY_TO_ASK.includes(err.code)) {
      throw new RefusedError('votes.petition_no_register', {}, { cause: err })
    }
    throw err
  }
}

/** What a person has to say in a petition of their community. */
export interface Part {
  readonly selves: readonly string[]
  readonly heads: readonly RollHead[]
  readonly now: Awaited<ReturnType<typeof wholeRoll>>
}

type Asked = Pick<Call<Votes>, 'repository' | 'homes'>

export async function partOf(needs: RollNeeds, { repository, homes }: Asked): Promise<Part> {
  const now = await wholeRoll(needs, repository.community)
  const selves = selvesOf(homes)
  return { selves, now, heads: now.roll.headsOf(selves) }
}

/** A head with the owner as whom the person speaks for it. */
export interface Spoken {
  readonly head: RollHead
  readonly owner: string
}

/** @throws RefusedError where there is none the person speaks for */
export function spokenFor({ selves, heads, now: { roll } }: Part, { homes }: Asked): Spoken[] {
  accepted(hasAHead(heads.length, homes))
  const all = heads.map((head) => ({ head, as: canPetitionFor(head, selves, roll.nameOf) }))
  const mine = all.flatMap(({ head, as }) => (as.ok ? [{ head, owner: as.value }] : []))
  for (const { as } of mine.length === 0 ? all : []) accepted(as)
  return mine
}
