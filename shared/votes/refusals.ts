import { refusals } from '#shared/kernel/refusals.ts'

export const voteRefusals = refusals({
  'votes.not_found': { status: 404, detail: '没有找到这次表决。' },
})
