import type { votes } from '#shared/votes/contract.ts'
import { deskVotes } from '#shared/votes/desk-contract.ts'
import type { Feature } from '../platform/http/call.ts'
import { RefusedError } from '../platform/http/refused-error.ts'
import { castBallot } from './cast.ts'
import { seenVote } from './change-vote.ts'
import { cancelVote, giveNotice } from './conduct.ts'
import { confirmCount, readCount } from './confirm-count.ts'
import { annulDecision, executeDecision, fileDecision, publishResult } from './ends.ts'
import { answerObjection, listObjections, objectTo } from './objections.ts'
import { publishRoll } from './publish-roll.ts'
import { readRoll } from './read-roll.ts'
import { disputeVote, endDispute } from './disputes.ts'
import { draftVote, redraftVote } from './drafting.ts'
import { recordOfficialResult } from './official/record.ts'
import { readAnnouncement } from './announcement/read.ts'
import { recordGate } from './gate/record.ts'
import { freezeRoll } from './freeze-roll.ts'
import type { VoteNeeds, VoteShop } from './needs.ts'
import { onDemand } from './on-demand.ts'
import { listVotes, readResult, readTurnout } from './read.ts'
import { votesIn, type Votes } from './repository.ts'
import { rollShelf } from './roll-shelf.ts'
import { noteRead, nothingNoted } from './serving/noting.ts'
import { readPlaces } from './scope/places-now.ts'
import { readMySignature } from './signing.ts'
import { turnoutReader } from './turnout.ts'
import { viewOf } from './vote-view.ts'

export function voteFeature(needs: VoteNeeds): Feature<typeof votes, Votes> {
  const shop: VoteShop = { ...needs, shelf: rollShelf(), turnouts: turnoutReader() }
  const noted = nothingNoted()
  return {
    open(ports, scope) {
      if (!scope) throw new RefusedError('scope.not_found')
      return votesIn(ports, scope, shop.shelf)
    },
    handlers: {
      draft: async (input, call) => viewOf(shop, call, await draftVote(shop, call, input)),
      redraft: async (input, call) => viewOf(shop, call, await redraftVote(shop, call, input)),
      freezeRoll: async (input, call) => viewOf(shop, call, await freezeRoll(shop, call, input)),
      giveNotice: async (input, call) => viewOf(shop, call, await giveNotice(shop, call, input)),
      publishRoll: async (input, call) => viewOf(shop, call, await publishRoll(shop, call, input)),
      roll: (input, call) => readRoll(shop, call, input),
      object: (input, call) => objectTo(call, input),
      objections: (input, call) => listObjections(call, input),
      answerObjection: (input, call) => answerObjection(call, input),
      countToConfirm: (input, call) => readCount(call, input),
      confirmCount: async (input, call) => viewOf(shop, call, await confirmCount(call, input)),
      publishResult: async (input, call) =>
        viewOf(shop, call, await publishResult(shop, call, input)),
      file: async (input, call) => viewOf(shop, call, await fileDecision(call, input)),
      execute: async (input, call) => viewOf(shop, call, await executeDecision(call, input)),
      annul: async (input, call) => viewOf(shop, call, await annulDecision(call, input)),
      cancel: async (input, call) => viewOf(shop, call, await cancelVote(call, input)),
      recordGate: async (input, call) => viewOf(shop, call, await recordGate(shop, call, input)),
      recordOfficialResult: async (input, call) =>
        viewOf(shop, call, await recordOfficialResult(call, input)),
      announcement: (input, call) => readAnnouncement(shop, call, input),
      places: (input, call) => readPlaces(shop, call, input),
      list: (input, call) => listVotes(call, input),
      get: async ({ vote }, call) => {
        const found = await seenVote(call, vote)
        const view = await viewOf(shop, call, found)
        await noteRead(noted, call, found, view)
        return view
      },
      turnout: (input, call) => readTurnout(shop, call, input),
      cast: (input, call) => castBallot(shop, call, input),
      mySignature: (input, call) => readMySignature(call, input),
      ...onDemand(deskVotes, async () => (await import('./desk-wing.ts')).deskWing(shop)),
      dispute: async (input, call) => viewOf(shop, call, await disputeVote(call, input)),
      endDispute: async (input, call) => viewOf(shop, call, await endDispute(call, input)),
      result: (input, call) => readResult(call, input),
    },
  }
}
