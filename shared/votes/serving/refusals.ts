/** Refusals of service, as entries of the votes' own. */
export const servingRefusals = {
  'votes.serving_over': {
    status: 409,
    detail: '已经计票，不能再登记送达。登记错了的可以划掉并写明原因。',
  },
  'votes.served_later': { status: 422, detail: '送达日期不能晚于今天。' },
  'votes.served_before_notice': { status: 422, detail: '送达日期不能早于公告日期。' },
  'votes.served_after_close': { status: 422, detail: '截止以后送到的不算送达。' },
  'votes.one_witness': { status: 422, detail: '要写两位见证人，不能是同一个人。' },
  'votes.witnesses_all_committee': {
    status: 422,
    detail: '两位见证人里至少一位不是业委会的人，例如社区工作人员、楼栋长或邻居。',
  },
  'votes.evidence_not_found': { status: 404, detail: '没有找到这条送达记录，请刷新后再看。' },
} as const
