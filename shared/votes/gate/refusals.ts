import { refusals } from '#shared/kernel/refusals.ts'

export const gateRefusals = refusals({
  'votes.gate_missing': { status: 409, detail: '发公告以前还缺：{missing}。' },
  'votes.gate_not_asked': {
    status: 422,
    detail: '按“{rules}”，这次表决不需要登记“{step}”。',
  },
  'votes.gate_in_future': { status: 422, detail: '“{step}”的日期还没到，办完以后再登记。' },
  'votes.gate_needs_start': { status: 422, detail: '请填写公开征求意见从哪一天开始。' },
  'votes.gate_too_short': {
    status: 422,
    detail: '公开征求意见至少要 {days} 天，从 {from}算起，最早 {earliest}结束。',
  },
  'votes.gate_out_of_order': {
    status: 422,
    detail: '“{step}”要在“{before}”（{day}）以后，请核对日期，或先登记“{before}”。',
  },
  'votes.gate_too_many': { status: 409, detail: '登记已有 {most} 次，不能再改。请联系社区。' },
})
