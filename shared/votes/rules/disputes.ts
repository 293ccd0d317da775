import { accept, refuse } from '#shared/kernel/decision.ts'

interface Disputed {
  readonly roll?: object | undefined
  readonly disputes?: readonly { readonly ended?: object | undefined }[] | undefined
  readonly removal?: object | undefined
}

/** More would be a way to fill the vote's record. */
const MOST = 20

export const isDisputed = ({ disputes = [] }: Disputed): boolean =>
  disputes.some(({ ended }) => ended === undefined)

/** From its roll on there is something to keep; once its ballots are being removed it is too late. */
export function canBeDisputed(vote: Disputed) {
  if (vote.roll === undefined) return refuse('votes.no_roll_yet')
  if (vote.removal !== undefined) return refuse('votes.records_gone')
  return (vote.disputes ?? []).length < MOST
    ? accept(true)
    : refuse('votes.too_many_disputes', { most: MOST })
}

export function canEndDispute(dispute: { readonly ended?: object | undefined } | undefined) {
  if (!dispute) return refuse('votes.dispute_not_found')
  return dispute.ended === undefined ? accept(true) : refuse('votes.dispute_ended')
}
