import { refusals } from '#shared/kernel/refusals.ts'
import { mandateRefusals } from './mandates/refusals.ts'
import { paperRefusals } from './papers/refusals.ts'
import { petitionRefusals } from './petitions/refusals.ts'
import { gateRefusals } from './gate/refusals.ts'
import { officialRefusals } from './official/refusals.ts'
import { scopeRefusals } from './scope/refusals.ts'
import { servingRefusals } from './serving/refusals.ts'
import { signingRefusals } from './signing-refusals.ts'

export const voteRefusals = refusals({
  ...mandateRefusals,
  ...paperRefusals,
  ...petitionRefusals,
  ...gateRefusals,
  ...officialRefusals,
  ...scopeRefusals,
  ...servingRefusals,
  ...signingRefusals,
  'votes.not_found': { status: 404, detail: '没有找到这次表决。' },
  'votes.area_too_large': {
    status: 422,
    detail: '房屋面积合计超出可准确计算的范围，请先核对产权清册里的面积。',
  },
  'votes.wrong_state': { status: 409, detail: '这次表决现在是“{state}”，不能{act}。' },
  'votes.mode_not_allowed': {
    status: 422,
    detail: '“{rules}”不允许用“{mode}”，请改用意向征询。',
  },
  'votes.rules_unknown': {
    status: 409,
    detail: '没有找到本小区适用的表决规则，请联系社区登记后再发起。',
  },
  'votes.no_register': { status: 409, detail: '还没有导入房屋名册，不能冻结业主名册。' },
  'votes.roll_empty': { status: 409, detail: '房屋名册里没有可以参加表决的房屋，不能冻结。' },
  'votes.notice_too_short': {
    status: 422,
    detail: '公告至少 {days} 天后才能开始投票，最早是 {earliest}。',
  },
  'votes.closes_before_opening': { status: 422, detail: '截止时间要晚于开始时间。' },
  'votes.window_too_short': { status: 422, detail: '投票时间至少要有 {days} 天，请推迟截止时间。' },
  'votes.window_too_long': { status: 422, detail: '投票时间最多 {days} 天，请提前截止时间。' },
  'votes.no_roll_yet': { status: 409, detail: '业主名册还没有冻结，没有参与情况可看。' },
  'votes.no_notice_yet': { status: 409, detail: '还没有发出表决公告，不能投票。' },
  'votes.not_open_yet': { status: 409, detail: '投票 {time} 开始，请到时再投。' },
  'votes.closed': { status: 409, detail: '投票已于 {time} 截止，不能再投。' },
  'votes.cancelled': { status: 409, detail: '这次表决已经取消。' },
  'votes.item_unknown': { status: 422, detail: '表决没有第 {item} 项，请返回重新填写。' },
  'votes.item_twice': { status: 422, detail: '第 {item} 项选了两次，请返回重新填写。' },
  'votes.item_unanswered': {
    status: 422,
    detail: '第 {item} 项还没有选，每一项都要选，弃权也要点选。',
  },
  'votes.already_cast': { status: 409, detail: '您已经投过这一票，以第一次为准，不能更改。' },
  'votes.changed_too_often': { status: 409, detail: '这一票最多改 {most} 次，不能再改。' },
  'votes.too_slow': { status: 503, detail: '系统繁忙，这一票没有投出，请再试一次。' },
  'votes.owners_only': { status: 403, detail: '只有本小区的业主能投票。' },
  'votes.tenants_do_not_vote': { status: 403, detail: '租户不能投票，这一户由业主投票。' },
  'votes.not_verified_yet': {
    status: 403,
    detail:
      '只有已核实的业主能投票。您的房屋还在核实，请在“我的房屋”查看进度，或带证件到社区、业委会办理。',
  },
  'votes.not_on_roll': {
    status: 403,
    detail: '冻结业主名册时没有登记您为业主，这次不能投票。如有疑问请联系业委会。',
  },
  'votes.not_your_head': { status: 403, detail: '这一票不在您名下，不能投。' },
  'votes.helper_needs_proxy': {
    status: 403,
    detail: '您是这户的代办人，代办人不能替业主投票。请业主本人投；请人代投要有书面委托。',
  },
  'votes.representative_votes': {
    status: 403,
    detail: '这一户的共有人已推选{name}代表投票，您不能另投。',
  },
  'votes.developer_votes': {
    status: 403,
    detail: '建设单位名下房屋的票由建设单位书面办理，不能在手机上投。',
  },
  'votes.roll_still_open': {
    status: 409,
    detail: '名册还在公示，业主可以提异议到 {day}，过后才能冻结。',
  },
  'votes.objections_open': {
    status: 409,
    detail: '还有 {count} 件异议没有答复，答复后再继续。',
  },
  'votes.no_objections_now': {
    status: 409,
    detail: '现在不是提异议的时间。有疑问请联系业委会或社区。',
  },
  'votes.too_many_objections': {
    status: 409,
    detail: '每人最多提 {most} 件异议，请等答复，或直接联系社区。',
  },
  'votes.objection_not_found': { status: 404, detail: '没有找到这件异议，请刷新后再看。' },
  'votes.objection_answered': { status: 409, detail: '这件异议已经答复，请刷新后查看。' },
  'votes.count_changed': { status: 409, detail: '计票结果有更新，请重新核对后再确认。' },
  'votes.confirmed_already': { status: 409, detail: '您这一方已经确认过计票结果。' },
  'votes.confirmed_by_you': {
    status: 409,
    detail: '计票结果要由两个人确认，您已经确认过，另一方请由别人确认。',
  },
  'votes.silence_not_allowed': {
    status: 422,
    detail: '“{rules}”不允许把没有交回的表决票算进去，请选“不算参与”。',
  },
  'votes.silence_needs_clause': {
    status: 422,
    detail: '要写明议事规则的条款，并把不交回的后果印在表决票上。',
  },
  'votes.records_gone': {
    status: 409,
    detail: '这次表决的选票和名册已过保存期，已经删除，不能再登记争议。表决结果仍可以查看。',
  },
  'votes.too_many_disputes': {
    status: 409,
    detail: '这次表决登记的争议已有 {most} 件，不能再加。',
  },
  'votes.dispute_not_found': { status: 404, detail: '没有找到这件争议，请刷新后再看。' },
  'votes.dispute_ended': { status: 409, detail: '这件争议已经登记为了结，请刷新后查看。' },
  'votes.not_counted_yet': {
    status: 409,
    detail: '还没有计票，截止之前不公布任何结果。',
  },
})
