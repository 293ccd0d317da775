import { dayOf } from '#shared/kernel/calendar.ts'
import type { OfficialSource } from '#shared/votes/official/official.ts'
import type { ItemResult, VoteResult } from '#shared/votes/result.ts'
import { lastDayToAnnul } from '#shared/votes/rules/annulment.ts'
import {
  policySentence,
  silenceDecidesSentence,
  silenceSentence,
} from '#shared/votes/rules/silence-words.ts'
import type { FoundVote, StoredResult, StoredVote } from './stored.ts'

type CountedSilence = NonNullable<StoredResult['items'][number]['silence']>

export function itemSilence({
  withoutSilent,
  decides,
  silent,
  countedAs,
}: CountedSilence): ItemResult['silence'] {
  const { participatingHeads, participatingAreaCenti, forHeads, forAreaCenti, result } =
    withoutSilent
  const heads = { silentHeads: silent.heads, silentAreaCenti: silent.areaCenti }
  return {
    ...heads,
    ...(countedAs !== undefined && { countedAs }),
    without: { participatingHeads, participatingAreaCenti, forHeads, forAreaCenti, result },
    decides,
    sentence: silenceSentence({ ...heads, countedAs }),
  }
}

/** Whoever reads on is to have read this. */
export function saidFirst(
  { mode }: StoredVote,
  { items }: StoredResult,
  official: OfficialSource | undefined,
): Pick<VoteResult, 'first'> {
  const ofSilence = items.flatMap(({ tally, silence }, place) =>
    silence?.decides === true && mode !== 'official_external'
      ? [silenceDecidesSentence(place + 1, tally.result, silence.withoutSilent.result)]
      : [],
  )
  const first = [...(official?.differences.map(({ sentence }) => sentence) ?? []), ...ofSilence]
  return first.length > 0 ? { first } : {}
}

export function silenceView({ silence, rules }: FoundVote): Pick<VoteResult, 'silence'> {
  if (!silence || !rules || rules.silent === 'NOT_PARTICIPATING') return {}
  const { clause } = silence
  const policy = rules.silent
  return { silence: { policy, clause, sentence: policySentence(policy, clause) } }
}

/** An opinion decides nothing that a court could annul, and neither does what had no quorum. */
export function publicationOf({
  steps,
  resultUntil,
  mode,
}: StoredVote): Pick<VoteResult, 'publishedAt' | 'objectUntil' | 'annulmentUntil'> {
  const step = steps.find(({ to }) => to === 'result_published')
  if (!step || mode === 'advisory') return {}
  return {
    publishedAt: step.at,
    ...(resultUntil !== undefined && { objectUntil: resultUntil }),
    annulmentUntil: lastDayToAnnul(dayOf(new Date(step.at))),
  }
}
