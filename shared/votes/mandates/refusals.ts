/** Refusals of written mandates, as entries of the votes' own. */
export const mandateRefusals = {
  'votes.mandate_given_already': {
    status: 409,
    detail: '这一票已经委托给别人。要换人，请先撤回原来的委托。',
  },
  'votes.mandate_not_needed': { status: 409, detail: '您本人已经投过这一票，不用再委托。' },
  'votes.mandates_too_many': {
    status: 409,
    detail: '这一票最多办理 {most} 次委托，请本人投票，或联系业委会、社区。',
  },
  'votes.mandate_needs_opinion': {
    status: 422,
    detail: '按本小区适用的规则，受托人要照您的书面意见投票，每一项都要写明意见。',
  },
  'votes.agent_is_property': { status: 403, detail: '物业服务企业的工作人员不能替业主投票。' },
  'votes.agent_votes_anyway': { status: 409, detail: '这一票您自己就能投，不用委托。' },
  'votes.agent_took_it_in': {
    status: 403,
    detail: '这份委托书由您登记或核对，不能再由您受托，请委托别人。',
  },
  'votes.agent_gave_own': {
    status: 409,
    detail: '您已经委托别人投自己的票，不能再替别人投。要受托，请先撤回自己的委托。',
  },
  'votes.agent_gives_none': {
    status: 409,
    detail: '您已接受别人的委托，不能再把自己的票委托出去。请本人投票，或先退回受托的票。',
  },
  'votes.agent_full': {
    status: 409,
    detail: '您已受托 {most} 位业主，按规则不能再多，请业主另找受托人。',
  },
  'votes.mandate_names_other': {
    status: 403,
    detail: '委托书上写的受托人和您登记的姓名不一致，请业主核对后重新委托。',
  },
  'votes.mandate_unconfirmed': {
    status: 409,
    detail: '这份纸质委托书还没有经第二个人核对，请稍后再试，或联系业委会、社区。',
  },
  'votes.mandate_taken': { status: 409, detail: '这份委托已经由别人接受，请联系业主。' },
  'votes.mandate_ended': { status: 409, detail: '这份委托已经撤回，不能再用。' },
  'votes.mandate_used': {
    status: 409,
    detail: '受托人已经投票，委托不能撤回。您可以本人投票，以您本人的为准。',
  },
  'votes.mandate_not_found': { status: 404, detail: '没有找到这份委托，请刷新后再看。' },
  'votes.mandate_code_wrong': {
    status: 404,
    detail: '委托码不对，请和业主核对后重新输入。',
  },
  'votes.mandate_code_locked': {
    status: 429,
    detail: '今天输错委托码的次数太多，请明天再试，或请业主重新委托。',
  },
  'votes.mandate_not_handed_on': {
    status: 403,
    detail: '受托的票不能再转托给别人，请退回委托，由业主另找受托人。',
  },
  'votes.no_written_proxy': {
    status: 403,
    detail: '没有业主的书面委托，不能替业主投票。',
  },
  'votes.principal_has_cast': {
    status: 409,
    detail: '业主本人已经投票，以本人的为准，您不用再投。',
  },
  'votes.mandate_says_otherwise': {
    status: 422,
    detail: '委托书上第 {item} 项写的是“{choice}”，请照业主的意见投。',
  },
  'votes.mandate_confirmed_by_recorder': {
    status: 403,
    detail: '这份委托书由您登记，请另一位工作人员核对。',
  },
  'votes.mandate_not_on_paper': { status: 409, detail: '这份委托在手机上办理，不用核对纸质材料。' },
  'votes.mandate_confirmed_already': { status: 409, detail: '这份委托书已经核对过。' },
  'votes.unit_not_on_roll': {
    status: 404,
    detail: '冻结的名册里没有这一户，请核对房号。',
  },
  'votes.owner_may_not_give': {
    status: 403,
    detail: '这一户由推选的代表投票，委托书要由代表本人出具。',
  },
} as const
