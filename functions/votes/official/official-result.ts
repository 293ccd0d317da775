import { createHash } from 'node:crypto'
import { differencesIn, tallyOfOfficial } from '#shared/votes/official/rules.ts'
import type { OfficialFigures, OfficialSource } from '#shared/votes/official/official.ts'
import type { FoundVote, StoredResult, StoredVote } from '../stored.ts'
import { matterFacts } from '../vote-view.ts'

type Official = NonNullable<StoredVote['official']>
type Imported = NonNullable<Official['result']>

/** SHA-256 over what was recorded: what two offices put their names under. */
export const hashOfFigures = ({
  total,
  items,
  document,
  day,
  attachment,
  explanation,
}: OfficialFigures) =>
  createHash('sha256')
    .update(
      JSON.stringify([
        [total.heads, total.areaCenti],
        items.map((item) => [
          item.item,
          ...[item.participating, item.for, item.against, item.abstain].map(
            ({ heads, areaCenti }) => [heads, areaCenti],
          ),
          item.verdict,
        ]),
        [document, day, attachment ?? null, explanation ?? null],
      ]),
    )
    .digest('hex')

/** The official figures as a result of ours; `undefined` before they are recorded. */
export function officialResult(vote: StoredVote): StoredResult | undefined {
  const { official, counted } = vote
  if (!official?.result || !counted) return undefined
  const { total } = official.result
  return {
    countedAt: counted.at,
    ballotsSha256: counted.ballotsSha256,
    voidHeads: 0,
    items: official.result.items.map((item, place) => ({
      tally: tallyOfOfficial(item, total, matterFacts(vote.items[place]?.matter ?? 0).class),
      void: { heads: 0, areaCenti: 0 },
    })),
  }
}

export function officialSource(vote: FoundVote, result: StoredResult): OfficialSource | undefined {
  const { official, roll } = vote
  if (!official?.result || !roll) return undefined
  const { name, link } = official
  const { items, document, day, attachment, explanation, by, at } = official.result
  return {
    system: name,
    ...(link !== undefined && { link }),
    ...{ document, day },
    ...(attachment !== undefined && { attachment }),
    ...(explanation !== undefined && { explanation }),
    ...{ recordedBy: by.name, recordedAt: at },
    verdicts: items.map(({ verdict }) => verdict),
    differences: differencesIn(official.result, verdictsOf(official.result, result), roll),
  }
}

const verdictsOf = ({ items }: Imported, result: StoredResult) =>
  items.flatMap(({ verdict }, place) => {
    const tally = result.items[place]?.tally
    return tally ? [{ official: verdict, ours: tally.result }] : []
  })
