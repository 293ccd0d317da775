import { clientOf } from '#miniprogram/platform/api.ts'
import { roleVotes } from '#shared/votes/role-contract.ts'

/** What only role pages ask of a vote: its life, papers, service, mandates. */
export const deskApi = clientOf(roleVotes)
