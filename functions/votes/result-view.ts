import type { ItemResult, VoteResult } from '#shared/votes/result.ts'
import type { Tally } from '#shared/votes/counting/tally.ts'
import { neededSentence } from '#shared/votes/rules/needed-words.ts'
import type { MatterClass } from '#shared/votes/terms.ts'
import { modeSentence } from '#shared/votes/rules/modes.ts'
import { annulmentNote, explainedTests, itemSentence } from '#shared/votes/rules/result-words.ts'
import { officialSource } from './official/official-result.ts'
import type { FoundVote, StoredResult } from './stored.ts'
import { itemSilence, publicationOf, saidFirst, silenceView } from './result-parts.ts'
import { matterFacts, profileName } from './vote-view.ts'

export function resultView(vote: FoundVote, result: StoredResult): VoteResult {
  const { title, mode, rules, roll, opensAt, closesAt } = vote
  const official = officialSource(vote, result)
  if (!rules || !roll || opensAt === undefined || closesAt === undefined) {
    throw new Error(`vote ${vote.vote} was counted without a roll or a window`)
  }
  return {
    vote: vote.vote,
    title,
    mode,
    modeSentence: modeSentence(mode, rules),
    profile: profileName(rules),
    opensAt,
    closesAt,
    countedAt: result.countedAt,
    rollSha256: roll.sha256,
    ballotsSha256: result.ballotsSha256,
    ...saidFirst(vote, result, official),
    ...silenceView(vote),
    ...(result.handedIn && !official && { handedIn: result.handedIn }),
    ...publicationOf(vote),
    voidHeads: result.voidHeads,
    items: vote.items.flatMap((item, place) => itemResult(item, result.items[place], place, mode)),
    ...(vote.intake?.facts && { papers: vote.intake.facts }),
    ...(official && { official }),
    annulmentNote: annulmentNote(mode),
  }
}

const neededView = (tally: Tally, itemClass: MatterClass): Pick<ItemResult, 'needed'> => {
  const needed = neededSentence(tally, itemClass)
  return needed === undefined ? {} : { needed }
}

function itemResult(
  { matter, title }: FoundVote['items'][number],
  counted: StoredResult['items'][number] | undefined,
  place: number,
  mode: FoundVote['mode'],
): ItemResult[] {
  if (!counted) return []
  const { tally } = counted
  const itemClass = matterFacts(matter).class
  return [
    {
      item: place + 1,
      title,
      class: itemClass,
      ...tally,
      voidAreaCenti: counted.void.areaCenti,
      voidHeads: counted.void.heads,
      tests: explainedTests(tally, itemClass),
      sentence: itemSentence(tally, itemClass, mode),
      ...neededView(tally, itemClass),
      ...(counted.silence && { silence: itemSilence(counted.silence) }),
    },
  ]
}
