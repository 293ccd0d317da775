import type { Vote, VoteItem } from '#shared/votes/contract.ts'
import { missingAtGate } from '#shared/votes/gate/rules.ts'
import { matterOf } from '#shared/votes/matters.ts'
import { stateAt } from '#shared/votes/rules/life.ts'
import { freshMinutesOf, needsSignature } from '#shared/votes/rules/fresh-login.ts'
import { hasPaper } from '#shared/votes/papers/phases.ts'
import { modeSentence } from '#shared/votes/rules/modes.ts'
import { scopeSentence } from '#shared/votes/scope/words.ts'
import { filingDue } from '#shared/votes/rules/filing.ts'
import { nextStep } from '#shared/votes/rules/next-step.ts'
import type { Call } from '../platform/http/call.ts'
import { confirmationsIn, confirmationsView } from './confirmations.ts'
import { disputesView } from './disputes.ts'
import { gateView } from './gate/gate-view.ts'
import { partIn } from './heads-view.ts'
import { myPart } from './mandates/my-part.ts'
import type { VoteShop } from './needs.ts'
import { openObjections } from './open-objections.ts'
import type { Votes } from './repository.ts'
import { rulesOf } from './rules-of.ts'
import type { FoundVote, FrozenRules, StoredVote } from './stored.ts'
import { timed } from './timed.ts'

/** A vote as this person sees it: besides the public facts only the person's own ballots. */
export async function viewOf(shop: VoteShop, call: Call<Votes>, vote: FoundVote): Promise<Vote> {
  const { repository, now } = call
  const [rules, texts, mine, turnout, hasRegister, open] = await Promise.all([
    rulesOf(shop, vote),
    repository.texts(vote),
    partIn(call, vote),
    shop.turnouts.of(repository, vote, now),
    hasRegisterFor(shop, vote),
    waitingObjections(repository, vote),
  ])
  return {
    ...factsOf(vote, rules, now),
    items: itemsOf(vote, texts),
    ...scopeIn(vote),
    ...filingIn(vote, rules, now),
    ...(vote.official && { official: systemOf(vote.official) }),
    ...gateView(vote, rules),
    ...(await myPart(call, vote, rules, mine)),
    // Nothing is cast here: who has taken part elsewhere is not known before its result.
    ...(turnout && !vote.official && { turnout }),
    ...keptIn(vote),
    next: nextStep(
      {
        ...timed(vote),
        published: vote.published,
        resultUntil: vote.resultUntil,
        hasRegister,
        openObjections: open,
        confirmations: confirmationsIn(vote),
        gateMissing: missingAtGate(vote.gate ?? [], vote.mode, rules.gate),
      },
      rules,
      now,
    ),
  }
}

const systemOf = ({ name, link }: NonNullable<FoundVote['official']>) => ({
  name,
  ...(link !== undefined && { link }),
})

function filingIn(vote: FoundVote, rules: FrozenRules, now: Date): Pick<Vote, 'filingDue'> {
  const matters = vote.items.map(({ matter }) => matter)
  const due = filingDue({ ...vote, matters }, rules.filingDays, now)
  return due ? { filingDue: due } : {}
}

const scopeIn = ({ scope, roll, published }: FoundVote): Pick<Vote, 'scope'> =>
  scope ? { scope: { places: scope, sentence: scopeSentence(scope, roll ?? published) } } : {}

const keptIn = (vote: FoundVote): Pick<Vote, 'disputes' | 'removedAt'> => ({
  ...(vote.disputes && { disputes: disputesView(vote) }),
  ...(vote.removal && { removedAt: vote.removal.at }),
})

/** Asked for only where the vote waits for them. */
async function waitingObjections({ objections }: Votes, { vote, state }: FoundVote) {
  if (state !== 'roll_published' && state !== 'result_published') return 0
  const about = state === 'roll_published' ? 'roll' : 'result'
  return openObjections(await objections.find(vote, about))
}

/** Once there is a roll the register matters no more. */
const hasRegisterFor = async ({ register }: VoteShop, { roll, community }: FoundVote) =>
  roll !== undefined || (await register.state(community)) !== undefined

function factsOf(vote: FoundVote, rules: FrozenRules, now: Date) {
  const { title, mode, draftedBy, draftedAt, noticedAt, opensAt, closesAt, cancelled } = vote
  return {
    vote: vote.vote,
    title,
    state: stateAt(vote, now),
    mode,
    modeSentence: modeSentence(mode, rules),
    casting: castingOf(mode, rules),
    ...(hasPaper(vote) && { paper: true }),
    profile: profileName(rules),
    draftedBy: draftedBy.name,
    draftedAt,
    noticedAt,
    opensAt,
    closesAt,
    cancelled,
    published: vote.published,
    roll: vote.roll,
    silence: vote.silence,
    withdrawnNotices: vote.withdrawnNotices,
    resultUntil: vote.resultUntil,
    filing: vote.filing,
    execution: vote.execution,
    annulment: vote.annulment,
    ...(vote.confirmations && { confirmations: confirmationsView(vote) }),
  }
}

const castingOf = (mode: FoundVote['mode'], rules: FrozenRules): Vote['casting'] => ({
  freshMinutes: freshMinutesOf(mode, rules),
  signature: needsSignature(mode, rules),
})

export const profileName = ({ id, name, version, fictitious }: FrozenRules): Vote['profile'] => ({
  id,
  name,
  version,
  fictitious,
})

const itemsOf = ({ items }: StoredVote, texts: readonly string[]): VoteItem[] =>
  items.map(({ matter, title }, place) => ({
    item: place + 1,
    ...matterFacts(matter),
    title,
    text: texts[place] ?? '',
  }))

/** Name and class as article 278 of the Civil Code has them. */
export function matterFacts(matter: number): Pick<VoteItem, 'matter' | 'matterName' | 'class'> {
  const found = matterOf(matter)
  if (!found) throw new Error(`article 278 has no matter ${matter}`)
  return { matter, matterName: found.name, class: found.class }
}
