import type { Input } from '#shared/kernel/route.ts'
import type { votes } from '#shared/votes/contract.ts'
import type { OfficialFigures } from '#shared/votes/official/official.ts'
import { canBeRecorded } from '#shared/votes/official/rules.ts'
import { canRecordOfficial } from '#shared/votes/rules/conducting.ts'
import type { Call } from '../../platform/http/call.ts'
import { accepted, RefusedError } from '../../platform/http/refused-error.ts'
import { actorOf, changeVote } from '../change-vote.ts'
import type { Votes } from '../repository.ts'
import type { FoundVote } from '../stored.ts'
import { hashOfFigures } from './official-result.ts'

/**
 * In one write with the figures goes their hash, which the two offices confirm; what one of them confirmed of figures
 * that were then corrected is confirmed no more.
 */
export const recordOfficialResult = (
  call: Call<Votes>,
  { vote: id, ...sent }: Input<typeof votes.recordOfficialResult>,
): Promise<FoundVote> =>
  changeVote(call, id, (vote) => {
    const figures = figuresOf(sent)
    const { mode, official, roll, closesAt } = vote
    accepted(canRecordOfficial(vote, call.now))
    if (!roll || closesAt === undefined) throw new RefusedError('votes.no_roll_yet')
    const recorded = { mode, items: vote.items.length, roll, closesAt }
    const items = [...accepted(canBeRecorded(figures, recorded, call.now))]
    if (!official) throw new RefusedError('votes.official_system_needed')
    const at = call.now.toISOString()
    const result = {
      ...{ ...figures, items, at, by: actorOf(call) },
      madeBy: { id: call.key.id, request: call.key.request },
    }
    const ballotsSha256 = hashOfFigures({ ...figures, items })
    return Promise.resolve({
      ...vote,
      official: { ...official, result },
      counted: { at, ballotsSha256 },
      confirmations: [],
    })
  })

const figuresOf = ({
  total,
  items,
  document,
  day,
  attachment,
  explanation,
}: OfficialFigures): OfficialFigures => ({
  ...{ total, items, document, day },
  ...(attachment !== undefined && { attachment }),
  ...(explanation !== undefined && { explanation }),
})
